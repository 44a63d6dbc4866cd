package org.motionlayers.segmentation.raster;

import org.motionlayers.scene.InputException;

/** One plane of labels being filled with the numbers of a file; refuses those that are no labels. */
final class LabelValues {

	private final String source;
	private final int plane;
	private final int width;
	private final int[] labels;

	/**
	 * @param source the file or image, for messages
	 * @param plane its number in the file from 0, for messages
	 * @param width pixels along x
	 * @param height pixels along y
	 */
	LabelValues(final Object source, final int plane, final int width, final int height) {
		this.source = source.toString();
		this.plane = plane;
		this.width = width;
		this.labels = new int[width * height];
	}

	/** Stores a whole number. */
	void set(final int index, final long value) {
		if (value != (int) value || value < 0) throw refused(index, value < 0 ? "negative value " + value : "label " + (value == Long.MAX_VALUE
			? "above 2^63" : value), "labels run from 0 to " + Integer.MAX_VALUE + ": number the objects afresh");
		labels[index] = (int) value;
	}

	/** Stores a number that must be whole. */
	void set(final int index, final double value) {
		if (Double.isNaN(value)) throw refused(index, "value NaN", "a label image holds whole numbers, 0 for background");
		if (value != Math.rint(value)) throw refused(index, "value " + value,
			"a label image holds whole numbers; this looks like an intensity or probability image");
		set(index, (long) value);
	}

	private InputException refused(final int index, final String found, final String accepted) {
		return new InputException("Labels '" + source + "': " + found + " at x = " + index % width + ", y = " + index / width + " in plane " +
			(plane + 1) + "; " + accepted + ".");
	}

	/** @return the labels, x fastest */
	int[] labels() {
		return labels;
	}
}
