package org.motionlayers.evaluate.dreamer;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.motionlayers.evaluate.distribution.FrechetDistance;
import org.motionlayers.evaluate.distribution.Moments;
import org.motionlayers.evaluate.paper.Estimate;

/**
 * What one arm scored in all trials, and the figures that come of it.
 *
 * @param key of the arm in report.json
 * @param title of the arm
 * @param scores a trial each
 * @param real the truth: tracks and frames of the same trials
 */
record Sheet(String key, String title, List<Score> scores, Truth real) {

	/**
	 * The truth that distributions are compared with.
	 *
	 * @param tracks a trial each, in whole pixels
	 * @param exact a trial each, to the last fraction of a pixel
	 * @param frames a trial each
	 * @param draws of the bootstrap of Frechet distances, which take long
	 */
	record Truth(List<Moments> tracks, List<Moments> exact, List<Moments> frames, int draws) {

		/** Copies the lists. */
		Truth {
			tracks = List.copyOf(tracks);
			exact = List.copyOf(exact);
			frames = List.copyOf(frames);
		}

		/** @return that of the first trials */
		Truth head(final int count) {
			return new Truth(tracks.subList(0, count), exact.subList(0, count), frames.subList(0, count), draws);
		}
	}

	/** Copies the list. */
	Sheet {
		scores = List.copyOf(scores);
	}

	/** @return the first trials alone, as many as a contest has */
	Sheet head(final Contest contest) {
		return new Sheet(key, title, scores.subList(0, contest.trials().size()), contest.truth());
	}

	/** @return the first trials alone, as many as another sheet has */
	Sheet head(final Sheet other) {
		return new Sheet(key, title, scores.subList(0, other.scores.size()), other.real);
	}

	/** @return FVMD on tracks in whole pixels */
	Estimate fvmd() {
		return frechet(real.tracks(), moments(Score::tracks), real.draws());
	}

	/** @return FVMD on tracks to the last fraction of a pixel */
	double exactFvmd() {
		return between(real.exact(), moments(Score::exact), IntStream.range(0, scores.size()).toArray());
	}

	/** @return Frechet distance on random-convolution features of the frames */
	Estimate fd() {
		return frechet(real.frames(), moments(Score::frames), real.draws());
	}

	private List<Moments> moments(final Function<Score, Moments> kind) {
		return scores.stream().map(kind).toList();
	}

	/** @return Frechet distance of two sets of moments, drawn alike */
	static Estimate frechet(final List<Moments> real, final List<Moments> generated, final int draws) {
		return Estimate.ofDistance(real.size(), draws, drawn -> between(real, generated, drawn)).notNegative();
	}

	private static double between(final List<Moments> real, final List<Moments> generated, final int[] drawn) {
		return FrechetDistance.between(Moments.gaussian(real, drawn), Moments.gaussian(generated, drawn));
	}

	/** @return position error at the last frame, mean over objects, pixels */
	Estimate position() {
		return mean(Score::lastPosition);
	}

	/** @return mean position error at every frame, pixels */
	Estimate[] positions() {
		return IntStream.range(0, scores.get(0).position().length).mapToObj(t -> mean(score -> score.position()[t])).toArray(Estimate[]::new);
	}

	/** @return median position error at every frame, pixels */
	Estimate[] medianPositions() {
		return IntStream.range(0, scores.get(0).position().length).mapToObj(t -> median(score -> score.position()[t])).toArray(Estimate[]::new);
	}

	/** @return overlap of masks at every frame */
	Estimate[] overlaps() {
		return IntStream.range(0, scores.get(0).overlap().length).mapToObj(t -> mean(score -> new double[] { score.overlap()[t] })).toArray(
			Estimate[]::new);
	}

	/** @return overlap of masks at the last frame */
	Estimate overlap() {
		return mean(score -> new double[] { score.overlap()[score.overlap().length - 1] });
	}

	/** @return a mean over all trials */
	Estimate mean(final Function<Score, double[]> values) {
		return Estimate.of(scores.size(), drawn -> mean(values, drawn));
	}

	/** @return a median over all trials */
	Estimate median(final Function<Score, double[]> values) {
		return Estimate.of(scores.size(), drawn -> {
			final double[] sorted = pooled(values, drawn);
			Arrays.sort(sorted);
			return sorted.length == 0 ? Double.NaN : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
		});
	}

	/** @return the mean of this arm as a share of another's, trials drawn alike */
	Estimate ratio(final Sheet other, final Function<Score, double[]> values) {
		return Estimate.of(scores.size(), drawn -> mean(values, drawn) / other.mean(values, drawn));
	}

	/** @return the mean of this arm less another's, trials drawn alike */
	Estimate difference(final Sheet other, final Function<Score, double[]> values) {
		return Estimate.of(scores.size(), drawn -> mean(values, drawn) - other.mean(values, drawn));
	}

	/** @return FVMD of this arm less another's, trials drawn alike */
	Estimate fvmdDifference(final Sheet other) {
		return frechetDifference(real.tracks(), moments(Score::tracks), other.moments(Score::tracks), real.draws());
	}

	/** @return Frechet distance on frames of this arm less another's, trials drawn alike */
	Estimate fdDifference(final Sheet other) {
		return frechetDifference(real.frames(), moments(Score::frames), other.moments(Score::frames), real.draws());
	}

	private static Estimate frechetDifference(final List<Moments> real, final List<Moments> one, final List<Moments> other,
		final int draws)
	{
		return Estimate.ofDistance(real.size(), draws, drawn -> between(real, one, drawn) - between(real, other, drawn));
	}

	private double mean(final Function<Score, double[]> values, final int[] drawn) {
		return Arrays.stream(pooled(values, drawn)).average().orElse(Double.NaN);
	}

	private double[] pooled(final Function<Score, double[]> values, final int[] drawn) {
		return Arrays.stream(drawn).mapToObj(scores::get).map(values).flatMapToDouble(Arrays::stream).toArray();
	}
}
