package org.motionlayers.decompose;

import java.util.Arrays;

import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;

/**
 * All runs of equal labels of a label image, in the order of its pixels, found in one pass whatever the number of objects. Objects are
 * numbered in the order of their first pixels.
 */
final class LabelRuns {

	private static final int FIRST_CAPACITY = 1 << 10;
	/** Rows between two looks at the progress: some milliseconds even for wide rows. */
	private static final int ROWS_PER_UPDATE = 256;

	private final LabelIndex index = new LabelIndex();
	private int[] starts = new int[FIRST_CAPACITY];
	private int[] lengths = new int[FIRST_CAPACITY];
	private int[] objects = new int[FIRST_CAPACITY];
	private final int[] rowStarts;
	private int size;

	/**
	 * Scans.
	 *
	 * @param labels x fastest, then y, z; 0 = background
	 * @param shape size of the label image
	 * @param progress is told and asked
	 */
	LabelRuns(final int[] labels, final Shape shape, final Progress progress) {
		final int rows = shape.height() * shape.depth();
		rowStarts = new int[rows + 1];
		for (int row = 0; row < rows; row++) {
			if (row % ROWS_PER_UPDATE == 0) progress.update(row, rows, "finding objects");
			scan(labels, row * shape.width(), (row + 1) * shape.width());
			rowStarts[row + 1] = size;
		}
	}

	private void scan(final int[] labels, final int from, final int to) {
		for (int p = from; p < to;) {
			final int label = labels[p], start = p;
			p = runEnd(labels, p, to);
			if (label != 0) add(start, p - start, index.of(label));
		}
	}

	/** The first pixel after {@code p} whose label differs: {@link Arrays#mismatch} compares the row with itself moved by one pixel. */
	private static int runEnd(final int[] labels, final int p, final int to) {
		final int same = Arrays.mismatch(labels, p, to - 1, labels, p + 1, to);
		return same < 0 ? to : p + 1 + same;
	}

	private void add(final int start, final int length, final int object) {
		if (size == starts.length) {
			starts = Arrays.copyOf(starts, 2 * size);
			lengths = Arrays.copyOf(lengths, 2 * size);
			objects = Arrays.copyOf(objects, 2 * size);
		}
		starts[size] = start;
		lengths[size] = length;
		objects[size++] = object;
	}

	/** @return number of runs */
	int size() {
		return size;
	}

	/** @return the first run of a row, rows being counted through all planes; that of the row after the last is the number of runs */
	int firstOfRow(final int row) {
		return rowStarts[row];
	}

	/** @return index of the first pixel of a run */
	int start(final int run) {
		return starts[run];
	}

	/** @return number of pixels of a run */
	int length(final int run) {
		return lengths[run];
	}

	/** @return the object a run belongs to */
	int object(final int run) {
		return objects[run];
	}

	/** @return number of objects */
	int objects() {
		return index.size();
	}

	/** @return the objects in the order of their labels */
	int[] byLabel() {
		return index.byLabel();
	}

	/** @return the label of an object */
	int label(final int object) {
		return index.label(object);
	}
}
