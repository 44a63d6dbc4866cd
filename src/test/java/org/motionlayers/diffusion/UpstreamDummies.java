package org.motionlayers.diffusion;

/** The dummy sample, noise and networks of diffusers' scheduler tests (tests/schedulers/test_schedulers.py at 58eb52c). */
final class UpstreamDummies {

	private static final int CHANNELS = 3;
	private static final int SIDE = 8;
	private static final int BATCH = 4;
	static final int SIZE = CHANNELS * SIDE * SIDE * BATCH;

	/** x t / (t + 1) */
	static final Denoiser UPSTREAM = (sample, t, output) -> scale(sample, t / (t + 1), output);

	/** x (t + 1) / (t + 2): unlike upstream's it is not 0 at t = 0 */
	static final Denoiser NEVER_ZERO = (sample, t, output) -> scale(sample, (t + 1) / (t + 2), output);

	private UpstreamDummies() {}

	private static void scale(final float[] sample, final double factor, final float[] output) {
		for (int i = 0; i < sample.length; i++) output[i] = (float) (sample[i] * factor);
	}

	/** @return arange(768) / 768 of shape 3, 8, 8, 4, the last axis moved to the front */
	static float[] sample() {
		return permuted(i -> i);
	}

	/** @return the same with the range reversed */
	static float[] noise() {
		return permuted(i -> SIZE - 1 - i);
	}

	private static float[] permuted(final java.util.function.IntUnaryOperator range) {
		final float[] values = new float[SIZE];
		final int image = SIZE / BATCH;
		for (int b = 0; b < BATCH; b++) for (int i = 0; i < image; i++) values[b * image + i] = range.applyAsInt(i * BATCH + b) / (float) SIZE;
		return values;
	}

	/** @return a source that always gives the same noise */
	static NoiseSource constantNoise() {
		final float[] noise = noise();
		return values -> System.arraycopy(noise, 0, values, 0, noise.length);
	}

	/** @return sum of absolute values */
	static double sum(final float[] values) {
		double sum = 0;
		for (final float v : values) sum += Math.abs(v);
		return sum;
	}
}
