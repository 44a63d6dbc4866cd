package org.motionlayers.zarr;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Unpacks Blosc 1, which most OME-Zarr is packed with: a header of 16 bytes, where every block starts, and blocks, each packed by one of
 * five compressors, the bytes or bits of its elements shuffled so that equal ones are neighbours
 * (c-blosc, README_CHUNK_FORMAT.rst).
 */
final class Blosc {

	/** Length of the header. */
	static final int HEADER = 16;
	/** The format of the chunk: the second of Blosc 1. */
	static final int VERSION = 2;
	/** Flags in the third byte: bytes shuffled, stored as it is, bits shuffled, blocks not split by byte of the element. */
	static final int SHUFFLED = 1, STORED = 2, BITS_SHUFFLED = 4, WHOLE = 16;

	private static final int COMPRESSOR_SHIFT = 5;
	private static final int MOST_SPLITS = 16;
	private static final int LEAST_SPLIT = 128;

	private final ByteBuffer in;
	private final int flags;
	private final int elementSize;
	private final int blockSize;
	private final byte[] out;

	private Blosc(final byte[] packed, final int limit) throws IOException {
		if (packed.length < HEADER) throw new IOException("it ends too early");
		in = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
		if (in.get(0) < 1 || in.get(0) > VERSION) throw new IOException("it is version " + in.get(0) + " of Blosc; 1 and 2 are read");
		flags = in.get(2);
		elementSize = Math.max(1, in.get(3) & 0xff);
		final int size = in.getInt(4);
		blockSize = in.getInt(8);
		if (size < 0 || size > limit) throw new IOException("it holds " + (size & 0xffffffffL) + " bytes, more than it should");
		if (size > 0 && (blockSize < 1 || in.getInt(12) > packed.length)) throw new IOException("its header is damaged");
		out = new byte[size];
	}

	/** Unpacks a chunk; see {@link Codec#decode}. */
	static byte[] decode(final byte[] packed, final int limit) throws IOException {
		final Blosc blosc = new Blosc(packed, limit);
		try {
			return blosc.unpacked();
		}
		catch (final IndexOutOfBoundsException | IllegalArgumentException | BufferUnderflowException exc) {
			throw new IOException("it is damaged", exc);
		}
	}

	private byte[] unpacked() throws IOException {
		if ((flags & STORED) != 0) {
			in.position(HEADER).get(out);
			return out;
		}
		for (int at = 0, block = 0; at < out.length; at += blockSize, block++) {
			final int size = Math.min(blockSize, out.length - at);
			final byte[] unpacked = block(in.getInt(HEADER + Integer.BYTES * block), size);
			final byte[] ordered = (flags & SHUFFLED) != 0 && elementSize > 1 ? unshuffled(unpacked, elementSize) : (flags & BITS_SHUFFLED) != 0
				? bitsUnshuffled(unpacked, elementSize) : unpacked;
			System.arraycopy(ordered, 0, out, at, size);
			if (at > out.length - blockSize) break; // the sum may exceed an int
		}
		return out;
	}

	/** One block, which lies in as many pieces as an element has bytes, unless it is the last and shorter one. */
	private byte[] block(final int start, final int size) throws IOException {
		final boolean split = (flags & WHOLE) == 0 && elementSize <= MOST_SPLITS && size == blockSize && blockSize / elementSize >= LEAST_SPLIT;
		final int pieces = split ? elementSize : 1, piece = size / pieces;
		final byte[] block = new byte[size];
		int from = start;
		for (int i = 0; i < pieces; i++) {
			final int length = in.getInt(from);
			from += Integer.BYTES;
			if (length < 0 || length > in.capacity() - from) throw new IOException("it ends too early");
			final byte[] bytes = length == piece ? Arrays.copyOfRange(in.array(), from, from + length) : piece(from, length, piece);
			if (bytes.length != piece) throw new IOException("a block of it is too short");
			System.arraycopy(bytes, 0, block, i * piece, piece);
			from += length;
		}
		return block;
	}

	private byte[] piece(final int from, final int length, final int size) throws IOException {
		final byte[] packed = in.array();
		final int compressor = (flags & 0xff) >> COMPRESSOR_SHIFT;
		return switch (compressor) {
			case 0 -> BloscLz.decode(packed, from, length, size);
			case 1 -> Codecs.lz4(packed, from, length, size);
			case 2 -> Codecs.snappy(packed, from, length, size);
			case 3 -> Codecs.inflate(Arrays.copyOfRange(packed, from, from + length), 0, size, false);
			case 4 -> Codecs.zstd(Arrays.copyOfRange(packed, from, from + length), size);
			default -> throw new IOException("its compressor " + compressor + " is unknown; blosclz, lz4, snappy, zlib and zstd are read");
		};
	}

	/** Byte j of element i lay at j * elements + i; what is left over at the end stayed in its place. */
	static byte[] unshuffled(final byte[] bytes, final int elementSize) {
		final int elements = bytes.length / elementSize;
		final byte[] result = bytes.clone();
		for (int j = 0; j < elementSize; j++)
			for (int i = 0, from = j * elements, to = j; i < elements; i++, to += elementSize) result[to] = bytes[from + i];
		return result;
	}

	/** Bit k of byte j of element i lay in bit i % 8 of byte (8 j + k) * elements / 8 + i / 8; other numbers of elements stayed as they were. */
	private static byte[] bitsUnshuffled(final byte[] bytes, final int elementSize) {
		final int elements = bytes.length / elementSize, row = elements / Byte.SIZE;
		if (elements % Byte.SIZE != 0) return bytes;
		final byte[] result = bytes.clone();
		Arrays.fill(result, 0, elements * elementSize, (byte) 0);
		for (int bit = 0; bit < elementSize * Byte.SIZE; bit++)
			for (int i = 0; i < elements; i++) {
				final int value = bytes[bit * row + i / Byte.SIZE] >> i % Byte.SIZE & 1;
				result[i * elementSize + bit / Byte.SIZE] |= (byte) (value << bit % Byte.SIZE);
			}
		return result;
	}
}
