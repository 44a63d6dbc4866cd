package org.motionlayers.decompose;

import java.util.Arrays;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.RunMask;
import org.motionlayers.scene.Shape;

/** The geometry of every object, out of the runs of a label image: area, bounding box, centroid, mask. */
final class ObjectMasks {

	private static final int AXES = 3;

	private final int[] areas;
	private final int[] runs;
	private final int[][] first = new int[AXES][];
	private final int[][] last = new int[AXES][];
	private final double[][] sums = new double[AXES][];
	private final int[][][] masks;

	/**
	 * @param all the runs of the label image
	 * @param shape its size
	 */
	ObjectMasks(final LabelRuns all, final Shape shape) {
		final int objects = all.objects();
		areas = new int[objects];
		runs = new int[objects];
		for (int d = 0; d < AXES; d++) {
			first[d] = new int[objects];
			Arrays.fill(first[d], Integer.MAX_VALUE);
			last[d] = new int[objects];
			sums[d] = new double[objects];
		}
		measure(all, shape);
		masks = new int[objects][][];
		for (int i = 0; i < objects; i++) masks[i] = new int[AXES + 1][runs[i]];
		collect(all, shape);
	}

	private void measure(final LabelRuns all, final Shape shape) {
		for (int row = 0; row < shape.height() * shape.depth(); row++) {
			final int y = row % shape.height(), z = row / shape.height(), start = row * shape.width();
			for (int r = all.firstOfRow(row); r < all.firstOfRow(row + 1); r++) {
				final int object = all.object(r), length = all.length(r), x = all.start(r) - start;
				areas[object] += length;
				runs[object]++;
				extend(0, object, x, x + length - 1);
				extend(1, object, y, y);
				extend(2, object, z, z);
				sums[0][object] += (double) length * (2L * x + length - 1) / 2;
				sums[1][object] += (double) length * y;
				sums[2][object] += (double) length * z;
			}
		}
	}

	private void extend(final int axis, final int object, final int from, final int to) {
		if (from < first[axis][object]) first[axis][object] = from;
		if (to > last[axis][object]) last[axis][object] = to;
	}

	private void collect(final LabelRuns all, final Shape shape) {
		final int[] next = new int[areas.length];
		for (int row = 0; row < shape.height() * shape.depth(); row++) {
			final int y = row % shape.height(), z = row / shape.height(), start = row * shape.width();
			for (int r = all.firstOfRow(row); r < all.firstOfRow(row + 1); r++) {
				final int object = all.object(r), k = next[object]++;
				final int[][] mask = masks[object];
				mask[0][k] = all.start(r) - start - first[0][object];
				mask[1][k] = y - first[1][object];
				mask[2][k] = z - first[2][object];
				mask[AXES][k] = all.length(r);
			}
		}
	}

	/** @return number of pixels of every object */
	int[] areas() {
		return areas;
	}

	/** @return bounding box of an object */
	Box box(final int object) {
		return new Box(first[0][object], first[1][object], first[2][object], size(0, object), size(1, object), size(2, object));
	}

	private int size(final int axis, final int object) {
		return last[axis][object] - first[axis][object] + 1;
	}

	/** @return centre of an object: x, y, z */
	double[] centroid(final int object) {
		return new double[] { sums[0][object] / areas[object], sums[1][object] / areas[object], sums[2][object] / areas[object] };
	}

	/** @return the pixels of an object, relative to its bounding box */
	RunMask mask(final int object) {
		final int[][] mask = masks[object];
		return new RunMask(mask[0], mask[1], mask[2], mask[AXES]);
	}
}
