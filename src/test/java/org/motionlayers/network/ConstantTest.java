package org.motionlayers.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;

class ConstantTest {

	@Test
	void slopesAreTheConstantWhateverTheGarbageCollectorDoes() {
		final float[] slopes = NetworkEngine.call(() -> {
			try (NDManager scope = NDManager.newBaseManager()) {
				final NDArray x = scope.ones(new ai.djl.ndarray.types.Shape(50));
				x.setRequiresGradient(true);
				final List<ByteBuffer> others = new ArrayList<>();
				try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
					NDArray y = x;
					for (int k = 0; k < 40; k++) y = Constant.times(Constant.times(y, 2), .5);
					final NDArray sum = Constant.times(y, 3).sum();
					for (int round = 0; round < 3; round++) {
						System.gc();
						Thread.sleep(20);
						for (int n = 0; n < 2000; n++) others.add(ByteBuffer.allocateDirect(4).putFloat(77));
					}
					collector.backward(sum);
				}
				return x.getGradient().toFloatArray();
			}
		});
		final float[] expected = new float[50];
		java.util.Arrays.fill(expected, 3);
		assertArrayEquals(expected, slopes);
	}
}
