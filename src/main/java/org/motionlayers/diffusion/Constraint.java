package org.motionlayers.diffusion;

/** What is known of a sample before it is drawn; applied before the first step and after every step. */
@FunctionalInterface
public interface Constraint {

	/** Nothing is known. */
	Constraint NONE = (sample, signalScale, noiseScale, noise) -> {};

	/**
	 * Makes a sample agree with what is known.
	 *
	 * @param sample the sample x = signalScale x_0 + noiseScale noise, changed in place
	 * @param signalScale factor of the clean sample, 1 at the end
	 * @param noiseScale standard deviation of the noise, 0 at the end
	 * @param noise fresh noise
	 */
	void apply(float[] sample, double signalScale, double noiseScale, NoiseSource noise);

	/**
	 * Some values are known, as in inpainting: at every step they are noised anew to the step's noise level (Lugmayr et al. 2022,
	 * Eq. 8), at the end they are exactly the known ones.
	 *
	 * @param values the clean sample where it is known
	 * @param known where it is
	 */
	static Constraint known(final float[] values, final boolean[] known) {
		if (values.length != known.length) throw new IllegalArgumentException(values.length + " values but " + known.length +
			" marks of what is known.");
		final float[] truth = values.clone();
		final boolean[] mark = known.clone();
		final float[] fresh = new float[truth.length];
		return (sample, signalScale, noiseScale, noise) -> {
			if (sample.length != truth.length) throw new IllegalArgumentException("A sample of " + sample.length + " values, but " +
				truth.length + " are marked known or unknown.");
			if (noiseScale > 0) noise.fill(fresh);
			final float signal = (float) signalScale, deviation = (float) noiseScale;
			for (int i = 0; i < sample.length; i++) if (mark[i]) sample[i] = signal * truth[i] + deviation * fresh[i];
		};
	}
}
