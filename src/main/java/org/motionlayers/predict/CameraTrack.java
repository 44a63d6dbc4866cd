package org.motionlayers.predict;

import java.util.Arrays;

import org.motionlayers.scene.Frame;

/**
 * The camera's motion over the observed frames. It is measured backwards from the reference frame, each frame searched for around where
 * the camera's velocity so far lets expect it. The camera moves when a good part of the frames that tell anything show a shift of more
 * than jitter; else every shift is exactly 0. Frames that tell nothing lie on the line between those that do.
 */
final class CameraTrack {

	private static final int AXES = 3;

	/** One in so many of the frames that tell anything must be shifted; fewer are a jolt, not a motion. */
	private static final int SHIFTED = 3;

	private final int last;
	private final Runnable stopIfCanceled;
	private final CameraMeasurer measurer;
	private final CameraMeasurer.Shift[] shifts;
	private final double[] velocity = new double[AXES];

	/**
	 * @param frames number of observed frames
	 * @param reference the last of them
	 * @param labels its labels
	 * @param stopIfCanceled throws where the work should stop; called often
	 */
	CameraTrack(final int frames, final Frame reference, final int[] labels, final Runnable stopIfCanceled) {
		this.last = frames - 1;
		this.stopIfCanceled = stopIfCanceled;
		this.measurer = new CameraMeasurer(BackgroundImage.of(reference, labels, stopIfCanceled));
		this.shifts = new CameraMeasurer.Shift[last];
	}

	/** Measures observed frame k; frames come in falling order. */
	void measure(final int k, final Frame frame, final int[] labels) {
		final double[] expected = new double[AXES];
		for (int axis = 0; axis < AXES; axis++) expected[axis] = velocity[axis] * (last - k);
		shifts[k] = measurer.measure(BackgroundImage.of(frame, labels, stopIfCanceled), expected);
		if (shifts[k].certain()) for (int axis = 0; axis < AXES; axis++) velocity[axis] = shifts[k].exact()[axis] / (last - k);
	}

	/** @return frames x dimensions: shift of the background against the reference frame, pixels */
	double[] shifts(final int dimensions) {
		final double[] camera = new double[(last + 1) * dimensions];
		final long telling = Arrays.stream(shifts).filter(CameraMeasurer.Shift::certain).count();
		final long shifted = Arrays.stream(shifts).filter(CameraMeasurer.Shift::moved).count();
		if (shifted == 0 || SHIFTED * shifted < telling) return camera;
		int later = last;
		for (int k = last - 1; k >= 0; k--) if (shifts[k].certain()) {
			for (int d = 0; d < dimensions; d++) camera[k * dimensions + d] = shifts[k].exact()[d];
			interpolate(camera, k, later, dimensions);
			later = k;
		}
		for (int k = 0; k < later; k++) for (int d = 0; d < dimensions; d++) camera[k * dimensions + d] = camera[later * dimensions + d] * (last -
			k) / (last - later);
		return camera;
	}

	private static void interpolate(final double[] camera, final int from, final int to, final int dimensions) {
		for (int k = from + 1; k < to; k++) for (int d = 0; d < dimensions; d++) camera[k * dimensions + d] = (camera[from * dimensions + d] *
			(to - k) + camera[to * dimensions + d] * (k - from)) / (to - from);
	}
}
