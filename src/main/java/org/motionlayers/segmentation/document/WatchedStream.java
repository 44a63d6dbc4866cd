package org.motionlayers.segmentation.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes each read gave. */
final class WatchedStream extends FilterInputStream {

	private final LongConsumer watcher;

	/**
	 * @param in read from
	 * @param watcher told the number of bytes after every read
	 */
	WatchedStream(final InputStream in, final LongConsumer watcher) {
		super(in);
		this.watcher = watcher;
	}

	@Override
	public int read() throws IOException {
		final int value = super.read();
		if (value >= 0) watcher.accept(1);
		return value;
	}

	@Override
	public int read(final byte[] buffer, final int offset, final int length) throws IOException {
		final int count = super.read(buffer, offset, length);
		if (count > 0) watcher.accept(count);
		return count;
	}
}
