package org.motionlayers.lamd.autoencoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;

import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;

/** The terms of the loss, by hand. */
class AutoencoderLossTest {

	@Test
	void divergenceIsThatOfNormalDistributions() {
		NetworkEngine.run(() -> {
			try (NDManager scope = NDManager.newBaseManager()) {
				final Shape one = new Shape(1, 1, 1, 1, 1);
				assertEquals(.308940f, AutoencoderTrainee.divergence(new NDList(FloatTransfer.in(scope, new float[] { .5f }, one), FloatTransfer.in(
					scope, new float[] { -1 }, one))).getFloat(), 1e-6);
			}
		});
	}

	@Test
	void edgesCountAtThreeSizes() {
		NetworkEngine.run(() -> {
			try (NDManager scope = NDManager.newBaseManager()) {
				final Shape shape = new Shape(1, 1, 1, 8, 8);
				final float[] half = new float[64];
				for (int p = 0; p < 64; p++) half[p] = p % 8 < 4 ? 0 : 1;
				final NDArray step = FloatTransfer.in(scope, half, shape), none = FloatTransfer.in(scope, new float[64], shape);
				// One of 7, 3 and 1 steps along x at the three sizes, none along y, which counts as much.
				assertEquals((1 / 7.0 + 1 / 3.0 + 1) / 2 / 3, EdgePyramidLoss.of(step, none).getFloat(), 1e-6);
				assertEquals(0, EdgePyramidLoss.of(step.add(1), step).getFloat(), 1e-6);
			}
		});
	}

	@Test
	void fetchedFramesAreJudgedAtTheSizeOfTheirFlow() {
		NetworkEngine.run(() -> {
			try (NDManager scope = NDManager.newBaseManager()) {
				final float[] ramp = new float[16], moved = new float[16];
				for (int p = 0; p < 16; p++) {
					ramp[p] = p % 4;
					moved[p] = p % 4 / 2 * 2 + 1;
				}
				final NDArray first = FloatTransfer.in(scope, ramp, new Shape(1, 1, 4, 4)), truth = FloatTransfer.in(scope, moved, new Shape(1, 1, 1, 4,
					4));
				// Means of two columns are .5 and 2.5, those of the truth 1 and 3: the left one is reached by a quarter of a pixel.
				final NDArray flow = FloatTransfer.in(scope, new float[] { .25f, .25f, .25f, .25f, 0, 0, 0, 0 }, new Shape(1, 2, 2, 2));
				// Boxes of five by five hold all four pixels, and zeros beyond the border: sums of 6 and 8.
				assertEquals(.25 + 2 / 25.0, FetchedLoss.of(first, truth, List.of(flow)).getFloat(), 1e-6);
			}
		});
	}

	@Test
	void knownFlowsAreJudgedInPixelsOfTheFrame() {
		NetworkEngine.run(() -> {
			try (NDManager scope = NDManager.newBaseManager()) {
				final float[] moved = new float[2 * 16];
				for (int p = 0; p < 16; p++) moved[p] = p % 4 < 2 ? 4 : 0;
				// Boxes of two by two: the left ones came 4 pixels, the flow says 2; the right ones rest, the flow says 1.
				final NDArray flow = FloatTransfer.in(scope, new float[] { -1, -.5f, -1, -.5f, 0, 0, 0, 0 }, new Shape(1, 2, 2, 2));
				final double left = 4 / Math.sqrt(4 + 36), right = 1 / Math.sqrt(1 + 36);
				assertEquals((4 * left + right) / 5, KnownFlowLoss.of(List.of(flow), FloatTransfer.in(scope, moved, new Shape(1, 2, 4, 4)), 3)
					.getFloat(), 1e-6);
			}
		});
	}

	/** One backward pass gives the decoder the gradient of its own term alone, and the discriminator that of its own alone. */
	@Test
	void decoderAndDiscriminatorLearnOppositeThings() {
		NetworkEngine.run(() -> {
			try (Network<VideoDiscriminator> network = new Network<>(new VideoDiscriminator(1, 4), 1)) {
				network.train(true);
				final float[] both = new float[64 * 8], own = new float[64 * 8], decoder = new float[64 * 8];
				final Map<String, float[]> joint = gradients(network, .5, both, 0), alone = gradients(network, 0, own, 0);
				joint.forEach((name, gradient) -> assertArrayEquals(alone.get(name), gradient, 1e-5f, name));
				assertArrayEquals(new float[64 * 8], own, 0, "the discriminator's own term does not reach the decoder");
				gradients(network, 0, decoder, 1);
				for (int i = 0; i < both.length; i++) assertEquals(-.5 * decoder[i], both[i], 1e-6, "pixel " + i);
			}
		});
	}

	/** Gradients by the weights; those by the found clip are written out. What: 0 for the loss, 1 for the mean score of the found clip. */
	private static Map<String, float[]> gradients(final Network<VideoDiscriminator> network, final double weight, final float[] byFound,
		final int what)
	{
		try (NDManager scope = network.newScope(); GradientCollector collector = Engine.getInstance().newGradientCollector()) {
			final float[] a = new float[64 * 8], b = new float[64 * 8];
			for (int i = 0; i < a.length; i++) {
				a[i] = (float) Math.sin(i);
				b[i] = (float) Math.cos(1.7 * i);
			}
			final Shape shape = new Shape(1, 1, 8, 8, 8);
			final NDArray found = FloatTransfer.in(scope, a, shape), truth = FloatTransfer.in(scope, b, shape);
			found.setRequiresGradient(true);
			collector.backward(what == 0 ? AdversarialLoss.of(network.layer(), found, truth, weight) : network.layer().forward(found).mean());
			if (what == 1 || weight > 0) System.arraycopy(found.getGradient().toFloatArray(), 0, byFound, 0, byFound.length);
		}
		final Map<String, float[]> all = new TreeMap<>();
		network.weights().forEach((name, value) -> {
			all.put(name, new float[value.size()]);
			value.takeGradient(all.get(name), 0);
		});
		return all;
	}
}
