package org.motionlayers.predict.hierarchical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The predictor tried on the observed frames themselves: fitted to the earlier ones, asked for the later ones. Says how much wider or
 * narrower than drawn its regions must be to hold what they are said to hold.
 */
final class Backtest {

	/** Earlier frames to predict from. */
	private static final int TRIES = 12;

	/**
	 * Frames that must have been observed before, and in which an object must have been seen: one that has just appeared or come out of a
	 * division moves in its own way, and would widen the regions of all others.
	 */
	private static final int LEAST_FRAMES = 4;

	private static final int LONGEST = 16;
	private static final int DRAWS = 100;
	private static final double SHARE = 0.8;

	/** So many trials count as much as the assumption that regions are right; chosen with four real and nine simulated movies in sight, of which anything from 5 to 10 does. */
	private static final double CAUTION = 8;

	private final List<BodyTrack> tracks;
	private final int dimensions;
	private final long seed;
	private final SortedMap<Integer, List<Double>> ratios = new TreeMap<>();

	/**
	 * Runs the trials.
	 *
	 * @param tracks all pieces of all tracks
	 * @param last the last observed frame
	 * @param dimensions 2 or 3
	 * @param seed of the draws
	 */
	Backtest(final List<BodyTrack> tracks, final int last, final int dimensions, final long seed) {
		this.tracks = tracks;
		this.dimensions = dimensions;
		this.seed = seed;
		final int first = LEAST_FRAMES - 1, span = last - 1 - first;
		for (int k = 0; k < TRIES && span >= 0; k++) {
			final int frame = first + (int) Math.round((double) span * k / (TRIES - 1));
			if (k == 0 || frame > first + (int) Math.round((double) span * (k - 1) / (TRIES - 1))) trial(frame);
		}
	}

	private void trial(final int frame) {
		final List<BodyTrack> before = new ArrayList<>();
		for (final BodyTrack track : tracks) if (track.first() <= frame) before.add(track.until(frame));
		final MotionFit fit = new MotionFit(before, frame, dimensions);
		for (final BodyTrack track : tracks) if (fit.knows(track.label()) && track.first() <= frame + 1 - LEAST_FRAMES && track.last() > frame)
			compare(fit, track, frame);
	}

	private void compare(final MotionFit fit, final BodyTrack track, final int frame) {
		final Posterior posterior = fit.posterior(track.label());
		final int now = frame - track.first(), frames = Math.min(LONGEST, track.last() - frame);
		final double[] place = track.place()[now];
		final double[][] mean = fit.rollout(posterior, place).mean(frames);
		final FutureSampler sampler = fit.sampler(posterior, place, seed * frame + track.label());
		final double[][] distances = new double[frames + 1][DRAWS];
		final double[][] body = new double[frames + 1][dimensions];
		for (int s = 0; s < DRAWS; s++) {
			final double deviation = sampler.draw(place, body);
			for (int h = 1; h <= frames; h *= 2) {
				double sum = 0;
				for (int d = 0; d < dimensions; d++) sum += square(sampler.measured(body[h][d], deviation) - mean[h][d]);
				distances[h][s] = Math.sqrt(sum);
			}
		}
		for (int h = 1; h <= frames; h *= 2) {
			double sum = 0;
			for (int d = 0; d < dimensions; d++) sum += square(track.path()[now + h][d] - track.path()[now][d] - mean[h][d]);
			Arrays.sort(distances[h]);
			ratios.computeIfAbsent(h, horizon -> new ArrayList<>()).add(Math.sqrt(sum) / distances[h][(int) Math.ceil(SHARE * DRAWS) - 1]);
		}
	}

	private static double square(final double x) {
		return x * x;
	}

	/**
	 * Factor by which futures must lie further from what is expected, so that a region holds the share of truths that it holds of futures:
	 * interpolated in the logarithm of the horizon, and nearer to 1 the fewer trials there were.
	 *
	 * @param horizon frames ahead, at least 1
	 */
	double spread(final int horizon) {
		if (ratios.isEmpty()) return 1;
		final int below = Math.min(ratios.lastKey(), Integer.highestOneBit(horizon)), above = Math.min(ratios.lastKey(), 2 * below);
		final double part = above == below ? 0 : Math.min(1, Math.log((double) horizon / below) / Math.log(2));
		return Math.exp((1 - part) * logFactor(below) + part * logFactor(above));
	}

	private double logFactor(final int horizon) {
		final double[] sorted = ratios.get(horizon).stream().mapToDouble(Double::doubleValue).sorted().toArray();
		final double quantile = sorted[Math.min(sorted.length - 1, (int) Math.ceil(SHARE * sorted.length) - 1)];
		return sorted.length / (sorted.length + CAUTION) * Math.log(Math.max(quantile, Double.MIN_NORMAL));
	}
}
