package org.motionlayers.evaluate.paper;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.motionlayers.evaluate.forecast.Bootstrap;

/**
 * A figure with its bootstrap interval over trials.
 *
 * @param value on all trials
 * @param low lower end of the 95 % interval
 * @param high upper end of the 95 % interval
 */
public record Estimate(double value, double low, double high) {

	/** Of the draws; it is the same for all figures, so that those of two arms are drawn alike. */
	private static final long SEED = 1;

	/** What is smaller is rounding. */
	private static final double SMALLEST = 1e-8;

	/**
	 * Estimates.
	 *
	 * @param trials how many there are
	 * @param statistic of a selection of them, given by their indices
	 */
	public static Estimate of(final int trials, final ToDoubleFunction<int[]> statistic) {
		final int[] all = IntStream.range(0, trials).toArray();
		final double[] interval = Bootstrap.interval(all, statistic, SEED);
		return new Estimate(statistic.applyAsDouble(all), interval[0], interval[1]);
	}

	/** @return a distance's interval, which does not reach below 0 */
	public Estimate notNegative() {
		return new Estimate(value, Math.max(0, low), Math.max(0, high));
	}

	/**
	 * Estimates a distance of distributions. Trials drawn twice make every drawn distribution narrower than it is, so that distances of draws
	 * are too large: the interval is moved so that the median of the draws comes to lie on the value.
	 *
	 * @param trials how many there are
	 * @param draws how many, at least 2
	 * @param statistic of a selection of them, given by their indices
	 */
	public static Estimate ofDistance(final int trials, final int draws, final ToDoubleFunction<int[]> statistic) {
		final int[] all = IntStream.range(0, trials).toArray();
		final double[] values = Bootstrap.values(all, statistic, draws, SEED);
		final double value = statistic.applyAsDouble(all), bias = (values[(draws - 1) / 2] + values[draws / 2]) / 2 - value;
		final double[] interval = Bootstrap.interval(values);
		return new Estimate(value, interval[0] - bias, interval[1] - bias);
	}

	/** @return value, low and high as report.json has them */
	public double[] numbers() {
		return new double[] { value, low, high };
	}

	/** @return the values of several figures */
	public static double[] values(final Estimate[] estimates) {
		return Arrays.stream(estimates).mapToDouble(Estimate::value).toArray();
	}

	/** @return as readers see it: 1.23 (1.01 to 1.44) */
	@Override
	public String toString() {
		return Double.isNaN(value) ? "-" : text(value) + " (" + text(low) + " to " + text(high) + ")";
	}

	private static String text(final double number) {
		final double size = Math.abs(number);
		if (size < SMALLEST) return "0";
		return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : size >= 1e-3
			? "%.4f" : "%.1e", number);
	}
}
