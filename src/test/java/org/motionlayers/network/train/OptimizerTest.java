package org.motionlayers.network.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.motionlayers.network.weights.Safetensors;
import org.motionlayers.network.weights.TensorFile;

class OptimizerTest {

	@Test
	void stepsAndClippingAreThoseOfPyTorch() throws Exception {
		// Written by scripts/make_network_fixtures.py: six steps on gradients clipped to norm 1.
		final TensorFile torch = Safetensors.read(Path.of(OptimizerTest.class.getResource("adamw.safetensors").toURI()));
		final int n = 9;
		final float[] all = torch.tensors().get("weights").floats(), gradients = torch.tensors().get("gradients").floats();
		final float[] weights = Arrays.copyOf(all, n), mean = new float[n], square = new float[n];
		final AdamW optimizer = AdamW.DEFAULT.withBetas(.9, .99).withDecay(.1);
		for (int step = 1; step <= 6; step++) {
			final float[] gradient = Arrays.copyOfRange(gradients, (step - 1) * n, step * n);
			final double norm = GradientNorm.of(gradient);
			assertEquals(torch.tensors().get("norms").floats()[step - 1], norm, 1e-5 * norm);
			optimizer.step(weights, gradient, GradientNorm.scale(norm, 1), mean, square, step, .01);
			assertArrayEquals(Arrays.copyOfRange(all, step * n, (step + 1) * n), weights, 2e-6f, "after step " + step);
		}
	}

	@Test
	void longArraysAreSteppedWhole() {
		final int n = 300_001;
		final float[] weights = new float[n], gradients = new float[n];
		Arrays.fill(gradients, 2);
		// The first step of Adam is the sign of the gradient.
		AdamW.DEFAULT.withDecay(0).step(weights, gradients, 1, new float[n], new float[n], 1, .5);
		for (final float w : weights) assertEquals(-.5, w, 1e-6);
		assertEquals(2 * Math.sqrt(n), GradientNorm.of(gradients), 1e-6);
		assertEquals(1, GradientNorm.scale(.5, 1));
		assertEquals(1, GradientNorm.scale(1e9, Double.POSITIVE_INFINITY));
	}

	@Test
	void averageFollowsFasterAtFirst() {
		final WeightAverage average = new WeightAverage(.99);
		assertEquals(2 / 11.0, average.decayAt(1), 1e-12);
		assertEquals(.99, average.decayAt(100_000));
		final float[] mean = { 0 };
		average.update(mean, new float[] { 11 }, 1);
		assertEquals(9, mean[0], 1e-5);
		assertThrows(IllegalArgumentException.class, () -> new WeightAverage(1));
	}

	@Test
	void rateRisesAndFalls() {
		final LearningRate rate = LearningRate.cosine(1, 4, 104, .1);
		assertEquals(.25, rate.at(0), 1e-12);
		assertEquals(1, rate.at(3), 1e-12);
		assertEquals(.55, rate.at(54), 1e-12);
		assertEquals(.1, rate.at(104), 1e-12);
		assertEquals(.1, rate.at(1000), 1e-12);
		assertEquals(3, LearningRate.constant(3).at(7));
		for (int step = 4; step < 104; step++) assertTrue(rate.at(step) > rate.at(step + 1), "step " + step);
	}

	@Test
	void settingsAreChecked() {
		assertThrows(IllegalArgumentException.class, () -> settings(0, 1));
		assertThrows(IllegalArgumentException.class, () -> settings(1, 0));
		settings(1, Double.POSITIVE_INFINITY);
	}

	private static TrainingSettings settings(final long steps, final double norm) {
		return new TrainingSettings(steps, LearningRate.constant(1), AdamW.DEFAULT, norm, new WeightAverage(0), 0, 1);
	}
}
