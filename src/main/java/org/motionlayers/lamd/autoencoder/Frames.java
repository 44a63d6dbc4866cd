package org.motionlayers.lamd.autoencoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDArrays;

/** Some frames of clips. */
final class Frames {

	private Frames() {}

	/**
	 * Picks frames.
	 *
	 * @param x any array
	 * @param axis of time
	 * @param chosen indices along it; null for all
	 * @return the picked ones in that order, or x itself
	 */
	static NDArray chosen(final NDArray x, final int axis, final int[] chosen) {
		if (chosen == null) return x;
		final NDList picked = new NDList();
		final String before = ":, ".repeat(axis);
		for (final int t : chosen) picked.add(x.get(before + t + ":" + (t + 1)));
		return NDArrays.concat(picked, axis);
	}
}
