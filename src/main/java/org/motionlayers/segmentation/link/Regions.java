package org.motionlayers.segmentation.link;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.motionlayers.scene.Shape;

/** The objects of one frame, sorted by label: size and place. Made in one pass over the runs of the label image. */
public final class Regions {

	private static final int DIMENSIONS = 3;

	private final int[] labels;
	private final int[] areas;
	private final double[] centroids;

	private Regions(final int[] labels, final int[] areas, final double[] centroids) {
		this.labels = labels;
		this.areas = areas;
		this.centroids = centroids;
	}

	/**
	 * Measures a frame.
	 *
	 * @param pixels labels, x fastest, then y, z
	 * @param shape size of the frame
	 * @return its objects, by ascending label
	 */
	public static Regions of(final int[] pixels, final Shape shape) {
		final Map<Integer, Sums> sums = new HashMap<>();
		final int width = shape.width();
		Sums last = null;
		for (int row = 0; row < pixels.length; row += width) {
			final int y = row / width % shape.height(), z = row / width / shape.height();
			for (int x = 0, end; x < width; x = end) {
				final int label = pixels[row + x];
				for (end = x + 1; end < width && pixels[row + end] == label;) end++;
				if (label == 0) continue;
				if (last == null || last.label != label) last = sums.computeIfAbsent(label, Sums::new);
				last.addRun(x, end, y, z);
			}
		}
		return of(sums.values().stream().sorted((a, b) -> Integer.compare(a.label, b.label)).toArray(Sums[]::new));
	}

	private static Regions of(final Sums[] sums) {
		final int[] labels = new int[sums.length], areas = new int[sums.length];
		final double[] centroids = new double[DIMENSIONS * sums.length];
		for (int i = 0; i < sums.length; i++) {
			labels[i] = sums[i].label;
			areas[i] = (int) sums[i].area;
			centroids[DIMENSIONS * i] = (double) sums[i].x / sums[i].area;
			centroids[DIMENSIONS * i + 1] = (double) sums[i].y / sums[i].area;
			centroids[DIMENSIONS * i + 2] = (double) sums[i].z / sums[i].area;
		}
		return new Regions(labels, areas, centroids);
	}

	/** @return number of objects */
	public int count() {
		return labels.length;
	}

	/** @return label of an object */
	public int label(final int object) {
		return labels[object];
	}

	/** @return the object of a label, or a negative number where there is none */
	public int indexOf(final int label) {
		return Arrays.binarySearch(labels, label);
	}

	/** @return pixels of an object */
	public int area(final int object) {
		return areas[object];
	}

	/** @return centre of an object along x (0), y (1) or z (2), pixels */
	public double centroid(final int object, final int dimension) {
		return centroids[DIMENSIONS * object + dimension];
	}

	private static final class Sums {

		final int label;
		long area;
		long x;
		long y;
		long z;

		Sums(final int label) {
			this.label = label;
		}

		void addRun(final int from, final int to, final int row, final int plane) {
			final long length = to - from;
			area += length;
			x += length * (from + to - 1) / 2;
			y += length * row;
			z += length * plane;
		}
	}
}
