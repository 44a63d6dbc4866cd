package org.motionlayers.evaluate.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Percentile bootstrap of a statistic. Errors of one object hang together, so whole objects are drawn; with fewer than five objects
 * single samples are, and the interval is then too narrow.
 */
public final class Bootstrap {

	private static final int DRAWS = 1000;
	private static final int LEAST_OBJECTS = 5;
	private static final double TAIL = 0.025;

	private Bootstrap() {}

	/**
	 * Estimates an interval.
	 *
	 * @param labels object of every sample
	 * @param statistic of a selection of samples, given by their indices
	 * @param seed of the draws
	 * @return lower and upper end of the 95 % interval; NaN without samples
	 */
	public static double[] interval(final int[] labels, final ToDoubleFunction<int[]> statistic, final long seed) {
		if (labels.length == 0) return new double[] { Double.NaN, Double.NaN };
		return interval(values(labels, statistic, DRAWS, seed));
	}

	/** @return lower and upper end of the 95 % interval of values in ascending order, at least 2 */
	public static double[] interval(final double[] sorted) {
		return new double[] { sorted[(int) (TAIL * sorted.length)], sorted[(int) ((1 - TAIL) * sorted.length) - 1] };
	}

	/**
	 * Draws.
	 *
	 * @param labels object of every sample, at least one
	 * @param statistic of a selection of samples, given by their indices
	 * @param draws how many
	 * @param seed of the draws
	 * @return the statistic of every draw, in ascending order
	 */
	public static double[] values(final int[] labels, final ToDoubleFunction<int[]> statistic, final int draws, final long seed) {
		final List<int[]> clusters = clusters(labels);
		final SplittableRandom random = new SplittableRandom(seed);
		final double[] values = new double[draws];
		for (int b = 0; b < draws; b++) {
			final int[][] drawn = new int[clusters.size()][];
			for (int c = 0; c < drawn.length; c++) drawn[c] = clusters.get(random.nextInt(clusters.size()));
			values[b] = statistic.applyAsDouble(Arrays.stream(drawn).flatMapToInt(Arrays::stream).toArray());
		}
		Arrays.sort(values);
		return values;
	}

	private static List<int[]> clusters(final int[] labels) {
		final SortedMap<Integer, List<Integer>> byLabel = new TreeMap<>();
		for (int s = 0; s < labels.length; s++) byLabel.computeIfAbsent(labels[s], l -> new ArrayList<>()).add(s);
		final List<int[]> clusters = new ArrayList<>();
		if (byLabel.size() < LEAST_OBJECTS) for (int s = 0; s < labels.length; s++) clusters.add(new int[] { s });
		else byLabel.values().forEach(list -> clusters.add(list.stream().mapToInt(Integer::intValue).toArray()));
		return clusters;
	}
}
