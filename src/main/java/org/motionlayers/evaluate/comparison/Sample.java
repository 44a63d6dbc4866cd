package org.motionlayers.evaluate.comparison;

/**
 * A measured value.
 *
 * @param value mean over the samples; NaN where there is none
 * @param count how many samples
 */
public record Sample(double value, long count) {

	/** Nothing was measured. */
	public static final Sample NONE = new Sample(Double.NaN, 0);

	/** @return the mean over all samples of both */
	Sample and(final Sample other) {
		if (count == 0 || Double.isNaN(value)) return other;
		if (other.count == 0 || Double.isNaN(other.value)) return this;
		final long all = count + other.count;
		return new Sample((value * count + other.value * other.count) / all, all);
	}
}
