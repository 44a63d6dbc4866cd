package org.motionlayers.evaluate.dreamer;

import java.util.List;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Progress;

/**
 * A network paints the frames; their motion is what a tracker sees in them.
 *
 * @param key in report.json
 * @param title what it is, in a few words
 * @param painter makes the frames; closed with the arm
 */
record FrameArm(String key, String title, Painter painter) implements Arm {

	/** Paints frames. */
	interface Painter extends AutoCloseable {

		/** @return frames 1 to the last of a trial, of the size and type of its first one */
		List<Frame> paint(Trial trial, Progress progress);

		@Override
		void close();
	}

	@Override
	public Future imagine(final Trial trial, final Progress progress) {
		final List<Frame> frames = painter.paint(trial, progress);
		return Future.ofFrames(trial, frames, PatchTracker.track(trial.scene(), frames));
	}

	@Override
	public void close() {
		painter.close();
	}
}
