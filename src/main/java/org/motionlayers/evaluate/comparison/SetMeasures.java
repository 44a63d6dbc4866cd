package org.motionlayers.evaluate.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.motionlayers.evaluate.ctc.CellTrackingMeasures;
import org.motionlayers.evaluate.distribution.FeatureExtractor.Features;
import org.motionlayers.evaluate.distribution.FrechetDistance;
import org.motionlayers.evaluate.forecast.ObservedCentroids.Sighting;
import org.motionlayers.evaluate.motion.ActionPrecision;
import org.motionlayers.evaluate.motion.ActionPrecision.Action;
import org.motionlayers.evaluate.motion.MotionHistograms.Acceleration;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;

/** What can be told of all frames together only: distributions, tracks, actions. */
final class SetMeasures {

	/** Tolerance of an action, as a share of its length. */
	private static final double ACTION_SHARE = 0.25;

	/** Smallest tolerance of an action, pixels. */
	private static final double ACTION_LEAST = 1;

	/** With fewer samples a dimension a Frechet distance is mostly its own bias. */
	private static final int SAMPLES_A_DIMENSION = 10;

	private final Sequence truth;
	private final VideoComparison.Options options;
	private final Progress progress;
	private final List<String> remarks = new ArrayList<>();
	private Optional<double[][]> trueFeatures = Optional.empty();

	SetMeasures(final Sequence truth, final VideoComparison.Options options, final Progress progress) {
		this.truth = truth;
		this.options = options;
		this.progress = progress;
	}

	/** @return what the user should know, one line each */
	List<String> remarks() {
		return remarks;
	}

	/** Measures a side. */
	void measure(final Scores scores, final Side side, final Sequence sequence) {
		if (options.features().use() == Features.Use.SETS) frechet(scores, side, sequence);
		if (truth.labels().isEmpty()) return;
		if (sequence.positions().isPresent()) {
			motion(scores, side, sequence);
			actions(scores, side, sequence);
		}
		if (sequence.labels().isPresent()) tracking(scores, side, sequence);
	}

	private void frechet(final Scores scores, final Side side, final Sequence sequence) {
		final Features features = options.features();
		final Clips clips = Clips.of(features, truth.frames());
		final Metric metric = Metrics.frechet(features.distanceName(), clips.description());
		if (trueFeatures.isEmpty()) {
			final String lack = clips.lack(truth.images().get(0).shape());
			if (!lack.isEmpty()) {
				if (side == Side.PREDICTED) remarks.add(metric.name() + " is left out: " + lack);
				return;
			}
			trueFeatures = Optional.of(clips.features(truth.images(), progress));
		}
		distance(scores, side, metric, FrechetDistance.of(trueFeatures.get(), clips.features(sequence.images(), progress), options.seed()));
	}

	private void distance(final Scores scores, final Side side, final Metric metric, final FrechetDistance d) {
		scores.add(metric, side, new Sample(d.distance(), d.generatedCount()));
		if (side != Side.PREDICTED) return;
		scores.add(Metrics.floor(metric.name()), Side.TRUTH, new Sample(d.floor(), Double.isNaN(d.floor()) ? 0 : d.realCount() / 2));
		remarks.add(metric.name() + ": n = " + d.generatedCount() + " predicted and " + d.realCount() + " true clips, d = " + d.dimensions() +
			" dimensions" + (d.realCount() < SAMPLES_A_DIMENSION * d.dimensions() ? "; fewer than 10 clips a dimension, so read it beside its floor of " +
				"real against real alone." : "."));
	}

	private void motion(final Scores scores, final Side side, final Sequence sequence) {
		final TrackClips clips = new TrackClips(truth, sequence);
		final Metric metric = TrackClips.metric(options.acceleration() == Acceleration.UPSTREAM);
		if (clips.count() >= 2) distance(scores, side, metric, clips.distance(options.acceleration(), options.seed()));
		else if (side == Side.PREDICTED) remarks.add(metric.name() + " is left out: it needs two objects that are seen in four frames running.");
	}

	private void tracking(final Scores scores, final Side side, final Sequence sequence) {
		if (truth.positions().orElseThrow().stream().allMatch(Map::isEmpty)) return;
		final CellTrackingMeasures m = CellTrackingMeasures.of(truth.labels().orElseThrow(), sequence.labels().orElseThrow());
		scores.add(Metrics.SEG, side, new Sample(m.seg(), m.vertices()));
		scores.add(Metrics.DET, side, new Sample(m.det(), m.vertices()));
		scores.add(Metrics.TRA, side, new Sample(m.tra(), m.vertices()));
		scores.add(Metrics.LNK, side, new Sample(m.lnk(), Double.isNaN(m.lnk()) ? 0 : m.edges()));
	}

	private void actions(final Scores scores, final Side side, final Sequence sequence) {
		final Optional<SortedMap<Integer, Sighting>> from = options.last().flatMap(Sequence::positions).map(frames -> frames.get(0));
		if (from.isEmpty()) return;
		final SortedMap<Integer, double[]> made = displacements(from.get(), sequence);
		if (made.isEmpty()) return;
		final SortedMap<Integer, Action> asked = new TreeMap<>(options.actions());
		if (asked.isEmpty()) displacements(from.get(), truth).forEach((label, d) -> asked.put(label, new Action(d)));
		final ActionPrecision p = ActionPrecision.of(motion(made), asked, ACTION_SHARE, ACTION_LEAST);
		scores.add(Metrics.ACTIONS, side, new Sample(p.action(), p.described()));
		scores.add(Metrics.REFERRING, side, new Sample(p.referring(), p.moving()));
	}

	/** From the last observed to the last compared frame, of objects that are in both. */
	private static SortedMap<Integer, double[]> displacements(final SortedMap<Integer, Sighting> from, final Sequence sequence) {
		final SortedMap<Integer, double[]> displacements = new TreeMap<>();
		sequence.positions().orElseThrow().get(sequence.frames() - 1).forEach((label, end) -> {
			final Sighting start = from.get(label);
			if (start == null) return;
			final double[] d = new double[start.position().length];
			for (int k = 0; k < d.length; k++) d[k] = end.position()[k] - start.position()[k];
			displacements.put(label, d);
		});
		return displacements;
	}

	/** A motion of one frame. */
	private static Motion motion(final SortedMap<Integer, double[]> displacements) {
		final int[] labels = displacements.keySet().stream().mapToInt(Integer::intValue).toArray();
		final double[] all = displacements.values().stream().flatMapToDouble(java.util.Arrays::stream).toArray();
		return new Motion(labels, 1, all.length / labels.length, all, new double[0], new double[0], new Motion.Provenance("comparison", 0, Map
			.of()));
	}
}
