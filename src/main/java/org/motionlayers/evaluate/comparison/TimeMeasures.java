package org.motionlayers.evaluate.comparison;

import java.util.List;

import org.motionlayers.evaluate.image.DynamicDegree;
import org.motionlayers.evaluate.image.PixelError;
import org.motionlayers.evaluate.image.TemporalFlickering;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Progress;

/** What VBench measures of one video along time. */
final class TimeMeasures {

	private final double range;

	/** @param range of values */
	TimeMeasures(final double range) {
		this.range = range;
	}

	/**
	 * Measures a video of at least two frames; of fewer there is nothing to measure.
	 *
	 * @param scores of every frame, to which its difference from the one before is added
	 * @param summary to which is added what belongs to no single frame
	 */
	void measure(final List<Scores> scores, final Scores summary, final Side side, final Sequence sequence, final Progress progress) {
		final List<Frame> frames = sequence.images();
		if (frames.size() < 2) return;
		for (int k = 1; k < frames.size(); k++) {
			progress.update(k, frames.size(), "comparing each frame with the one before");
			scores.get(k).add(Metrics.CHANGE, side, PixelError.between(frames.get(k), frames.get(k - 1)).l1());
		}
		summary.add(Metrics.FLICKERING, side, new Sample(TemporalFlickering.of(frames, range), frames.size() - 1));
		progress.update(0, 1, "measuring optical flow");
		final DynamicDegree degree = DynamicDegree.of(frames);
		for (int k = 1; k < frames.size(); k++) scores.get(k).add(Metrics.FLOW, side, degree.largestFlow()[k - 1]);
		summary.add(Metrics.DYNAMIC, side, degree.dynamic() ? 1 : 0);
	}
}
