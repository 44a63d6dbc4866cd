package org.motionlayers.segmentation.automatic;

import java.util.Arrays;

import org.motionlayers.scene.Shape;

/**
 * The exact Euclidean distance of every pixel of a mask to the background, in pixels of x (Felzenszwalb and Huttenlocher 2012: the lower
 * envelope of parabolas, one axis after the other). Beyond the border of the frame the mask goes on, so that cut objects keep their middle.
 */
final class DistanceTransform {

	private static final float FAR = 1e12f;

	private final Shape shape;
	private final double[] spacing;

	/**
	 * @param shape size of the frame
	 * @param depth distance of planes along z in pixels of x
	 */
	DistanceTransform(final Shape shape, final double depth) {
		this.shape = shape;
		this.spacing = new double[] { 1, 1, depth };
	}

	/**
	 * Computes the distances.
	 *
	 * @param mask x fastest, then y, z
	 * @return distance to the nearest pixel outside the mask, 0 outside; where there is none, the diagonal of the frame
	 */
	float[] of(final boolean[] mask) {
		final float[] squares = new float[mask.length];
		for (int p = 0; p < mask.length; p++) squares[p] = mask[p] ? FAR : 0;
		final int[] sizes = { shape.width(), shape.height(), shape.depth() };
		final int[] strides = { 1, shape.width(), shape.planeSize() };
		for (int axis = 0; axis < sizes.length; axis++) if (sizes[axis] > 1) alongAxis(squares, sizes[axis], strides[axis], spacing[axis]);
		final double diagonal = Math.sqrt(square(shape.width()) + square(shape.height()) + square(shape.depth() * spacing[2]));
		for (int p = 0; p < squares.length; p++) squares[p] = (float) Math.min(diagonal, Math.sqrt(squares[p]));
		return squares;
	}

	private static double square(final double value) {
		return value * value;
	}

	private static void alongAxis(final float[] squares, final int size, final int stride, final double spacing) {
		final float[] line = new float[size];
		final int[] hull = new int[size];
		final double[] from = new double[size + 1];
		final double unit = spacing * spacing;
		for (int start = 0; start < squares.length; start++) {
			if (start / stride % size != 0) continue;
			for (int i = 0; i < size; i++) line[i] = squares[start + i * stride];
			final int parabolas = envelope(line, hull, from, unit);
			for (int i = 0, k = 0; i < size; i++) {
				while (k + 1 < parabolas && from[k + 1] < i) k++;
				final double d = i - hull[k];
				squares[start + i * stride] = (float) Math.min(FAR, unit * d * d + line[hull[k]]);
			}
		}
	}

	/** Keeps the parabolas that are lowest somewhere, and where each begins to be. */
	private static int envelope(final float[] line, final int[] hull, final double[] from, final double unit) {
		int last = 0;
		hull[0] = 0;
		from[0] = Double.NEGATIVE_INFINITY;
		for (int i = 1; i < line.length; i++) {
			double s = crossing(line, hull[last], i, unit);
			while (s <= from[last]) s = crossing(line, hull[--last], i, unit);
			hull[++last] = i;
			from[last] = s;
		}
		Arrays.fill(from, last + 1, from.length, Double.POSITIVE_INFINITY);
		return last + 1;
	}

	private static double crossing(final float[] line, final int i, final int j, final double unit) {
		return (line[j] / unit + (double) j * j - line[i] / unit - (double) i * i) / (2.0 * (j - i));
	}
}
