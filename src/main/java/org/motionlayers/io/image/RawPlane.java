package org.motionlayers.io.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

import ij.io.FileInfo;

/** Reads planes that lie in a file as they are in memory, byte order aside: many times as fast as pixel by pixel. */
final class RawPlane {

	private static final int CHUNK = 1 << 20;

	private RawPlane() {}

	/** @return whether a page, known to be uncompressed and in one piece, is of a kind that can be read so */
	static boolean canRead(final FileInfo page) {
		return switch (page.fileType) {
			case FileInfo.GRAY8, FileInfo.COLOR8, FileInfo.GRAY16_UNSIGNED, FileInfo.GRAY32_FLOAT -> true;
			default -> false;
		};
	}

	/** @return the pixels of a page, byte[], short[] or float[] */
	static Object read(final FileChannel file, final FileInfo page) throws IOException {
		final int count = Math.multiplyExact(page.width, page.height);
		final Object pixels = switch (page.fileType) {
			case FileInfo.GRAY16_UNSIGNED -> new short[count];
			case FileInfo.GRAY32_FLOAT -> new float[count];
			default -> new byte[count];
		};
		final int size = page.getBytesPerPixel();
		final ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(CHUNK, (long) count * size)).order(page.intelByteOrder ? ByteOrder.LITTLE_ENDIAN
			: ByteOrder.BIG_ENDIAN);
		for (int done = 0; done < count;) {
			final int next = Math.min(count - done, chunk.capacity() / size);
			fill(file, chunk.clear().limit(next * size), page.getOffset() + (long) done * size);
			if (pixels instanceof short[] shorts) chunk.asShortBuffer().get(shorts, done, next);
			else if (pixels instanceof float[] floats) chunk.asFloatBuffer().get(floats, done, next);
			else chunk.get((byte[]) pixels, done, next);
			done += next;
		}
		return pixels;
	}

	private static void fill(final FileChannel file, final ByteBuffer chunk, final long from) throws IOException {
		while (chunk.hasRemaining()) if (file.read(chunk, from + chunk.position()) < 0) throw new EOFException("the file ends too early");
		chunk.flip();
	}
}
