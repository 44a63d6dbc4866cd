package org.motionlayers.scene;

import java.util.function.Function;

/**
 * One frame of an image that is read block by block, because it need not fit into memory.
 *
 * @param type the pixel type
 * @param shape its size
 * @param reader gives a box within the image, all channels, as a frame of the size of the box; may be called from any thread
 */
public record PixelBlocks(PixelType type, Shape shape, Function<Box, Frame> reader) {

	/** @return a box within the image, all channels, as a frame of the size of the box */
	public Frame read(final Box box) {
		return reader.apply(box);
	}

	/** @return blocks of a frame in memory */
	public static PixelBlocks of(final Frame frame) {
		final Shape shape = frame.shape();
		return new PixelBlocks(frame.type(), shape, box -> {
			final Shape size = box.shape().withChannels(shape.channels());
			final Object data = frame.type().newArray(size.values());
			for (int c = 0; c < shape.channels(); c++) {
				final int first = c * shape.pixels(), start = c * size.pixels();
				box.eachRow(shape, (from, to) -> System.arraycopy(frame.data(), first + from, data, start + to, box.width()));
			}
			return new Frame(frame.type(), size, data);
		});
	}
}
