package org.motionlayers.segmentation.document;

import org.motionlayers.scene.InputException;

/** How large compressed data may become: honest outlines shrink to a tenth, bombs to a thousandth. */
final class Inflation {

	private static final long MAX_RATIO = 100;
	/** Small files may be repetitive. */
	private static final long FREE_BYTES = 1L << 24;

	private final String source;
	private final long limit;
	private long bytes;

	/**
	 * @param source the file's name, for messages
	 * @param compressed its size in bytes
	 */
	Inflation(final String source, final long compressed) {
		this.source = source;
		this.limit = FREE_BYTES + MAX_RATIO * compressed;
	}

	/**
	 * Counts bytes that came out.
	 *
	 * @throws InputException when they are too many
	 */
	void add(final long count) {
		bytes += count;
		if (bytes > limit) throw new InputException("Labels '" + source + "' unpack to more than " + MAX_RATIO +
			" times their size, which no honest file does: refused.");
	}
}
