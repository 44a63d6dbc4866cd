package org.motionlayers.io.track;

import java.util.Arrays;

/** Fills what is not known of a series that is 0 at time 0: on the line between its neighbours, beyond the last one as it went on before. */
final class GapFill {

	private GapFill() {}

	/** @return a series of times 0 to a last one of which nothing but the 0 at the beginning is known */
	static double[] unknown(final int last) {
		final double[] series = new double[last + 1];
		Arrays.fill(series, 1, series.length, Double.NaN);
		return series;
	}

	/** @return the series itself, without NaN */
	static double[] of(final double[] series) {
		int before = 0;
		double step = 0;
		for (int t = 1; t < series.length; t++) {
			if (Double.isNaN(series[t])) continue;
			step = (series[t] - series[before]) / (t - before);
			for (int gap = before + 1; gap < t; gap++) series[gap] = series[before] + step * (gap - before);
			before = t;
		}
		for (int t = before + 1; t < series.length; t++) series[t] = series[before] + step * (t - before);
		return series;
	}
}
