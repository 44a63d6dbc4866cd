package org.motionlayers.network.train;

/**
 * AdamW (Loshchilov and Hutter 2019, algorithm 2; step by step as in PyTorch): w (1 - rate decay) - rate m / (sqrt(v) + epsilon), with
 * bias-corrected means m of the gradient and v of its square.
 *
 * @param beta1 how slowly the mean of the gradient follows
 * @param beta2 how slowly the mean of its square follows
 * @param epsilon keeps the divisor from 0
 * @param decay weight decay, decoupled from the gradient; 0 is Adam
 */
public record AdamW(double beta1, double beta2, double epsilon, double decay) {

	/** PyTorch's defaults. */
	public static final AdamW DEFAULT = new AdamW(.9, .999, 1e-8, .01);

	/** @return the same with another weight decay */
	public AdamW withDecay(final double newDecay) {
		return new AdamW(beta1, beta2, epsilon, newDecay);
	}

	/** @return the same with other betas */
	public AdamW withBetas(final double newBeta1, final double newBeta2) {
		return new AdamW(newBeta1, newBeta2, epsilon, decay);
	}

	/**
	 * Takes one step; all arrays are as long.
	 *
	 * @param weights changed
	 * @param gradients of the loss by the weights
	 * @param scale factor of the gradients, below 1 where they are clipped
	 * @param mean of the gradient, 0 before the first step; changed
	 * @param square mean of the square of the gradient, 0 before the first step; changed
	 * @param step number of this step, 1 first
	 * @param rate learning rate
	 */
	public void step(final float[] weights, final float[] gradients, final double scale, final float[] mean, final float[] square,
		final long step, final double rate)
	{
		final float b1 = (float) beta1, b2 = (float) beta2, c1 = (float) (1 - beta1), c2 = (float) (1 - beta2), eps = (float) epsilon;
		final float keep = (float) (1 - rate * decay), factor = (float) scale;
		final float size = (float) (rate / (1 - Math.pow(beta1, step)));
		final float correction = (float) Math.sqrt(1 - Math.pow(beta2, step));
		Chunks.run(weights.length, (from, to) -> {
			for (int i = from; i < to; i++) {
				final float g = factor * gradients[i];
				final float m = b1 * mean[i] + c1 * g, v = b2 * square[i] + c2 * g * g;
				mean[i] = m;
				square[i] = v;
				weights[i] = keep * weights[i] - size * m / ((float) Math.sqrt(v) / correction + eps);
			}
		});
	}
}
