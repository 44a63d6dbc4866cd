package org.motionlayers.io.track;

import java.util.HashMap;
import java.util.Map;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.Shape;

/** Size and place of the pixels of one label in one frame. */
final class Blob {

	private int pixels;
	private final double[] sum = new double[3];
	private final int[] low = { Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE };
	private final int[] high = { -1, -1, -1 };

	/** @return the blobs of a frame by label, without the background */
	static Map<Integer, Blob> inFrame(final Shape shape, final int[] labels) {
		final Map<Integer, Blob> blobs = new HashMap<>();
		for (int z = 0, row = 0; z < shape.depth(); z++) for (int y = 0; y < shape.height(); y++, row += shape.width()) {
			int x = 0;
			while (x < shape.width()) {
				final int from = x, label = labels[row + x];
				while (x < shape.width() && labels[row + x] == label) x++;
				if (label != 0) blobs.computeIfAbsent(label, l -> new Blob()).add(from, x, y, z);
			}
		}
		return blobs;
	}

	/** Adds the pixels from (inclusive) to (exclusive) of a row. */
	private void add(final int from, final int to, final int y, final int z) {
		final int length = to - from;
		pixels += length;
		sum[0] += 0.5 * length * (from + to - 1.0);
		sum[1] += (double) length * y;
		sum[2] += (double) length * z;
		low[0] = Math.min(low[0], from);
		high[0] = Math.max(high[0], to - 1);
		low[1] = Math.min(low[1], y);
		high[1] = Math.max(high[1], y);
		low[2] = Math.min(low[2], z);
		high[2] = Math.max(high[2], z);
	}

	/** @return number of pixels */
	int pixels() {
		return pixels;
	}

	/** @return mean of the pixel coordinates along x (0), y (1) or z (2) */
	double centroid(final int dimension) {
		return sum[dimension] / pixels;
	}

	/** @return the smallest box that holds all pixels */
	Box bounds() {
		return new Box(low[0], low[1], low[2], high[0] - low[0] + 1, high[1] - low[1] + 1, high[2] - low[2] + 1);
	}
}
