package org.motionlayers.predict;

import java.util.Arrays;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Shape;

/** Area, centroid and bounding box of every layer's label in one frame, gathered in one pass over its label image. */
final class LabelMoments {

	private static final int AXES = 3;

	private final Shape shape;
	private final int[] areas;
	private final double[] sums;
	private final int[] low;
	private final int[] high;

	private LabelMoments(final Shape shape, final int objects) {
		this.shape = shape;
		this.areas = new int[objects];
		this.sums = new double[objects * AXES];
		this.low = new int[objects * AXES];
		this.high = new int[objects * AXES];
		Arrays.fill(low, Integer.MAX_VALUE);
		Arrays.fill(high, -1);
	}

	/**
	 * Gathers.
	 *
	 * @param scene whose layers are looked for; other labels are passed over
	 * @param labels x fastest, then y, z
	 */
	static LabelMoments of(final Scene scene, final int[] labels) {
		final Shape shape = scene.shape();
		final LabelMoments moments = new LabelMoments(shape, scene.objects());
		int last = 0, object = -1;
		for (int z = 0; z < shape.depth(); z++) for (int y = 0; y < shape.height(); y++) {
			final int row = shape.index(0, y, z);
			for (int x = 0; x < shape.width();) {
				final int label = labels[row + x];
				int end = x + 1;
				while (end < shape.width() && labels[row + end] == label) end++;
				if (label != 0) {
					if (label != last) object = scene.has(label) ? scene.indexOf(label) : -1;
					last = label;
					if (object >= 0) moments.add(object, x, end, y, z);
				}
				x = end;
			}
		}
		return moments;
	}

	/** Adds the pixels from x to end of one row. */
	private void add(final int object, final int x, final int end, final int y, final int z) {
		final int n = end - x, at = object * AXES;
		areas[object] += n;
		sums[at] += n * (x + end - 1) / 2.0;
		sums[at + 1] += (double) n * y;
		sums[at + 2] += (double) n * z;
		extend(at, x, end - 1);
		extend(at + 1, y, y);
		extend(at + 2, z, z);
	}

	private void extend(final int at, final int first, final int last) {
		low[at] = Math.min(low[at], first);
		high[at] = Math.max(high[at], last);
	}

	/** @return whether the frame shows the object */
	boolean seen(final int object) {
		return areas[object] > 0;
	}

	/** @return number of pixels */
	int area(final int object) {
		return areas[object];
	}

	/** @return centroid along a dimension, pixels; NaN where not seen */
	double centroid(final int object, final int dimension) {
		return sums[object * AXES + dimension] / areas[object];
	}

	/** @return first pixel of the bounding box along a dimension */
	int low(final int object, final int dimension) {
		return low[object * AXES + dimension];
	}

	/** @return last pixel of the bounding box along a dimension */
	int high(final int object, final int dimension) {
		return high[object * AXES + dimension];
	}

	/** @return whether the frame's border may cut the object */
	boolean cut(final int object) {
		return seen(object) && new Box(low(object, 0), low(object, 1), low(object, 2), high(object, 0) - low(object, 0) + 1, high(object,
			1) - low(object, 1) + 1, high(object, 2) - low(object, 2) + 1).touchesBorder(shape);
	}
}
