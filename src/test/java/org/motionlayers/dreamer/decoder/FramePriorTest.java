package org.motionlayers.dreamer.decoder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.motionlayers.diffusion.Parameterisation;

class FramePriorTest {

	@Test
	void withNothingKnownTheNetworksOutputIsV() {
		for (final double a : new double[] { .0001, .3, .9999 }) {
			assertEquals(0, FramePrior.ofSample(a, 1), 1e-12);
			assertEquals(1, FramePrior.ofOutput(a, 1), 1e-12);
		}
	}

	/** The product of two normal densities by hand: x_0 ~ N(w, s^2) and x_t / sqrt(a) = x_0 + noise of variance (1 - a) / a. */
	@Test
	void aSilentNetworkGivesTheMeanOfWhatIsLeftPossible() {
		for (final double a : new double[] { .001, .2, .7, .999 }) for (final double s : new double[] { .1, .6 }) {
			final double w = .4, x = -.3, precision = 1 / (s * s) + a / (1 - a);
			final double mean = (w / (s * s) + x * Math.sqrt(a) / (1 - a)) / precision;
			final double v = FramePrior.ofSample(a, s) * x + FramePrior.ofExpected(a, s) * w;
			assertEquals(mean, Parameterisation.V.original(a).of(x, v), 1e-9);
			// What is left possible has this deviation in x_0, so that the network's output has variance 1.
			assertEquals(1 / Math.sqrt(precision), Math.sqrt(1 - a) * FramePrior.ofOutput(a, s), 1e-9);
		}
	}
}
