package org.motionlayers.segmentation.raster;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A TIFF file open for reading: its byte order, whether it is a BigTIFF, and bytes from anywhere in it. */
final class TiffInput implements Closeable {

	private static final int MAGIC = 42;
	private static final int MAGIC_BIG = 43;

	private final FileChannel channel;
	private final long size;
	private final ByteOrder order;
	private final boolean big;
	private final long firstDirectory;

	/** Opens the file and reads its header. */
	TiffInput(final Path path) throws IOException {
		channel = FileChannel.open(path, StandardOpenOption.READ);
		try {
			size = channel.size();
			final ByteBuffer head = read(0, 8);
			order = head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
			final int magic = head.order(order).getShort(2);
			if (head.get(0) != head.get(1) || head.get(0) != 'I' && head.get(0) != 'M' || magic != MAGIC && magic != MAGIC_BIG)
				throw new IOException("no TIFF file");
			big = magic == MAGIC_BIG;
			firstDirectory = big ? bytes(8, 8).getLong(0) : head.getInt(4) & 0xffffffffL;
		}
		catch (final IOException | RuntimeException e) {
			channel.close();
			throw e;
		}
	}

	boolean big() {
		return big;
	}

	long size() {
		return size;
	}

	long firstDirectory() {
		return firstDirectory;
	}

	/** @return bytes of the file in its byte order; an EOFException where the file is shorter */
	ByteBuffer bytes(final long offset, final int count) throws IOException {
		return read(offset, count).order(order);
	}

	private ByteBuffer read(final long offset, final int count) throws IOException {
		if (offset < 0 || count < 0 || offset > size - count) throw new EOFException("the file ends early: it has " + size +
			" bytes, more are needed at byte " + offset);
		final ByteBuffer buffer = ByteBuffer.allocate(count);
		while (buffer.hasRemaining())
			if (channel.read(buffer, offset + buffer.position()) < 0) throw new EOFException("the file ends early");
		return buffer.flip();
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
