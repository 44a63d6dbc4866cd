package org.motionlayers.segmentation.raster;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * How numbers lie in a TIFF file, and what label they are.
 *
 * @param bits per number: 1, 2, 4, 8, 16, 32 or 64
 * @param kind of number
 */
record SampleType(int bits, Kind kind) {

	/** Kinds of numbers, in the order of the TIFF tag 339 from 1. */
	enum Kind {
		UNSIGNED, SIGNED, FLOAT
	}

	/** @return the type that the tags of a directory describe */
	static SampleType of(final Ifd ifd) throws IOException {
		final int bits = (int) ifd.integer(Ifd.BITS_PER_SAMPLE, 1);
		final long code = ifd.integer(Ifd.SAMPLE_FORMAT, 1);
		final Kind kind = code == 2 ? Kind.SIGNED : code == 3 ? Kind.FLOAT : Kind.UNSIGNED;
		final boolean known = switch (bits) {
			case 32, 64 -> true;
			case 8, 16 -> kind != Kind.FLOAT;
			case 1, 2, 4 -> kind == Kind.UNSIGNED;
			default -> false;
		};
		if (!known || code > 4) throw new IOException(bits + "-bit numbers of TIFF format " + code +
			" cannot be labels; accepted are 8, 16, 32 and 64-bit integers, 32 and 64-bit floats");
		return new SampleType(bits, kind);
	}

	/** @return bytes that a row of so many numbers takes */
	long rowBytes(final long numbers) {
		return (numbers * bits + 7) / 8;
	}

	/** @return what users call it, such as "16-bit" or "32-bit float" */
	String title() {
		return bits + "-bit" + (kind == Kind.FLOAT ? " float" : "");
	}

	/**
	 * One number of a row as a double where it is a float, else as a long that holds all its bits.
	 *
	 * @param row the row's bytes
	 * @param at where the row begins
	 * @param index of the number in the row
	 * @return the number, unsigned 64-bit numbers above 2^63 - 1 as {@link Long#MAX_VALUE}
	 */
	long integer(final ByteBuffer row, final int at, final int index) {
		final boolean signed = kind == Kind.SIGNED;
		return switch (bits) {
			case 8 -> signed ? row.get(at + index) : row.get(at + index) & 0xff;
			case 16 -> signed ? row.getShort(at + 2 * index) : row.getShort(at + 2 * index) & 0xffff;
			case 32 -> signed ? row.getInt(at + 4 * index) : row.getInt(at + 4 * index) & 0xffffffffL;
			case 64 -> unsigned64(row.getLong(at + 8 * index), signed);
			default -> row.get(at + index * bits / 8) >> 8 - bits - index * bits % 8 & (1 << bits) - 1;
		};
	}

	private static long unsigned64(final long value, final boolean signed) {
		return value < 0 && !signed ? Long.MAX_VALUE : value;
	}

	/** @return one number of a row of floats */
	double real(final ByteBuffer row, final int at, final int index) {
		return bits == 32 ? row.getFloat(at + 4 * index) : row.getDouble(at + 8 * index);
	}
}
