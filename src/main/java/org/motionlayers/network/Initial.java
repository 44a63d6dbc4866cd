package org.motionlayers.network;

import java.util.SplittableRandom;

/** What a weight starts with. */
@FunctionalInterface
public interface Initial {

	/** All 0: a layer that starts by doing nothing. */
	Initial ZEROS = constant(0);

	/** All 1. */
	Initial ONES = constant(1);

	/** @return all the same */
	static Initial constant(final float value) {
		return (values, random) -> java.util.Arrays.fill(values, value);
	}

	/** @return uniform within 1 / sqrt(inputs) of 0, as PyTorch starts convolutions and linear layers */
	static Initial uniform(final long inputs) {
		final double bound = 1 / Math.sqrt(inputs);
		return (values, random) -> {
			for (int i = 0; i < values.length; i++) values[i] = (float) random.nextDouble(-bound, bound);
		};
	}

	/** @return normally distributed */
	static Initial normal(final double deviation) {
		return (values, random) -> {
			for (int i = 0; i < values.length; i++) values[i] = (float) (deviation * random.nextGaussian());
		};
	}

	/** Fills the array. */
	void fill(float[] values, SplittableRandom random);
}
