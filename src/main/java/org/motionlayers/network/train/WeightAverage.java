package org.motionlayers.network.train;

/**
 * The exponential moving average of weights, a smoother network than the last one: average = d average + (1 - d) weights, where d rises
 * to the given decay as min(decay, (1 + step) / (10 + step)), as in latent diffusion.
 *
 * @param decay how slowly the average follows, such as 0.9999; 0 for none
 */
public record WeightAverage(double decay) {

	/** Checks the decay. */
	public WeightAverage {
		if (!(decay >= 0 && decay < 1)) throw new IllegalArgumentException("The decay of averaged weights is " + decay +
			"; it must be from 0 to below 1.");
	}

	/** @return d at a step, 1 first */
	double decayAt(final long step) {
		return Math.min(decay, (1.0 + step) / (10.0 + step));
	}

	/**
	 * Follows the weights.
	 *
	 * @param average changed
	 * @param weights as many
	 * @param step number of the step that made them, 1 first
	 */
	public void update(final float[] average, final float[] weights, final long step) {
		final float follow = (float) (1 - decayAt(step));
		Chunks.run(weights.length, (from, to) -> {
			for (int i = from; i < to; i++) average[i] += follow * (weights[i] - average[i]);
		});
	}
}
