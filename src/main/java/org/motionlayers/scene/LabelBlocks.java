package org.motionlayers.scene;

import java.util.function.Function;

/**
 * A label image of one frame that is read block by block, because it need not fit into memory.
 *
 * @param shape its size; the number of channels is 1
 * @param reader gives the labels of a box within the image, x fastest, then y, z; 0 = background; not to be written to
 */
public record LabelBlocks(Shape shape, Function<Box, int[]> reader) {

	/** Takes away channels. */
	public LabelBlocks {
		shape = shape.withChannels(1);
	}

	/** @return the labels of a box within the image, x fastest, then y, z; not to be written to */
	public int[] read(final Box box) {
		return reader.apply(box);
	}

	/** @return blocks of a label image in memory, x fastest, then y, z */
	public static LabelBlocks of(final Shape shape, final int[] labels) {
		return new LabelBlocks(shape, box -> {
			final int[] block = new int[box.shape().pixels()];
			box.eachRow(shape, (from, to) -> System.arraycopy(labels, from, block, to, box.width()));
			return block;
		});
	}
}
