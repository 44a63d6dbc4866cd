package org.motionlayers.evaluate.image;

import java.util.Arrays;
import java.util.List;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;

/**
 * Dynamic degree by the rule of VBench, on {@link BlockMatchingFlow} in the place of RAFT: a pair of frames moves where the mean of the
 * largest 5 % of flow lengths exceeds 6 (shorter side / 256) pixels; a video of N frames is dynamic where round(4 N / 16) pairs move, and
 * at least one.
 *
 * @param dynamic whether the video is dynamic
 * @param largestFlow mean of the largest 5 % of flow lengths of every pair, pixels
 * @param threshold above which a pair moves, pixels
 * @param pairsNeeded how many pairs must move
 */
public record DynamicDegree(boolean dynamic, double[] largestFlow, double threshold, int pairsNeeded) {

	private static final double LARGEST_SHARE = 0.05;
	private static final double PIXELS_AT_256 = 6;
	private static final double FRAMES_PER_SECOND = 8;

	/** @return the measure of a video whose frames are taken as they come, as for 8 frames per second */
	public static DynamicDegree of(final List<Frame> frames) {
		return of(frames, FRAMES_PER_SECOND);
	}

	/**
	 * Measures a video, of which every round(fps / 8)-th frame is looked at.
	 *
	 * @param frames at least 2 frames of one shape
	 * @param framesPerSecond of the video
	 * @return the measure
	 */
	public static DynamicDegree of(final List<Frame> frames, final double framesPerSecond) {
		if (frames.size() < 2) throw new InputException("Dynamic degree needs at least 2 frames, found " + frames.size() + ".");
		final int interval = Math.max(1, (int) Math.rint(framesPerSecond / FRAMES_PER_SECOND));
		final int sampled = (frames.size() + interval - 1) / interval;
		final double[] largest = new double[sampled - 1];
		Frame before = frames.get(0);
		for (int t = 0; t < largest.length; t++) {
			final Frame frame = frames.get((t + 1) * interval);
			largest[t] = largest(BlockMatchingFlow.between(before, frame).lengths());
			before = frame;
		}
		return judge(largest, Math.min(before.shape().width(), before.shape().height()), sampled);
	}

	static DynamicDegree judge(final double[] largest, final int shorterSide, final int frames) {
		final double threshold = PIXELS_AT_256 * shorterSide / 256.0;
		final int needed = (int) Math.rint(4 * frames / 16.0);
		final long moving = Arrays.stream(largest).filter(length -> length > threshold).count();
		return new DynamicDegree(moving > 0 && moving >= needed, largest, threshold, needed);
	}

	private static double largest(final double[] lengths) {
		final double[] sorted = lengths.clone();
		Arrays.sort(sorted);
		final int count = Math.max(1, (int) (sorted.length * LARGEST_SHARE));
		return Arrays.stream(sorted, sorted.length - count, sorted.length).average().orElseThrow();
	}
}
