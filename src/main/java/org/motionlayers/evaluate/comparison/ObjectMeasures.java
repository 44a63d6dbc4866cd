package org.motionlayers.evaluate.comparison;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

import org.motionlayers.evaluate.forecast.ObservedCentroids.Sighting;
import org.motionlayers.evaluate.motion.BoundaryMeasure;
import org.motionlayers.evaluate.motion.MaskOverlap;
import org.motionlayers.evaluate.motion.MotionError;
import org.motionlayers.scene.Shape;

/** Objects of one frame against those of one frame. */
final class ObjectMeasures {

	private final Sequence truth;
	private final Optional<SortedMap<Integer, Sighting>> before;

	/**
	 * @param truth the true frames
	 * @param last the last observed frame
	 */
	ObjectMeasures(final Sequence truth, final Optional<Sequence> last) {
		this.truth = truth;
		this.before = last.flatMap(Sequence::positions).map(frames -> frames.get(0));
	}

	/** Measures frame k of a side. */
	void measure(final Scores scores, final Side side, final Sequence sequence, final int k) {
		if (truth.labels().isEmpty()) return;
		if (sequence.positions().isPresent()) positions(scores, side, sequence.positions().get().get(k), k);
		if (sequence.labels().isPresent()) masks(scores, side, sequence.labels().get().labels(k), truth.labels().get().labels(k));
	}

	private void positions(final Scores scores, final Side side, final SortedMap<Integer, Sighting> predicted, final int k) {
		for (final Map.Entry<Integer, Sighting> there : truth.positions().orElseThrow().get(k).entrySet()) {
			final Sighting guess = predicted.get(there.getKey());
			if (guess == null) continue;
			final double squared = squaredDistance(guess.position(), there.getValue().position());
			scores.add(Metrics.POSITION, side, Math.sqrt(squared));
			final boolean cutBefore = before.isPresent() && before.get().containsKey(there.getKey()) && before.get().get(there.getKey()).cut();
			if (!there.getValue().cut() && !cutBefore) scores.add(Metrics.INNER_POSITION, side, Math.sqrt(squared));
			scores.add(Metrics.VELOCITY, side, MotionError.velocityTerm(squared, k + 1));
		}
	}

	private void masks(final Scores scores, final Side side, final int[] predicted, final int[] there) {
		final Shape shape = truth.labels().orElseThrow().shape();
		MaskOverlap.between(predicted, there).byLabel().values().forEach(share -> scores.add(Metrics.OVERLAP, side, share));
		BoundaryMeasure.between(predicted, there, shape, BoundaryMeasure.tolerance(shape)).byLabel().values().forEach(f -> scores.add(
			Metrics.BOUNDARY, side, f));
	}

	static double squaredDistance(final double[] a, final double[] b) {
		double sum = 0;
		for (int d = 0; d < Math.min(a.length, b.length); d++) sum += (a[d] - b[d]) * (a[d] - b[d]);
		return sum;
	}
}
