package org.motionlayers.lamd.autoencoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.network.Constant;
import org.motionlayers.network.Keep;
import org.motionlayers.network.block.Resize;

/**
 * Ours, where no network for a perceptual term is given: mean absolute difference of the steps from pixel to pixel along x and y, at three
 * sizes, each half the one before. Blurred and displaced edges cost more than with pixels alone. It is no LPIPS.
 */
final class EdgePyramidLoss {

	private static final int SIZES = 3;

	private EdgePyramidLoss() {}

	/**
	 * Compares clips.
	 *
	 * @param found (batch, channels, frames, height, width), height and width at least 8
	 * @param truth as large
	 * @return the mean over sizes and both directions, a number
	 */
	static NDArray of(final NDArray found, final NDArray truth) {
		return Keep.result(() -> {
			final Shape s = found.getShape();
			// Edges are linear: those of the difference are the difference of the edges.
			NDArray difference = found.sub(truth).reshape(s.get(0), s.get(1) * s.get(2), s.get(3), s.get(4));
			NDArray sum = null;
			for (int i = 0; i < SIZES; i++) {
				if (i > 0) difference = Resize.means(difference, 2, 2);
				final NDArray here = steps(difference);
				sum = sum == null ? here : sum.add(here);
			}
			return Constant.times(sum, 1.0 / SIZES);
		});
	}

	private static NDArray steps(final NDArray x) {
		final NDArray along = x.get(":, :, :, 1:").sub(x.get(":, :, :, :-1")).abs().mean();
		final NDArray down = x.get(":, :, 1:, :").sub(x.get(":, :, :-1, :")).abs().mean();
		return Constant.times(along.add(down), .5);
	}
}
