package org.motionlayers.dreamer.clip;

import java.util.stream.IntStream;

import org.motionlayers.scene.DenseMotion;

/**
 * From dense motion to the paths of objects: the flow is averaged over each object's mask as it is tracked through the frames, and added
 * up. Where the segmentation loses an object, its first mask is carried along the path so far and takes the mask's place.
 */
public final class MotionReduction {

	/** A mask of less than this part of the first one's pixels is no longer the object's. */
	private static final double LOST = .3;

	/** Pixels of a mask farther than this from the carried one's centre, in radii, belong to something else of the same colour. */
	private static final double NEAR = 2;

	/** Pixels by which a step may differ from the flow at a pixel that agrees to it. */
	private static final double AGREED = 1;

	/** Largest step along an axis that is looked for, pixels. */
	private static final int REACH = 8;

	private final int[] first;
	private final int width;
	private final boolean byFlow;
	private final boolean bySegmentation;

	/**
	 * @param first labels of frame 0, x fastest
	 * @param width pixels of a row
	 * @param byFlow whether the flow is to be believed; else the centres of the masks are
	 * @param bySegmentation whether the masks are to be believed; else every mask is the first one, carried
	 */
	public MotionReduction(final int[] first, final int width, final boolean byFlow, final boolean bySegmentation) {
		this.first = first;
		this.width = width;
		this.byFlow = byFlow;
		this.bySegmentation = bySegmentation;
	}

	/**
	 * The path of one object.
	 *
	 * @param motion of the same grid
	 * @param label of the object, in the first frame
	 * @return frames x 2: displacement against frame 0 along x and y, pixels of the grid
	 */
	public double[][] path(final DenseMotion motion, final int label) {
		final double[][] path = new double[motion.frames()][2];
		final double[] start = centre(first, label, null, 0), here = new double[2], step = new double[2];
		if (start[2] == 0) return path;
		final int[] mask = IntStream.range(0, first.length).filter(p -> first[p] == label).toArray();
		final double radius = Math.sqrt(start[2] / Math.PI) + 1;
		for (int t = 1; t <= motion.frames(); t++) {
			final double[] expected = { start[0] + here[0] + step[0], start[1] + here[1] + step[1] };
			final double[] seen = bySegmentation ? centre(motion.labels(t), label, expected, NEAR * radius) : new double[3];
			final boolean lost = seen[2] < LOST * start[2];
			if (byFlow && lost) agreedStep(motion.flow(t), mask, here, step);
			else if (byFlow) mean(motion.flow(t), motion.labels(t), label, expected, NEAR * radius, step);
			else if (!lost) for (int d = 0; d < 2; d++) step[d] = seen[d] - start[d] - here[d];
			for (int d = 0; d < 2; d++) path[t - 1][d] = here[d] += step[d];
		}
		return path;
	}

	/** @return centre along x and y and number of the pixels of a label within reach of a place, of all of them where there is no place */
	private double[] centre(final int[] labels, final int label, final double[] place, final double reach) {
		final double[] sum = new double[3];
		for (int p = 0; p < labels.length; p++) if (labels[p] == label && isNear(p, place, reach)) {
			sum[0] += p % width;
			sum[1] += p / width;
			sum[2]++;
		}
		if (sum[2] > 0) for (int d = 0; d < 2; d++) sum[d] /= sum[2];
		return sum;
	}

	private boolean isNear(final int pixel, final double[] place, final double reach) {
		return place == null || Math.hypot(pixel % width - place[0], pixel / width - place[1]) <= reach;
	}

	private void mean(final float[] flow, final int[] labels, final int label, final double[] place, final double reach, final double[] out) {
		double x = 0, y = 0;
		int count = 0;
		for (int p = 0; p < labels.length; p++) if (labels[p] == label && isNear(p, place, reach)) {
			x += flow[p];
			y += flow[labels.length + p];
			count++;
		}
		out[0] = x / count;
		out[1] = y / count;
	}

	/**
	 * The step that most pixels of the first mask, carried by the path so far and that step, agree to; the step before goes on where none
	 * does, such as outside the frame. Steps that are tried are the one before, none, and those of the pixels nearby.
	 */
	private void agreedStep(final float[] flow, final int[] pixels, final double[] here, final double[] step) {
		final double[] best = step.clone(), tried = new double[2];
		int most = agreeing(flow, pixels, here, step, best);
		final double[] found = new double[2];
		for (final int p : pixels) for (int dy = -REACH; dy <= REACH; dy += 2) for (int dx = -REACH; dx <= REACH; dx += 2) {
			final int q = moved(p, here[0] + dx, here[1] + dy);
			if (q < 0) continue;
			tried[0] = flow[q];
			tried[1] = flow[first.length + q];
			// Only what has come here from the object's place can be the object.
			if (Math.hypot(tried[0] - dx, tried[1] - dy) > 1.5) continue;
			final int count = agreeing(flow, pixels, here, tried, found);
			if (count <= most) continue;
			most = count;
			System.arraycopy(found, 0, best, 0, 2);
		}
		System.arraycopy(best, 0, step, 0, 2);
	}

	/** @return how many pixels agree to a step; out receives the mean of theirs, where there are any */
	private int agreeing(final float[] flow, final int[] pixels, final double[] here, final double[] step, final double[] out) {
		double x = 0, y = 0;
		int count = 0;
		for (final int p : pixels) {
			final int q = moved(p, here[0] + step[0], here[1] + step[1]);
			if (q < 0 || Math.hypot(flow[q] - step[0], flow[first.length + q] - step[1]) > AGREED) continue;
			x += flow[q];
			y += flow[first.length + q];
			count++;
		}
		if (count == 0) return 0;
		out[0] = x / count;
		out[1] = y / count;
		return count;
	}

	/** @return a pixel moved by about so much, -1 outside the frame */
	private int moved(final int pixel, final double dx, final double dy) {
		final int x = pixel % width + (int) Math.rint(dx), y = pixel / width + (int) Math.rint(dy);
		return x < 0 || y < 0 || x >= width || y >= first.length / width ? -1 : y * width + x;
	}
}
