package org.motionlayers.dreamer.cue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.motionlayers.predict.Cues;
import org.motionlayers.scene.DenseMotion;

/**
 * The first frame's objects carried along their arrows: what a network would be right to say if nothing touched anything. Objects without
 * an arrow, and the background, go with the camera. It is the splatting of the first frame's segmentation and depth by t F at full
 * resolution (Motion Dreamer, Eq. 7 at s = 1), with whole pixels and nearer objects in front.
 */
public final class Carried {

	private Carried() {}

	/**
	 * Carries.
	 *
	 * @param labels of frame 0
	 * @param depth of frame 0
	 * @param width pixels of a row
	 * @param cues arrows, pixels per frame
	 * @param camera velocity of the background, x and y, pixels per frame
	 * @param frames number of future frames
	 * @return flow, labels and depth of frames 1 to frames
	 */
	public static DenseMotion of(final int[] labels, final float[] depth, final int width, final Cues cues, final double[] camera,
		final int frames)
	{
		final int pixels = labels.length;
		final Map<Integer, Float> depths = new HashMap<>();
		final Map<Integer, double[]> velocities = new LinkedHashMap<>();
		for (int p = 0; p < pixels; p++) if (labels[p] != 0) {
			depths.merge(labels[p], depth[p], Math::min);
			velocities.computeIfAbsent(labels[p], l -> cues.has(l) ? new double[] { cues.velocity(l, 0), cues.velocity(l, 1) } : camera);
		}
		final List<Integer> farToNear = depths.keySet().stream().sorted(Comparator.<Integer, Float> comparing(depths::get).thenComparing(l -> l)
			.reversed()).toList();
		final float[][] flow = new float[frames][2 * pixels], depthOut = new float[frames][pixels];
		final int[][] out = new int[frames][pixels];
		for (int t = 1; t <= frames; t++) {
			java.util.Arrays.fill(flow[t - 1], 0, pixels, (float) camera[0]);
			java.util.Arrays.fill(flow[t - 1], pixels, 2 * pixels, (float) camera[1]);
			java.util.Arrays.fill(depthOut[t - 1], Float.POSITIVE_INFINITY);
			for (final int label : farToNear) place(label, labels, width, t, velocities.get(label), depths.get(label), out[t - 1], flow[t - 1],
				depthOut[t - 1]);
		}
		return new DenseMotion(width, pixels / width, flow, out, depthOut);
	}

	private static void place(final int label, final int[] labels, final int width, final int t, final double[] velocity, final float depth,
		final int[] out, final float[] flow, final float[] depthOut)
	{
		final int dx = (int) Math.rint(t * velocity[0]), dy = (int) Math.rint(t * velocity[1]), pixels = labels.length;
		for (int p = 0; p < pixels; p++) if (labels[p] == label) {
			final int x = p % width + dx, y = p / width + dy;
			if (x < 0 || y < 0 || x >= width || y >= pixels / width) continue;
			final int q = y * width + x;
			out[q] = label;
			flow[q] = (float) velocity[0];
			flow[pixels + q] = (float) velocity[1];
			depthOut[q] = depth;
		}
	}
}
