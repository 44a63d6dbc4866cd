package org.motionlayers.predict;

import java.util.function.IntToDoubleFunction;

/**
 * A straight line through samples at whole times.
 *
 * @param offset value at time 0
 * @param slope change per frame
 */
record Line(double offset, double slope) {

	/**
	 * Fits by least squares.
	 *
	 * @param from first time
	 * @param to last time, after the first
	 * @param samples value at every time between
	 */
	static Line fit(final int from, final int to, final IntToDoubleFunction samples) {
		final double middle = (from + to) / 2.0;
		double sum = 0, product = 0, squares = 0;
		for (int t = from; t <= to; t++) {
			final double value = samples.applyAsDouble(t);
			sum += value;
			product += (t - middle) * value;
			squares += (t - middle) * (t - middle);
		}
		final double slope = product / squares;
		return new Line(sum / (to - from + 1) - slope * middle, slope);
	}
}
