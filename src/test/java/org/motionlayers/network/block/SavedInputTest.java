package org.motionlayers.network.block;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;

import org.junit.jupiter.api.Test;
import org.motionlayers.network.Layer;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;

/**
 * What a layer brings into the engine by itself must still be there when gradients are computed: an array that only looks at a Java
 * buffer loses its values when the garbage collector takes the buffer.
 */
class SavedInputTest {

	/** Both layers that make sinusoids. */
	private static final class Both extends Layer {

		final TimeEmbedding time = child("time", new TimeEmbedding(64, 64));
		final TimeAttention attention = child("attention", new TimeAttention(64, 2));

		NDArray forward(final NDManager scope) {
			final NDArray x = scope.arange(4f * 256).sin().reshape(4, 64, 2, 2);
			return attention.forward(x.add(time.forward(scope, 3, 500).repeat(0, 2).reshape(4, 64, 1, 1)), 2).square().mean();
		}
	}

	@Test
	void gradientsDoNotDependOnTheGarbageCollector() {
		final float[] expected = gradients(false), found = gradients(true);
		double largest = 0;
		for (final float g : expected) largest = Math.max(largest, Math.abs(g));
		// Sums over threads differ in their last digits; freed memory gives other numbers altogether.
		for (int i = 0; i < expected.length; i++) assertEquals(expected[i], found[i], 1e-3 * largest, "gradient " + i + " of at most " + largest);
	}

	private static float[] gradients(final boolean collect) {
		return NetworkEngine.call(() -> {
			try (Network<Both> network = new Network<>(new Both(), 1)) {
				network.train(true);
				// The output layer of attention starts at 0 and would let nothing through.
				network.weights().values().forEach(w -> {
					final float[] values = new float[w.size()];
					for (int i = 0; i < values.length; i++) values[i] = (float) Math.sin(i) / 8;
					w.write(values, 0);
				});
				final List<ByteBuffer> others = new ArrayList<>();
				try (NDManager scope = network.newScope(); GradientCollector collector = Engine.getInstance().newGradientCollector()) {
					final NDArray loss = network.layer().forward(scope);
					if (collect) overwriteFreedBuffers(others);
					collector.backward(loss);
				}
				final float[] all = new float[(int) network.layer().parameters()];
				int at = 0;
				for (final var weight : network.weights().values()) {
					weight.takeGradient(all, at);
					at += weight.size();
				}
				return all;
			}
		});
	}

	private static void overwriteFreedBuffers(final List<ByteBuffer> kept) throws InterruptedException {
		for (int round = 0; round < 3; round++) {
			System.gc();
			Thread.sleep(50);
		}
		for (int size = 64; size <= 4096; size += 64) for (int n = 0; n < 64; n++) {
			final ByteBuffer buffer = ByteBuffer.allocateDirect(size);
			for (int i = 0; i < size; i++) buffer.put(i, (byte) 77);
			kept.add(buffer);
		}
	}
}
