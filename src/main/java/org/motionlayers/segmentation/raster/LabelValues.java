package org.motionlayers.segmentation.raster;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Shape;

/** One plane or frame of labels being filled with the numbers of a file; refuses those that are no labels. */
public final class LabelValues {

	private final String source;
	private final int plane;
	private final Shape shape;
	private final int[] labels;

	/**
	 * @param source the file or image, for messages
	 * @param plane number of the first plane in the file from 0, for messages
	 * @param shape its size
	 */
	public LabelValues(final Object source, final int plane, final Shape shape) {
		this.source = source.toString();
		this.plane = plane;
		this.shape = shape;
		this.labels = new int[shape.pixels()];
	}

	/**
	 * Stores a whole number.
	 *
	 * @param index of the pixel, x fastest
	 * @param value 0 for background, {@link Long#MAX_VALUE} for all that a long cannot hold
	 * @throws InputException where it is no label
	 */
	public void set(final int index, final long value) {
		if (value != (int) value || value < 0) throw refused(index, value < 0 ? "negative value " + value : "label " + (value == Long.MAX_VALUE
			? "above 2^63" : value), "labels run from 0 to " + Integer.MAX_VALUE + ": number the objects afresh");
		labels[index] = (int) value;
	}

	/**
	 * Stores a number that must be whole.
	 *
	 * @param index of the pixel, x fastest
	 * @param value 0 for background
	 * @throws InputException where it is no label
	 */
	public void set(final int index, final double value) {
		if (Double.isNaN(value)) throw refused(index, "value NaN", "a label image holds whole numbers, 0 for background");
		if (value != Math.rint(value)) throw refused(index, "value " + value,
			"a label image holds whole numbers; this looks like an intensity or probability image");
		set(index, (long) value);
	}

	private InputException refused(final int index, final String found, final String accepted) {
		return new InputException("Labels '" + source + "': " + found + " at x = " + index % shape.width() + ", y = " + index / shape.width() %
			shape.height() + " in plane " + (plane + index / shape.planeSize() + 1) + "; " + accepted + ".");
	}

	/** @return the labels, x fastest */
	public int[] labels() {
		return labels;
	}
}
