package org.motionlayers.diffusion;

import java.util.SplittableRandom;

/** Where the random numbers of a sampler come from. */
@FunctionalInterface
public interface NoiseSource {

	/** Fills the array with independent values of mean 0 and variance 1. */
	void fill(float[] values);

	/** @return normally distributed values, the same for the same seed */
	static NoiseSource gaussian(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		return values -> {
			for (int i = 0; i < values.length; i++) values[i] = (float) random.nextGaussian();
		};
	}
}
