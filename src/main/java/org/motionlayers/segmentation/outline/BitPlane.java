package org.motionlayers.segmentation.outline;

/** One bit for every pixel of a box within a plane, 64 pixels of a row to a word. */
final class BitPlane {

	private final int left;
	private final int top;
	private final int width;
	private final int height;
	private final int words;
	private final long[] bits;

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
	}

	/** @return an empty plane over the same box */
	BitPlane emptyCopy() {
		return new BitPlane(left, top, width, height);
	}

	/** Sets a pixel; outside the box nothing happens. */
	void set(final int x, final int y) {
		final int column = x - left, row = y - top;
		if (column < 0 || column >= width || row < 0 || row >= height) return;
		bits[row * words + column / Long.SIZE] |= 1L << column;
	}

	/** Flips a pixel; left of the box the first column of the row is flipped, right of it nothing. */
	void flip(final int x, final int y) {
		final int column = Math.max(0, x - left);
		if (column < width) bits[(y - top) * words + column / Long.SIZE] ^= 1L << column;
	}

	/** Turns flips into filling: every pixel becomes the parity of the flips of its row up to itself. */
	void fillBetweenFlips() {
		for (int row = 0; row < height; row++) {
			long carry = 0;
			for (int i = row * words; i < (row + 1) * words; i++) {
				long word = bits[i];
				for (int shift = 1; shift < Long.SIZE; shift <<= 1) word ^= word << shift;
				bits[i] = word ^ carry;
				carry = bits[i] >> Long.SIZE - 1;
			}
		}
	}

	/** Adds the pixels of a plane over the same box. */
	void or(final BitPlane other) {
		for (int i = 0; i < bits.length; i++) bits[i] |= other.bits[i];
	}

	/** Gives the pixels as runs in plane z. */
	void forEachRun(final int z, final Mask.RunConsumer consumer) {
		for (int row = 0; row < height; row++) {
			int x = next(row, 0, 0);
			while (x < width) {
				final int end = next(row, x, -1L);
				consumer.run(left + x, top + row, z, end - x);
				x = end < width ? next(row, end, 0) : width;
			}
		}
	}

	/** @return first column from {@code from} on whose bit differs from the bits of {@code skip}, or the width */
	private int next(final int row, final int from, final long skip) {
		int word = from / Long.SIZE;
		long found = (bits[row * words + word] ^ skip) & -1L << from;
		while (found == 0 && ++word < words) found = bits[row * words + word] ^ skip;
		return found == 0 ? width : Math.min(width, word * Long.SIZE + Long.numberOfTrailingZeros(found));
	}
}
