package org.motionlayers.zarr;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import io.airlift.compress.lz4.Lz4Compressor;

/** Packs chunks with Blosc 1: bytes shuffled, LZ4, blocks not split. What every reader of OME-Zarr knows. The same bytes give the same bytes. */
final class BloscEncoder {

	private static final int BLOCK = 1 << 18;
	private static final int LZ4 = 1 << 5;
	private static final int LZ4_VERSION = 1;

	private final int elementSize;
	private final Lz4Compressor compressor = new Lz4Compressor();

	/** @param elementSize bytes of an element, a power of two up to 8 */
	BloscEncoder(final int elementSize) {
		this.elementSize = elementSize;
	}

	/** @return the chunk packed; at most a little longer than it was */
	byte[] encode(final byte[] chunk) {
		final int block = Math.min(BLOCK, chunk.length), blocks = (chunk.length + block - 1) / block;
		final int overhead = Blosc.HEADER + 2 * Integer.BYTES * blocks;
		final ByteBuffer out = ByteBuffer.allocate(overhead + blocks * compressor.maxCompressedLength(block)).order(ByteOrder.LITTLE_ENDIAN);
		out.position(Blosc.HEADER + Integer.BYTES * blocks);
		for (int b = 0; b < blocks; b++) {
			out.putInt(Blosc.HEADER + Integer.BYTES * b, out.position());
			final int from = b * block;
			put(shuffled(chunk, from, Math.min(block, chunk.length - from)), out);
		}
		final int flags = Blosc.SHUFFLED | Blosc.WHOLE | LZ4;
		out.put(0, (byte) Blosc.VERSION).put(1, (byte) LZ4_VERSION).put(2, (byte) flags).put(3, (byte) elementSize);
		out.putInt(4, chunk.length).putInt(8, block).putInt(12, out.position());
		return java.util.Arrays.copyOf(out.array(), out.position());
	}

	/** A block that does not get shorter is stored as it is: its length says so. */
	private void put(final byte[] block, final ByteBuffer out) {
		final int start = out.position() + Integer.BYTES;
		final int length = compressor.compress(block, 0, block.length, out.array(), start, out.capacity() - start);
		if (length < block.length) {
			out.putInt(length).position(start + length);
			return;
		}
		out.putInt(block.length).put(block);
	}

	private byte[] shuffled(final byte[] chunk, final int from, final int length) {
		final byte[] result = new byte[length];
		final int elements = length / elementSize;
		for (int j = 0; j < elementSize; j++)
			for (int i = 0, at = from + j, to = j * elements; i < elements; i++, at += elementSize) result[to + i] = chunk[at];
		return result;
	}
}
