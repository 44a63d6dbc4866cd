package org.motionlayers.zarr;

import java.nio.ByteOrder;
import java.util.List;

/**
 * What the metadata of an array says.
 *
 * @param type of its elements
 * @param order of their bytes
 * @param shape its size, the last axis fastest
 * @param chunk the size of a chunk, as many axes
 * @param fill value of elements in chunks that are missing
 * @param names how chunks are named
 * @param codecs to be undone, the first first
 * @param shard how chunks lie in files, or null where each has a file of its own
 */
record ArrayHeader(ElementType type, ByteOrder order, int[] shape, int[] chunk, double fill, ChunkNames names, List<Codec> codecs,
	Shard shard)
{

	/**
	 * How chunks are named.
	 *
	 * @param prefix in front of every name
	 * @param separator between the indices
	 */
	record ChunkNames(String prefix, String separator) {

		String of(final long[] index) {
			final StringBuilder name = new StringBuilder(prefix);
			for (int d = 0; d < index.length; d++) name.append(d == 0 ? "" : separator).append(index[d]);
			return name.toString();
		}
	}

	/**
	 * Many chunks in one file (Zarr 3, codec sharding_indexed).
	 *
	 * @param chunks how many along every axis
	 * @param codecs of the table of places, the first to be undone first
	 * @param atEnd whether the table lies at the end of the file, else at its start
	 * @param indexBytes length of the table as stored
	 * @param order of the bytes in the table
	 */
	record Shard(int[] chunks, List<Codec> codecs, boolean atEnd, int indexBytes, ByteOrder order) {}

	/** Of a chunk as it lies in memory. */
	private static final long LARGEST_CHUNK = 1L << 30;

	/** Checks what both versions have in common. */
	ArrayHeader check(final Meta meta) {
		if (shape.length != chunk.length) throw meta.refuse(shape.length + " axes, but chunks of " + chunk.length);
		double bytes = type.bytes();
		for (final int size : chunk) bytes *= size;
		if (bytes > LARGEST_CHUNK) throw meta.refuse("a chunk of " + (long) bytes + " bytes; chunks of up to " + LARGEST_CHUNK + " are read");
		return this;
	}

	/** @return bytes of a chunk as it lies in memory */
	int chunkBytes() {
		int bytes = type.bytes();
		for (final int size : chunk) bytes *= size;
		return bytes;
	}

	/** @return a fill value as either version writes it: a number, true, "NaN", "-Infinity", or the bits as "0x..." */
	static double fill(final Meta meta, final ElementType type) {
		final String text = meta.text("fill_value", "0");
		try {
			if (text.startsWith("0x")) {
				final long bits = Long.parseUnsignedLong(text.substring(2), 16);
				return type == ElementType.FLOAT32 ? Float.intBitsToFloat((int) bits) : type.isReal() ? Double.longBitsToDouble(bits) : bits;
			}
			return text.isEmpty() || text.equals("false") ? 0 : text.equals("true") ? 1 : Double.parseDouble(text);
		}
		catch (final NumberFormatException exc) {
			throw meta.refuse("'fill_value' should be a number, found " + text);
		}
	}
}
