package org.motionlayers.dreamer.decoder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where every object of the first frame, and the background, has gone after each of the following frames: frame by frame a
 * {@link RigidMotion} is fitted to the flow over the mask, and they are chained. A fit has the whole object to go by, so that noise of the
 * flow averages out and parts that are hidden for a while move on with the rest.
 */
final class CumulativeMotion {

	private final int width;
	private final List<Map<Integer, RigidMotion>> motions;

	private CumulativeMotion(final int width, final List<Map<Integer, RigidMotion>> motions) {
		this.width = width;
		this.motions = motions;
	}

	/**
	 * Chains the flow.
	 *
	 * @param width pixels along x
	 * @param labels of the frames 1 to T, one array a frame, x fastest; 0 is the background
	 * @param flows of the frames 1 to T: displacement since the frame before of what is seen at every pixel, all x, then all y, pixels
	 */
	static CumulativeMotion of(final int width, final List<int[]> labels, final List<float[]> flows) {
		final Map<Integer, RigidMotion> total = new HashMap<>();
		final List<Map<Integer, RigidMotion>> motions = new java.util.ArrayList<>();
		for (int t = 0; t < labels.size(); t++) {
			fits(width, labels.get(t), flows.get(t)).forEach((label, fit) -> total.merge(label, fit.motion(), (before, now) -> now.after(
				before)));
			motions.add(Map.copyOf(total));
		}
		return new CumulativeMotion(width, List.copyOf(motions));
	}

	private static Map<Integer, RigidFit> fits(final int width, final int[] labels, final float[] flow) {
		final Map<Integer, RigidFit> fits = new HashMap<>();
		for (int q = 0; q < labels.length; q++) {
			final int x = q % width, y = q / width;
			final float dx = flow[q], dy = flow[labels.length + q];
			if (Float.isFinite(dx) && Float.isFinite(dy)) fits.computeIfAbsent(labels[q], label -> new RigidFit()).add(x - dx, y - dy, x, y);
		}
		return fits;
	}

	/** @return number of frames */
	int frames() {
		return motions.size();
	}

	/**
	 * @return how an object (0: the background) has moved from frame 0 to frame t, 1 or more; not at all where it was never seen again, and no
	 *         farther after the last frame
	 */
	RigidMotion of(final int label, final int t) {
		return motions.get(Math.min(t, motions.size()) - 1).getOrDefault(label, RigidMotion.NONE);
	}

	/**
	 * The flow from frame 0 to frame t of what has one label in frame 0.
	 *
	 * @param t the frame, 1 to T
	 * @param label an object, or 0
	 * @param first labels of frame 0
	 * @param dx receives the displacement along x of every pixel of frame 0, NaN where it has another label
	 * @param dy the same along y
	 */
	void flow(final int t, final int label, final int[] first, final float[] dx, final float[] dy) {
		final RigidMotion motion = of(label, t);
		for (int p = 0; p < first.length; p++) {
			final int x = p % width, y = p / width;
			final boolean here = first[p] == label;
			dx[p] = here ? (float) (motion.x(x, y) - x) : Float.NaN;
			dy[p] = here ? (float) (motion.y(x, y) - y) : Float.NaN;
		}
	}
}
