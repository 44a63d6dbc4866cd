package org.motionlayers.evaluate.image;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Shape;

/**
 * One channel in double precision, x fastest, then y, z.
 *
 * @param values width x height x depth values
 * @param width pixels along x
 * @param height pixels along y
 * @param depth planes along z
 */
record Volume(double[] values, int width, int height, int depth) {

	/** @return a copy of one channel of a frame */
	static Volume of(final Frame frame, final int channel) {
		final Shape s = frame.shape();
		final double[] values = new double[s.pixels()];
		for (int i = 0; i < values.length; i++) values[i] = frame.type().get(frame.data(), channel * s.pixels() + i);
		return new Volume(values, s.width(), s.height(), s.depth());
	}

	/** @return a volume of the same size */
	Volume with(final double[] other) {
		return new Volume(other, width, height, depth);
	}

	/** @return the products, pixel by pixel */
	Volume times(final Volume other) {
		final double[] product = new double[values.length];
		for (int i = 0; i < product.length; i++) product[i] = values[i] * other.values[i];
		return with(product);
	}

	/** @return number of directions with more than one pixel, 2 or 3 */
	int dimensions() {
		return depth > 1 ? 3 : 2;
	}

	/** @return the smallest size among the directions that count */
	int smallestSize() {
		final int plane = Math.min(width, height);
		return depth > 1 ? Math.min(plane, depth) : plane;
	}

	/** @return means over blocks of 2 x 2 (x 2 in 3D) pixels; an odd last row is dropped */
	Volume halved() {
		final int w = width / 2, h = height / 2, d = depth > 1 ? depth / 2 : 1, planes = depth > 1 ? 2 : 1;
		final double[] half = new double[w * h * d];
		for (int z = 0; z < d; z++) for (int y = 0; y < h; y++) for (int x = 0; x < w; x++) {
			double sum = 0;
			for (int k = 0; k < planes; k++) {
				final int row = ((z * planes + k) * height + 2 * y) * width + 2 * x;
				sum += values[row] + values[row + 1] + values[row + width] + values[row + width + 1];
			}
			half[(z * h + y) * w + x] = sum / (4 * planes);
		}
		return new Volume(half, w, h, d);
	}
}
