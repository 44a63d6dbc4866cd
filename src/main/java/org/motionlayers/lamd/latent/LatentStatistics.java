package org.motionlayers.lamd.latent;

/**
 * Mean and standard deviation of every channel of latents over a training set (LaMD, 3.1.1: the "normalization layer"), measured once after
 * the autoencoder is trained. A generator works on (z - mean) / deviation; the decoder is given z. Immutable.
 */
public final class LatentStatistics {

	private final float[] mean;
	private final float[] deviation;

	/**
	 * @param mean one number a channel
	 * @param deviation as many, above 0
	 * @throws IllegalArgumentException where they are not
	 */
	public LatentStatistics(final float[] mean, final float[] deviation) {
		if (mean.length == 0 || mean.length != deviation.length) throw new IllegalArgumentException(mean.length + " means and " +
			deviation.length + " deviations; one of each for every channel is needed.");
		for (final float s : deviation) if (!(s > 0)) throw new IllegalArgumentException("A standard deviation of " + s + ".");
		this.mean = mean.clone();
		this.deviation = deviation.clone();
	}

	/** @return a copy of the means */
	public float[] mean() {
		return mean.clone();
	}

	/** @return a copy of the standard deviations */
	public float[] deviation() {
		return deviation.clone();
	}

	/** @return (z - mean) / deviation of a latent z (d, h, w) with as many channels */
	public float[] normalised(final float[] z) {
		final float[] out = new float[z.length];
		final int cells = cells(z);
		for (int i = 0; i < z.length; i++) out[i] = (z[i] - mean[i / cells]) / deviation[i / cells];
		return out;
	}

	/** @return mean + deviation u, the inverse of {@link #normalised} */
	public float[] restored(final float[] u) {
		final float[] out = new float[u.length];
		final int cells = cells(u);
		for (int i = 0; i < u.length; i++) out[i] = mean[i / cells] + deviation[i / cells] * u[i];
		return out;
	}

	private int cells(final float[] z) {
		if (z.length == 0 || z.length % mean.length != 0) throw new IllegalArgumentException(z.length + " numbers are no latent of " +
			mean.length + " channels.");
		return z.length / mean.length;
	}

	/** Sums over latents, one after another. */
	public static final class Sums {

		private final double[] sums;
		private final double[] squares;
		private long cells;

		/** @param channels of the latents */
		public Sums(final int channels) {
			sums = new double[channels];
			squares = new double[channels];
		}

		/** Adds a latent's distribution: its samples have the mean's spread and its own variance. */
		public void add(final MotionLatent latent) {
			if (latent.shape().d() != sums.length) throw new IllegalArgumentException("A latent of " + latent.shape() + " has not " +
				sums.length + " channels.");
			final float[] mean = latent.mean(), log = latent.logVariance();
			final int plane = latent.shape().cells();
			for (int i = 0; i < mean.length; i++) {
				sums[i / plane] += mean[i];
				squares[i / plane] += mean[i] * (double) mean[i] + Math.exp(log[i]);
			}
			cells += plane;
		}

		/** @return the statistics of all that was added, at least one latent */
		public LatentStatistics statistics() {
			final float[] mean = new float[sums.length], deviation = new float[sums.length];
			for (int c = 0; c < mean.length; c++) {
				mean[c] = (float) (sums[c] / cells);
				deviation[c] = (float) Math.sqrt(Math.max(1e-12, squares[c] / cells - mean[c] * (double) mean[c]));
			}
			return new LatentStatistics(mean, deviation);
		}
	}
}
