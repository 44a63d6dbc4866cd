package org.motionlayers.decompose;

import java.util.Arrays;

/**
 * What values a background usually has.
 *
 * @param median of the values
 * @param deviation robust standard deviation: 1.4826 times the median absolute deviation
 */
record Normal(float median, float deviation) {

	private static final float CONSISTENCY = 1.4826f;

	/** Least deviation of an integer type, in its steps. */
	private static final float LEAST = 0.5f;

	private static final int MOST_SAMPLES = 100_000;

	/**
	 * @param values of one channel
	 * @param chosen which are background
	 * @param integer whether values are whole numbers
	 * @return what is usual
	 */
	static Normal of(final float[] values, final boolean[] chosen, final boolean integer) {
		final float[] some = sample(values, chosen);
		final float median = median(some);
		for (int i = 0; i < some.length; i++) some[i] = Math.abs(some[i] - median);
		return new Normal(median, Math.max(integer ? LEAST : 0, CONSISTENCY * median(some)));
	}

	/** @return the median of the values chosen, 0 where none is; at most a hundred thousand of them, evenly spread, are looked at */
	static float median(final float[] values, final boolean[] chosen) {
		return median(sample(values, chosen));
	}

	private static float median(final float[] sample) {
		Arrays.sort(sample);
		return sample.length == 0 ? 0 : sample[sample.length / 2];
	}

	private static float[] sample(final float[] values, final boolean[] chosen) {
		int count = 0;
		for (final boolean c : chosen) if (c) count++;
		final int step = Math.max(1, count / MOST_SAMPLES);
		final float[] some = new float[(count + step - 1) / step];
		for (int i = 0, n = 0; i < values.length; i++) if (chosen[i]) {
			if (n % step == 0) some[n / step] = values[i];
			n++;
		}
		return some;
	}
}
