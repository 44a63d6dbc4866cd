package org.motionlayers.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where an axis has its marks: at multiples of 1, 2 or 5 times a power of ten.
 *
 * @param low lower end of the axis
 * @param high upper end of the axis
 * @param step from mark to mark
 * @param values of the marks
 * @param texts of the marks
 */
record Ticks(double low, double high, double step, List<Double> values, List<String> texts) {

	private static final int ABOUT = 6;

	private static final double[] STEPS = { 1, 2, 5, 10 };

	/** Space beyond the outermost values, as a share of the axis. */
	private static final double MARGIN = 0.03;

	/**
	 * @param data finite values to be shown; none gives an axis from 0 to 1
	 * @param powers whether values are powers of ten: marks are whole powers and named by the number itself
	 */
	static Ticks of(final double[] data, final boolean powers) {
		double least = Arrays.stream(data).min().orElse(0), most = Arrays.stream(data).max().orElse(1);
		if (most <= least) {
			final double room = least == 0 ? 1 : Math.abs(least) / 2;
			least -= room;
			most += room;
		}
		final double step = step((most - least) / ABOUT, powers);
		final double low = least - MARGIN * (most - least), high = most + MARGIN * (most - least);
		final List<Double> values = new ArrayList<>();
		final List<String> texts = new ArrayList<>();
		for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
			values.add(i * step);
			texts.add(powers ? power(i * step) : text(i, step));
		}
		return new Ticks(low, high, step, List.copyOf(values), List.copyOf(texts));
	}

	private static double step(final double about, final boolean powers) {
		if (powers) return Math.max(1, Math.ceil(about));
		final double unit = Math.pow(10, Math.floor(Math.log10(about)));
		for (final double s : STEPS) if (s * unit >= about * 0.999) return s * unit;
		return 10 * unit;
	}

	private static String power(final double exponent) {
		return "1e" + (long) exponent;
	}

	private static String text(final long multiple, final double step) {
		// the step as it is written, so that 3 x 0.1 is 0.3
		final BigDecimal value = new BigDecimal(String.format(java.util.Locale.ROOT, "%.0e", step)).multiply(BigDecimal.valueOf(multiple));
		final String plain = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
		return plain.length() <= 9 ? plain : String.format(java.util.Locale.ROOT, "%.3g", value.doubleValue());
	}
}
