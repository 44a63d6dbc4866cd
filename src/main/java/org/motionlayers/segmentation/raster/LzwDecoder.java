package org.motionlayers.segmentation.raster;

import java.io.IOException;

/** TIFF's LZW (TIFF 6.0, section 13): a table of strings, each one a shorter string and one byte more. */
final class LzwDecoder {

	private static final int CLEAR = 256;
	private static final int END = 257;
	private static final int FIRST_FREE = 258;
	private static final int MIN_BITS = 9;
	private static final int MAX_BITS = 12;

	private final byte[] in;
	private final byte[] out;
	private final int[] start = new int[1 << MAX_BITS];
	private final int[] length = new int[1 << MAX_BITS];
	private long position;
	private int filled;

	/**
	 * @param in compressed bytes
	 * @param length number of bytes wanted
	 */
	LzwDecoder(final byte[] in, final int length) {
		this.in = in;
		this.out = new byte[length];
	}

	/** @return the bytes; strings of the table are kept as places in them, where each string was first written */
	byte[] decode() throws IOException {
		int bits = MIN_BITS, free = FIRST_FREE, previousStart = 0, previousLength = 0;
		while (filled < out.length) {
			final int code = next(bits);
			if (code == END) break;
			if (code == CLEAR) {
				bits = MIN_BITS;
				free = FIRST_FREE;
				previousLength = 0;
				continue;
			}
			if (previousLength > 0 && free < start.length) {
				// The string before and the first byte of this one, which follows it in the output.
				start[free] = previousStart;
				length[free++] = previousLength + 1;
			}
			if (code >= free || code > END && length[code] == 0) throw new IOException("damaged TIFF: LZW code " + code + " before its string");
			final int begin = filled;
			append(code);
			previousStart = begin;
			previousLength = code < CLEAR ? 1 : length[code];
			// TIFF changes the width one code early.
			if (free + 1 >= 1 << bits && bits < MAX_BITS) bits++;
		}
		if (filled < out.length) throw Compression.tooShort(filled, out.length);
		return out;
	}

	private void append(final int code) {
		if (code < CLEAR) {
			out[filled++] = (byte) code;
			return;
		}
		// Byte by byte: a string may reach into what is being written.
		final int end = Math.min(out.length, filled + length[code]);
		for (int from = start[code]; filled < end; from++) out[filled++] = out[from];
	}

	private int next(final int bits) throws IOException {
		if (position + bits > in.length * 8L) throw Compression.tooShort(filled, out.length);
		int code = 0;
		for (int bit = 0; bit < bits; bit++, position++) code = code << 1 | in[(int) (position >> 3)] >> 7 - (int) (position & 7) & 1;
		return code;
	}
}
