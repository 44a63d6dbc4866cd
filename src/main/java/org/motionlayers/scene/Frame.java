package org.motionlayers.scene;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.type.numeric.RealType;

/**
 * One time point of an image: values over x, y, z, channel in one primitive array, x fastest.
 *
 * @param type the pixel type
 * @param shape the size
 * @param data byte[], short[] or float[] of {@code shape.values()} elements; never written after construction
 */
public record Frame(PixelType type, Shape shape, Object data) {

	/** Checks that the array has the type and length that type and shape ask for. */
	public Frame {
		if (type.length(data) != shape.values()) throw new IllegalArgumentException("Frame of " + shape + " needs " + shape.values() +
			" values, found " + type.length(data) + ".");
	}

	/** @return a 2D frame of one channel over the array itself */
	public static Frame of(final PixelType type, final int width, final int height, final Object data) {
		return new Frame(type, Shape.of(width, height), data);
	}

	/** @return the value of one pixel, unsigned where the type is */
	public double value(final int x, final int y, final int z, final int channel) {
		return type.get(data, channel * shape.pixels() + shape.index(x, y, z));
	}

	/** @return an ImgLib2 image x, y, z, channel over the array itself, without a copy */
	public ArrayImg<? extends RealType<?>, ?> img() {
		return type.wrap(data, shape.width(), shape.height(), shape.depth(), shape.channels());
	}
}
