package org.motionlayers.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Other sizes of images, volumes and clips by whole factors; nothing to learn. */
public final class Resize {

	private static final int NEAREST = 0;

	private Resize() {}

	/**
	 * Repeats every element.
	 *
	 * @param x (batch, channels, ...)
	 * @param factors how often, for every axis after the channels
	 */
	public static NDArray repeated(final NDArray x, final long... factors) {
		final long[] size = new long[factors.length];
		for (int i = 0; i < size.length; i++) size[i] = x.getShape().get(2 + i) * factors[i];
		return x.getNDArrayInternal().interpolation(size, NEAREST, false);
	}

	/**
	 * Means over boxes.
	 *
	 * @param x (batch, channels, ...)
	 * @param factors size of a box along every axis after the channels; a rest that fills no box is left out
	 */
	public static NDArray means(final NDArray x, final long... factors) {
		final Shape box = new Shape(factors), none = new Shape(new long[factors.length]);
		return x.getNDArrayInternal().avgPool(box, box, none, false, true);
	}
}
