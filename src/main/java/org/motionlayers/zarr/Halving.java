package org.motionlayers.zarr;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Shape;

/** The next resolution of a frame: half as many pixels along x and y, the last one of an odd number for itself. */
final class Halving {

	private Halving() {}

	/** @return the size of half a frame */
	static Shape of(final Shape shape) {
		return new Shape((shape.width() + 1) / 2, (shape.height() + 1) / 2, shape.depth(), shape.channels());
	}

	/**
	 * @param frame the frame
	 * @param labels whether a pixel is one of the four that it stands for, else it is their mean, rounded to even halves
	 * @return the half
	 */
	static Frame of(final Frame frame, final boolean labels) {
		final Shape from = frame.shape(), to = of(from);
		final PixelType type = frame.type();
		final Object result = type.newArray(to.values());
		for (int plane = 0; plane < from.depth() * from.channels(); plane++)
			for (int y = 0; y < to.height(); y++) {
				final int above = plane * from.planeSize() + 2 * y * from.width();
				final int below = 2 * y + 1 < from.height() ? above + from.width() : above;
				final int row = plane * to.planeSize() + y * to.width();
				for (int x = 0; x < to.width(); x++) {
					final int left = 2 * x, right = Math.min(left + 1, from.width() - 1);
					final Object in = frame.data();
					type.set(result, row + x, labels ? type.get(in, above + left) : (type.get(in, above + left) + type.get(in, above + right) + type.get(
						in, below + left) + type.get(in, below + right)) / 4);
				}
			}
		return new Frame(type, to, result);
	}
}
