package org.motionlayers.lamd.latent;

import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * The motion of a clip as the autoencoder reads it: a normal distribution with mean and variance of its own in every element (LaMD, Eq. 1:
 * q(z | x)). Values are as the decoder takes them, not normalised. Immutable.
 */
public final class MotionLatent {

	private final LatentShape shape;
	private final float[] mean;
	private final float[] logVariance;

	/**
	 * @param shape of both arrays
	 * @param mean (d, h, w), row-major
	 * @param logVariance natural logarithm of the variance, as large
	 * @throws IllegalArgumentException where an array is of another size
	 */
	public MotionLatent(final LatentShape shape, final float[] mean, final float[] logVariance) {
		if (mean.length != shape.size() || logVariance.length != shape.size()) throw new IllegalArgumentException(mean.length + " means and " +
			logVariance.length + " variances do not fill a latent of " + shape + ".");
		this.shape = shape;
		this.mean = mean.clone();
		this.logVariance = logVariance.clone();
	}

	/** @return the size */
	public LatentShape shape() {
		return shape;
	}

	/** @return a copy of the means, (d, h, w) row-major */
	public float[] mean() {
		return mean.clone();
	}

	/** @return a copy of the logarithms of the variances, (d, h, w) row-major */
	public float[] logVariance() {
		return logVariance.clone();
	}

	/** @return z = mean + exp(log variance / 2) epsilon, epsilon drawn from N(0, 1) in row-major order */
	public float[] sample(final RandomGenerator random) {
		final float[] z = new float[mean.length];
		for (int i = 0; i < z.length; i++) z[i] = (float) (mean[i] + Math.exp(logVariance[i] / 2) * random.nextGaussian());
		return z;
	}

	/** @return mean divergence from N(0, 1) of an element, in nats: (mean^2 + variance - 1 - log variance) / 2 */
	public double divergence() {
		double sum = 0;
		for (int i = 0; i < mean.length; i++) sum += mean[i] * (double) mean[i] + Math.exp(logVariance[i]) - 1 - logVariance[i];
		return sum / 2 / mean.length;
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof MotionLatent l && shape.equals(l.shape) && Arrays.equals(mean, l.mean) && Arrays.equals(logVariance,
			l.logVariance);
	}

	@Override
	public int hashCode() {
		return Objects.hash(shape, Arrays.hashCode(mean), Arrays.hashCode(logVariance));
	}
}
