package org.motionlayers.segmentation.outline;

import java.util.Arrays;

/**
 * One bit for every pixel of a box within a plane, 64 pixels of a row to a word. Every row knows the words that may hold a set bit: thin
 * outlines across a large image cost what they cover, not their box.
 */
final class BitPlane {

	private final int left;
	private final int top;
	private final int width;
	private final int height;
	private final int words;
	private final long[] bits;
	private final int[] firstWord;
	private final int[] endWord;

	/**
	 * @param left first column
	 * @param top first row
	 * @param width columns, at least 1
	 * @param height rows, at least 1
	 */
	BitPlane(final int left, final int top, final int width, final int height) {
		this.left = left;
		this.top = top;
		this.width = width;
		this.height = height;
		this.words = (width + Long.SIZE - 1) / Long.SIZE;
		this.bits = new long[Math.multiplyExact(words, height)];
		this.firstWord = new int[height];
		this.endWord = new int[height];
		Arrays.fill(firstWord, words);
	}

	/** @return an empty plane over the same box */
	BitPlane emptyCopy() {
		return new BitPlane(left, top, width, height);
	}

	/** Sets a pixel; outside the box nothing happens. */
	void set(final int x, final int y) {
		final int column = x - left, row = y - top;
		if (column >= 0 && column < width && row >= 0 && row < height) bits[touched(column, row)] |= 1L << column;
	}

	/** Flips a pixel; left of the box the first column of the row is flipped, right of it nothing. */
	void flip(final int x, final int y) {
		final int column = Math.max(0, x - left);
		if (column < width) bits[touched(column, y - top)] ^= 1L << column;
	}

	private int touched(final int column, final int row) {
		final int word = column / Long.SIZE;
		firstWord[row] = Math.min(firstWord[row], word);
		endWord[row] = Math.max(endWord[row], word + 1);
		return row * words + word;
	}

	/** Turns flips into filling: every pixel becomes the parity of the flips of its row up to itself. */
	void fillBetweenFlips() {
		for (int row = 0; row < height; row++) {
			long carry = 0;
			int word = firstWord[row];
			for (; word < endWord[row] || carry != 0 && word < words; word++) {
				long parity = bits[row * words + word];
				for (int shift = 1; shift < Long.SIZE; shift <<= 1) parity ^= parity << shift;
				parity ^= carry;
				bits[row * words + word] = parity;
				carry = parity >> Long.SIZE - 1;
			}
			endWord[row] = Math.max(endWord[row], word == words && firstWord[row] == words ? 0 : word);
		}
	}

	/** Adds the pixels of a plane over the same box. */
	void or(final BitPlane other) {
		for (int row = 0; row < height; row++) {
			for (int i = row * words + other.firstWord[row]; i < row * words + other.endWord[row]; i++) bits[i] |= other.bits[i];
			firstWord[row] = Math.min(firstWord[row], other.firstWord[row]);
			endWord[row] = Math.max(endWord[row], other.endWord[row]);
		}
	}

	/** Gives the pixels as runs in plane z. */
	void forEachRun(final int z, final Mask.RunConsumer consumer) {
		for (int row = 0; row < height; row++) {
			final int limit = Math.min(width, endWord[row] * Long.SIZE);
			int x = firstWord[row] < endWord[row] ? next(row, firstWord[row] * Long.SIZE, limit, 0) : limit;
			while (x < limit) {
				final int end = next(row, x, limit, -1L);
				consumer.run(left + x, top + row, z, end - x);
				x = end < limit ? next(row, end, limit, 0) : limit;
			}
		}
	}

	/** @return first column from {@code from} on, below the limit, whose bit differs from the bits of {@code skip}, or the limit */
	private int next(final int row, final int from, final int limit, final long skip) {
		int word = from / Long.SIZE;
		long found = (bits[row * words + word] ^ skip) & -1L << from;
		while (found == 0 && ++word < endWord[row]) found = bits[row * words + word] ^ skip;
		return found == 0 ? limit : Math.min(limit, word * Long.SIZE + Long.numberOfTrailingZeros(found));
	}
}
