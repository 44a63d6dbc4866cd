package org.motionlayers.dreamer.clip;

import java.util.Arrays;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Shape;

/**
 * A square grid that an image is drawn on: made smaller by one factor along both axes, so that shapes and directions stay, and centred,
 * what is left of the square being background.
 */
public final class Canvas {

	private final Shape shape;
	private final int side;
	private final double scale;

	/**
	 * @param shape size of the image
	 * @param side pixels of the grid along an axis
	 * @throws InputException where the image has several planes, or is smaller than the grid
	 */
	public Canvas(final Shape shape, final int side) {
		if (shape.dimensions() != 2) throw new InputException("image: " + shape.space() + " pixels; motion on a grid is for images of one plane. " +
			"For volumes, choose space=objects or give one plane.");
		final int longest = Math.max(shape.width(), shape.height());
		if (longest < side) throw new InputException("image: " + shape.space() + " pixels are fewer than the network's grid; the longer side must be at least " +
			side + ". Choose space=objects or enlarge the image.");
		this.shape = shape;
		this.side = side;
		this.scale = (double) side / longest;
	}

	/** @return pixels of the grid along an axis */
	public int side() {
		return side;
	}

	/** @return pixels of the grid per pixel of the image, at most 1 */
	public double scale() {
		return scale;
	}

	/** @return place on the grid of a place in the image along x (0) or y (1); centres of pixels are whole numbers in both */
	public double toGrid(final double position, final int axis) {
		return (position + .5 - size(axis) / 2.0) * scale + side / 2.0 - .5;
	}

	/** @return place in the image of a place on the grid along x (0) or y (1), the inverse of {@link #toGrid} */
	public double toImage(final double position, final int axis) {
		return (position + .5 - side / 2.0) / scale + size(axis) / 2.0 - .5;
	}

	private int size(final int axis) {
		return axis == 0 ? shape.width() : shape.height();
	}

	/** @return pixel of the grid that holds a pixel of the image */
	private int cell(final int x, final int y) {
		return nearest(toGrid(y, 1)) * side + nearest(toGrid(x, 0));
	}

	private int nearest(final double position) {
		return Math.max(0, Math.min(side - 1, (int) Math.rint(position)));
	}

	/**
	 * Draws labels: every pixel of the grid takes the label at its centre; an object that no centre hits keeps the pixel nearest to its
	 * first one.
	 *
	 * @param labels of the image, x fastest
	 * @return labels of the grid
	 */
	public int[] labels(final int[] labels) {
		final int[] out = new int[side * side];
		for (int gy = 0; gy < side; gy++) for (int gx = 0; gx < side; gx++) {
			final long x = Math.round(toImage(gx, 0)), y = Math.round(toImage(gy, 1));
			if (x >= 0 && y >= 0 && x < shape.width() && y < shape.height()) out[gy * side + gx] = labels[(int) y * shape.width() + (int) x];
		}
		final java.util.Set<Integer> drawn = new java.util.HashSet<>();
		for (final int label : out) drawn.add(label);
		for (int p = 0; p < labels.length; p++) if (labels[p] != 0 && drawn.add(labels[p])) out[cell(p % shape.width(), p / shape.width())] = labels[p];
		return out;
	}

	/**
	 * Draws colours: means over the pixels of the image that fall into a pixel of the grid. One channel is repeated to three, two leave
	 * blue dark, of more than three the first ones count. 8-bit values are divided by 255, others stretched from the frame's least to its
	 * largest value.
	 *
	 * @param frame of the image
	 * @return red, green, blue plane in [0, 1]; what lies beside the image has the image's mean colour
	 */
	public float[] rgb(final Frame frame) {
		final int pixels = side * side;
		final float[] rgb = new float[Clip.COLOURS * pixels];
		final double[] range = range(frame);
		for (int c = 0; c < Clip.COLOURS; c++) {
			final int channel = frame.shape().channels() == 1 ? 0 : c;
			if (channel < frame.shape().channels()) means(frame, channel, range, rgb, c * pixels);
		}
		return rgb;
	}

	private static double[] range(final Frame frame) {
		if (frame.type() == PixelType.UINT8) return new double[] { 0, frame.type().maximum() };
		double least = Double.POSITIVE_INFINITY, largest = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < frame.shape().values(); i++) {
			final double value = frame.type().get(frame.data(), i);
			if (!Double.isFinite(value)) continue;
			least = Math.min(least, value);
			largest = Math.max(largest, value);
		}
		return new double[] { least, largest > least ? largest : least + 1 };
	}

	private void means(final Frame frame, final int channel, final double[] range, final float[] out, final int start) {
		final double[] sums = new double[side * side];
		final int[] counts = new int[sums.length];
		double total = 0;
		int count = 0;
		for (int y = 0; y < shape.height(); y++) for (int x = 0; x < shape.width(); x++) {
			final double value = (frame.value(x, y, 0, channel) - range[0]) / (range[1] - range[0]);
			if (!Double.isFinite(value)) continue;
			final int cell = cell(x, y);
			sums[cell] += value;
			counts[cell]++;
			total += value;
			count++;
		}
		Arrays.fill(out, start, start + sums.length, count == 0 ? 0 : (float) (total / count));
		for (int i = 0; i < sums.length; i++) if (counts[i] > 0) out[start + i] = (float) (sums[i] / counts[i]);
	}
}
