package org.motionlayers.diffusion;

/**
 * How a sampler reads the network's output: what was predicted, and the range of clean samples if there is one.
 *
 * @param parameterisation what the network predicts
 * @param limit clean samples lie in [-limit, limit] and estimates are clipped to it; infinite for no clipping, as for latents
 */
public record Prediction(Parameterisation parameterisation, double limit) {

	/** Checks the limit. */
	public Prediction {
		if (!(limit > 0)) throw new IllegalArgumentException("Clean samples cannot be clipped to [-" + limit + ", " + limit + "].");
	}

	/** @return without clipping */
	public static Prediction of(final Parameterisation parameterisation) {
		return new Prediction(parameterisation, Double.POSITIVE_INFINITY);
	}

	/** @return clipped to [-1, 1] */
	public static Prediction clipped(final Parameterisation parameterisation) {
		return new Prediction(parameterisation, 1);
	}

	/** @return whether estimates are clipped */
	public boolean clips() {
		return limit != Double.POSITIVE_INFINITY;
	}

	/**
	 * Estimates the clean sample.
	 *
	 * @param sample x_t
	 * @param output what the network said of it
	 * @param alphaBar of x_t
	 * @param original receives the estimate, clipped
	 */
	void estimate(final float[] sample, final float[] output, final double alphaBar, final float[] original) {
		parameterisation.original(alphaBar).apply(sample, output, original);
		clip(original);
	}

	/** Clips an estimate of the clean sample in place. */
	void clip(final float[] original) {
		if (!clips()) return;
		final float high = (float) limit, low = -high;
		for (int i = 0; i < original.length; i++) original[i] = Math.min(high, Math.max(low, original[i]));
	}
}
