package org.motionlayers.diffusion;

/**
 * Classifier-free guidance (Ho and Salimans 2022, Eq. 6): output = unconditional + scale (conditional - unconditional). A scale of 1 is
 * the conditional network alone, larger ones follow the condition more strictly.
 */
public final class Guidance implements Denoiser {

	/** A network that is asked with and without its condition; an engine may do both in one call. */
	@FunctionalInterface
	public interface Pair {

		/**
		 * Predicts twice.
		 *
		 * @param sample the noisy sample
		 * @param timestep what the network is told of it
		 * @param conditional receives the prediction under the condition
		 * @param unconditional receives the prediction without it
		 */
		void predict(float[] sample, double timestep, float[] conditional, float[] unconditional);
	}

	private final Pair pair;
	private final double[] scales;
	private final int partLength;
	private float[] unconditional = {};

	/**
	 * Guidance of one strength.
	 *
	 * @param pair the network
	 * @param scale of the guidance
	 */
	public Guidance(final Pair pair, final double scale) {
		this(pair, new double[] { scale }, Integer.MAX_VALUE);
	}

	/**
	 * Guidance of a strength that differs between the parts of a sample, such as the frames of a clip.
	 *
	 * @param pair the network
	 * @param scales of the guidance, by part; used again from the first one on where a sample has more parts
	 * @param partLength number of values of a part
	 */
	public Guidance(final Pair pair, final double[] scales, final int partLength) {
		if (scales.length == 0 || partLength < 1) throw new IllegalArgumentException("Guidance needs a scale and parts of at least one value.");
		this.pair = pair;
		this.scales = scales.clone();
		this.partLength = partLength;
	}

	/** @return two networks, or one network under two conditions, as a pair */
	public static Pair pair(final Denoiser conditional, final Denoiser unconditional) {
		return (sample, timestep, with, without) -> {
			conditional.predict(sample, timestep, with);
			unconditional.predict(sample, timestep, without);
		};
	}

	/** @return scales that rise evenly from first to last, as Stable Video Diffusion guides its frames (1 to 2.5) */
	public static double[] rising(final double first, final double last, final int parts) {
		final double[] scales = new double[parts];
		for (int i = 0; i < parts; i++) scales[i] = parts == 1 ? last : first + (last - first) * i / (parts - 1);
		return scales;
	}

	@Override
	public void predict(final float[] sample, final double timestep, final float[] output) {
		if (unconditional.length != sample.length) unconditional = new float[sample.length];
		pair.predict(sample, timestep, output, unconditional);
		for (int part = 0, start = 0; start < output.length; part++) {
			final int end = (int) Math.min(output.length, (long) start + partLength);
			final float scale = (float) scales[part % scales.length];
			for (int i = start; i < end; i++) output[i] = unconditional[i] + scale * (output[i] - unconditional[i]);
			start = end;
		}
	}
}
