package org.motionlayers.evaluate.forecast;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * How far every predictor was from the truth at every sample.
 *
 * @param samples the questions, the same for all predictors
 * @param errors by predictor, in the order they were given: distance of the predicted from the true centroid of every sample, pixels
 * @param fates by horizon: what became of objects that could not be scored, because they were not there to be found
 */
public record ForecastErrors(List<ForecastSample> samples, Map<String, double[]> errors, SortedMap<Integer, Fates> fates) {

	private static final long BOOTSTRAP_SEED = 1;

	/**
	 * What became of objects between the reference frame and the one asked for.
	 *
	 * @param scored found again and scored
	 * @param divided ended in a division
	 * @param left gone, last seen at the border
	 * @param lost gone, last seen inside, or beyond a gap
	 */
	public record Fates(int scored, int divided, int left, int lost) {}

	/** Which samples count. */
	public enum Selection {
		/** All. */
		ALL,
		/** Those whose object the border never cuts: the centroid of a cut mask is not the object's. */
		INNER
	}

	/** Copies. */
	public ForecastErrors {
		samples = List.copyOf(samples);
		errors = new LinkedHashMap<>(errors);
	}

	/** @return names of the predictors in the order they were given */
	public List<String> predictors() {
		return List.copyOf(errors.keySet());
	}

	/** @return horizons that were asked for, ascending */
	public List<Integer> horizons() {
		return List.copyOf(fates.keySet());
	}

	/** @return errors of a predictor at a horizon, with an interval */
	public ErrorSummary summary(final String predictor, final int horizon, final Selection selection) {
		final int[] at = indices(horizon, selection);
		final double[] all = errors.get(predictor), chosen = Arrays.stream(at).mapToDouble(s -> all[s]).sorted().toArray();
		final double[] interval = Bootstrap.interval(labels(at), draw -> Arrays.stream(draw).mapToDouble(k -> all[at[k]]).average().orElse(
			Double.NaN), BOOTSTRAP_SEED);
		final int n = chosen.length;
		return new ErrorSummary(n, Arrays.stream(chosen).average().orElse(Double.NaN), n == 0 ? Double.NaN : (chosen[(n - 1) / 2] + chosen[n /
			2]) / 2, interval[0], interval[1]);
	}

	/**
	 * Error of a predictor against that of another, as the mean over horizons of the ratio of mean errors.
	 *
	 * @return ratio and its interval; below 1 where the first is better. {@code count} is the number of samples, {@code median} NaN
	 */
	public ErrorSummary ratio(final String predictor, final String other, final Selection selection) {
		final int[] at = IntStream.range(0, samples.size()).filter(s -> selection == Selection.ALL || samples.get(s).inner()).toArray();
		final double[] a = errors.get(predictor), b = errors.get(other);
		final int[] every = IntStream.range(0, at.length).toArray();
		final double[] interval = Bootstrap.interval(labels(at), draw -> ratio(draw, at, a, b), BOOTSTRAP_SEED);
		return new ErrorSummary(at.length, ratio(every, at, a, b), Double.NaN, interval[0], interval[1]);
	}

	private double ratio(final int[] draw, final int[] at, final double[] a, final double[] b) {
		final List<Integer> horizons = horizons();
		final double[] sumA = new double[horizons.size()], sumB = new double[horizons.size()];
		for (final int k : draw) {
			final int h = horizons.indexOf(samples.get(at[k]).horizon());
			sumA[h] += a[at[k]];
			sumB[h] += b[at[k]];
		}
		return IntStream.range(0, sumA.length).filter(h -> sumB[h] > 0).mapToDouble(h -> sumA[h] / sumB[h]).average().orElse(Double.NaN);
	}

	private int[] indices(final int horizon, final Selection selection) {
		return IntStream.range(0, samples.size()).filter(s -> samples.get(s).horizon() == horizon && (selection == Selection.ALL || samples.get(
			s).inner())).toArray();
	}

	private int[] labels(final int[] at) {
		return Arrays.stream(at).map(s -> samples.get(s).label()).toArray();
	}
}
