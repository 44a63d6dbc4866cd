package org.motionlayers.lamd.autoencoder;

import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.network.Constant;
import org.motionlayers.network.Keep;
import org.motionlayers.network.block.Resize;
import org.motionlayers.network.block.Warp;

/** How well the flows of coarse scales bring the first frame, made as small, to the true frames. */
final class FetchedLoss {

	private FetchedLoss() {}

	/**
	 * Compares.
	 *
	 * @param first x_0 (batch, channels, side, side)
	 * @param truth (batch, channels, frames, side, side)
	 * @param flows of {@link FusionDecoder#forward}
	 * @return mean absolute difference, the mean over scales, a number
	 */
	static NDArray of(final NDArray first, final NDArray truth, final List<NDArray> flows) {
		return Keep.result(() -> {
			final Shape s = truth.getShape();
			final NDArray frames = truth.transpose(0, 2, 1, 3, 4).reshape(s.get(0) * s.get(2), s.get(1), s.get(3), s.get(4));
			NDArray sum = null;
			for (final NDArray flow : flows) {
				final long factor = s.get(3) / flow.getShape().get(2);
				final NDArray fetched = Warp.backward(Resize.means(first, factor, factor), flow);
				final NDArray here = fetched.sub(Resize.means(frames, factor, factor)).abs().mean();
				sum = sum == null ? here : sum.add(here);
			}
			return Constant.times(sum, 1.0 / flows.size());
		});
	}
}
