package org.motionlayers.diffusion;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Where the random numbers of a sampler come from. */
@FunctionalInterface
public interface NoiseSource {

	/** Fills the array with independent values of mean 0 and variance 1. */
	void fill(float[] values);

	/**
	 * Sources that each fill a part of their own, one after another and all as long, so that what is drawn of one does not depend on how
	 * many there are.
	 *
	 * @param sources at least one; the arrays to be filled are a multiple of their number long
	 */
	static NoiseSource oneAfterAnother(final NoiseSource... sources) {
		return values -> {
			final float[] part = new float[values.length / sources.length];
			for (int k = 0; k < sources.length; k++) {
				sources[k].fill(part);
				System.arraycopy(part, 0, values, k * part.length, part.length);
			}
		};
	}

	/** @return normally distributed values, the same for the same seed whatever the number of threads */
	static NoiseSource gaussian(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final int piece = 1 << 13;
		return values -> {
			final SplittableRandom[] pieces = new SplittableRandom[(values.length + piece - 1) / piece];
			for (int p = 0; p < pieces.length; p++) pieces[p] = random.split();
			IntStream.range(0, pieces.length).parallel().forEach(p -> {
				final int end = Math.min(values.length, (p + 1) * piece);
				for (int i = p * piece; i < end; i++) values[i] = (float) pieces[p].nextGaussian();
			});
		};
	}
}
