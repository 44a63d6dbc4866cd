package org.motionlayers.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Square patches of pixels as channels and back: a smaller grid with more channels, nothing lost (PyTorch's pixel unshuffle). */
public final class Patches {

	private Patches() {}

	/**
	 * Pixels to channels.
	 *
	 * @param x (batch, channels, height, width)
	 * @param side of a patch, divides height and width
	 * @return (batch, channels x side x side, height / side, width / side)
	 */
	public static NDArray fold(final NDArray x, final int side) {
		final Shape s = x.getShape();
		final long rows = s.get(2) / side, columns = s.get(3) / side;
		if (rows * side != s.get(2) || columns * side != s.get(3)) throw new IllegalArgumentException("Patches of " + side +
			" pixels do not tile " + s + ".");
		return x.reshape(s.get(0), s.get(1), rows, side, columns, side).transpose(0, 1, 3, 5, 2, 4).reshape(s.get(0), s.get(1) * side * side,
			rows, columns);
	}

	/**
	 * Channels to pixels, the inverse of {@link #fold}.
	 *
	 * @param x (batch, channels x side x side, rows, columns)
	 * @param side of a patch
	 * @return (batch, channels, rows x side, columns x side)
	 */
	public static NDArray unfold(final NDArray x, final int side) {
		final Shape s = x.getShape();
		final long channels = s.get(1) / (side * side);
		if (channels * side * side != s.get(1)) throw new IllegalArgumentException("Patches of " + side + " x " + side +
			" pixels do not divide the channels of " + s + ".");
		return x.reshape(s.get(0), channels, side, side, s.get(2), s.get(3)).transpose(0, 1, 4, 2, 5, 3).reshape(s.get(0), channels, s.get(
			2) * side, s.get(3) * side);
	}
}
