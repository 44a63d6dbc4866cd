package org.motionlayers.network.block;

/** A number as cosines and sines of many frequencies (Vaswani et al. 2017), in the order of latent diffusion and ADM: [cos | sin]. */
public final class Sinusoid {

	/** Longest period over 2 pi. */
	private static final double LONGEST_PERIOD = 10000;

	private Sinusoid() {}

	/**
	 * @param values numbers, such as timesteps
	 * @param channels even number of channels
	 * @return values x channels, row after row: cos(v f_i) for all i, then sin(v f_i), with f_i = 10000^(-i / (channels / 2))
	 */
	public static float[] of(final double[] values, final int channels) {
		if (channels < 2 || channels % 2 != 0) throw new IllegalArgumentException("A sinusoid has an even number of channels, not " +
			channels + ".");
		final int half = channels / 2;
		final float[] out = new float[values.length * channels];
		for (int v = 0; v < values.length; v++) for (int i = 0; i < half; i++) {
			final double angle = values[v] * Math.exp(-Math.log(LONGEST_PERIOD) * i / half);
			out[v * channels + i] = (float) Math.cos(angle);
			out[v * channels + half + i] = (float) Math.sin(angle);
		}
		return out;
	}
}
