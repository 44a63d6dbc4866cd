package org.motionlayers.decompose;

import java.util.Arrays;

/**
 * Numbers labels 0, 1, 2, ... in the order in which they are first met. A hash table with open addressing: memory goes with the number
 * of labels, however large the labels are.
 */
final class LabelIndex {

	private static final int FIRST_CAPACITY = 1 << 8;
	/** Spreads labels over the table (Knuth's multiplicative hash: 2^32 / golden ratio). */
	private static final int SPREAD = 0x9e3779b9;

	private int[] keys = new int[FIRST_CAPACITY];
	private int[] numbers = new int[FIRST_CAPACITY];
	private int[] labels = new int[FIRST_CAPACITY / 2];
	private int size;

	/** @return the number of a label, which is not 0; a new one where it was not met before */
	int of(final int label) {
		int slot = slot(label);
		while (keys[slot] != 0) {
			if (keys[slot] == label) return numbers[slot];
			slot = slot + 1 & keys.length - 1;
		}
		if (size == labels.length) {
			grow();
			return of(label);
		}
		keys[slot] = label;
		numbers[slot] = size;
		labels[size] = label;
		return size++;
	}

	private int slot(final int label) {
		return label * SPREAD >>> Integer.numberOfLeadingZeros(keys.length) + 1;
	}

	private void grow() {
		final int[] old = Arrays.copyOf(labels, size);
		keys = new int[2 * keys.length];
		numbers = new int[keys.length];
		labels = new int[keys.length / 2];
		size = 0;
		for (final int label : old) of(label);
	}

	/** @return number of different labels */
	int size() {
		return size;
	}

	/** @return the numbers in the order of their labels; label and number share a long, because sorting longs is fast */
	int[] byLabel() {
		final long[] keys = new long[size];
		for (int i = 0; i < size; i++) keys[i] = (long) labels[i] << Integer.SIZE | i;
		Arrays.sort(keys);
		return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
	}

	/** @return the label with this number */
	int label(final int number) {
		return labels[number];
	}
}
