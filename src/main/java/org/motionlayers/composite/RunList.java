package org.motionlayers.composite;

import java.util.Arrays;

/** A growing list of run triples, for objects whose runs in a frame are not those of the sheet: first pixel, pixels, first value. */
final class RunList {

	private static final int FIRST_CAPACITY = 64 * SpriteSheet.STRIDE;

	private int[] runs = new int[FIRST_CAPACITY];
	private int size;

	/** Appends a run. */
	void add(final int pixel, final int length, final int value) {
		if (size == runs.length) runs = Arrays.copyOf(runs, 2 * size);
		runs[size] = pixel;
		runs[size + 1] = length;
		runs[size + 2] = value;
		size += SpriteSheet.STRIDE;
	}

	/** @return ints in use */
	int size() {
		return size;
	}

	/** @return the array itself, which may be longer than {@link #size()} and is replaced when it grows */
	int[] runs() {
		return runs;
	}
}
