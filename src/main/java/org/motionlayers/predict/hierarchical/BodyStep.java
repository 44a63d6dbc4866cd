package org.motionlayers.predict.hierarchical;

import java.util.Arrays;

import org.motionlayers.scene.Shape;

/**
 * How far an object's body moved between two frames whose border cuts it. The centroid of what is seen would move slower than the
 * object, which enters or leaves. The displacement d is the one at which the parts that both frames can see agree: the centre of the
 * earlier mask, moved by d and kept to the frame, equals the centre of the later mask kept to the frame moved by d.
 */
final class BodyStep {

	private static final int ITERATIONS = 200;
	private static final double TOLERANCE = 1e-3;

	/** Fewer pixels than these in common say nothing. */
	private static final int LEAST_PIXELS = 5;

	private static final double HALF = 0.5;

	private BodyStep() {}

	/**
	 * Finds the displacement.
	 *
	 * @param before pixels in the earlier frame
	 * @param after pixels in the later frame
	 * @param shape of the frames
	 * @param start displacement of the centroids, which is returned where too few pixels are in common
	 * @return displacement of the body along x, y(, z), pixels
	 */
	static double[] between(final PixelRuns before, final PixelRuns after, final Shape shape, final double[] start) {
		final double[] size = { shape.width(), shape.height(), shape.depth() };
		final boolean[] cut = new boolean[3];
		for (int d = 0; d < start.length; d++) cut[d] = before.isCut(d, (int) size[d]) || after.isCut(d, (int) size[d]);
		final double[] displacement = start.clone();
		for (int i = 0; i < ITERATIONS; i++) {
			final double[] a = centre(before, cut, size, displacement, -1), b = centre(after, cut, size, displacement, 1);
			if (a[3] < LEAST_PIXELS || b[3] < LEAST_PIXELS) return start.clone();
			double change = 0;
			for (int d = 0; d < start.length; d++) {
				final double found = b[d] - a[d];
				change = Math.max(change, Math.abs(found - displacement[d]));
				displacement[d] = found;
			}
			if (change < TOLERANCE) break;
		}
		return displacement;
	}

	/** The earlier mask is kept to the frame moved back (side -1), the later one to the frame moved on (side 1). */
	private static double[] centre(final PixelRuns runs, final boolean[] cut, final double[] size, final double[] displacement,
		final int side)
	{
		final double[] low = new double[3], high = new double[3];
		Arrays.fill(low, Double.NEGATIVE_INFINITY);
		Arrays.fill(high, Double.POSITIVE_INFINITY);
		for (int d = 0; d < displacement.length; d++) if (cut[d]) {
			low[d] = side * displacement[d] - HALF;
			high[d] = size[d] - HALF + side * displacement[d];
		}
		return runs.centre(low, high);
	}
}
