package org.motionlayers.predict.hierarchical;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.motionlayers.scene.Shape;

/** The pixels of one object in one frame as runs along x. */
final class PixelRuns {

	private static final int FIELDS = 4;
	private static final double HALF = 0.5;

	private int[] runs = new int[64 * FIELDS];
	private int size;

	/**
	 * Collects the objects of a label image in one pass.
	 *
	 * @param labels x fastest, then y, z
	 * @param shape of the image
	 * @return runs of every label that is there
	 */
	static Map<Integer, PixelRuns> of(final int[] labels, final Shape shape) {
		final Map<Integer, PixelRuns> found = new HashMap<>();
		final int width = shape.width();
		for (int start = 0; start < labels.length;) {
			final int label = labels[start], rowEnd = (start / width + 1) * width;
			int end = start + 1;
			while (end < rowEnd && labels[end] == label) end++;
			if (label != 0) found.computeIfAbsent(label, l -> new PixelRuns()).add(start % width, start / width % shape
				.height(), start / shape.planeSize(), end - start);
			start = end;
		}
		return found;
	}

	void add(final int x, final int y, final int z, final int length) {
		if (size == runs.length) runs = Arrays.copyOf(runs, 2 * size);
		runs[size++] = x;
		runs[size++] = y;
		runs[size++] = z;
		runs[size++] = length;
	}

	/** @return smallest pixel along x (0), y (1) or z (2) */
	int least(final int dimension) {
		int least = Integer.MAX_VALUE;
		for (int r = 0; r < size; r += FIELDS) least = Math.min(least, runs[r + dimension]);
		return least;
	}

	/** @return largest pixel along x (0), y (1) or z (2) */
	int most(final int dimension) {
		int most = Integer.MIN_VALUE;
		for (int r = 0; r < size; r += FIELDS) most = Math.max(most, dimension == 0 ? runs[r] + runs[r + 3] - 1 : runs[r + dimension]);
		return most;
	}

	/** @return whether the object reaches the border of the frame */
	boolean isCut(final Shape shape, final int dimensions) {
		for (int d = 0; d < dimensions; d++) if (isCut(d, size(shape, d))) return true;
		return false;
	}

	/** @return whether the object reaches the border of a frame along one dimension of this size */
	boolean isCut(final int dimension, final int size) {
		return least(dimension) <= 0 || most(dimension) >= size - 1;
	}

	/** @return pixels of a frame along x (0), y (1) or z (2) */
	static int size(final Shape shape, final int dimension) {
		return dimension == 0 ? shape.width() : dimension == 1 ? shape.height() : shape.depth();
	}

	/** @return centre of all pixels along x, y(, z) */
	double[] centroid(final int dimensions) {
		final double[] everywhere = { Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY };
		final double[] nowhere = { Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY };
		return Arrays.copyOf(centre(nowhere, everywhere), dimensions);
	}

	/**
	 * The centre of what lies within a box; every pixel is a square of side 1 about its coordinates, of which the box may cut off a part.
	 *
	 * @param low lower bounds along x, y, z
	 * @param high upper bounds
	 * @return x, y, z and the area within, in pixels
	 */
	double[] centre(final double[] low, final double[] high) {
		final double[] sum = new double[4];
		for (int r = 0; r < size; r += FIELDS) {
			double volume = 1;
			final double[] middle = new double[3];
			for (int d = 0; d < 3; d++) {
				final double from = Math.max(runs[r + d] - HALF, low[d]), to = Math.min(runs[r + d] - HALF + (d == 0 ? runs[r + 3] : 1), high[d]);
				volume *= Math.max(0, to - from);
				middle[d] = (from + to) / 2;
			}
			for (int d = 0; d < 3; d++) sum[d] += volume * middle[d];
			sum[3] += volume;
		}
		for (int d = 0; d < 3; d++) sum[d] /= sum[3];
		return sum;
	}
}
