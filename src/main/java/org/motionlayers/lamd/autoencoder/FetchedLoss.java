package org.motionlayers.lamd.autoencoder;

import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.network.Constant;
import org.motionlayers.network.Keep;
import org.motionlayers.network.block.Resize;
import org.motionlayers.network.block.Warp;

/** How well the flows of coarse scales bring the first frame, made as small, to the true frames; at the coarsest, blurred ones too. */
final class FetchedLoss {

	private static final int BOX = 5;

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
				final NDArray small = Resize.means(first, factor, factor), wanted = Resize.means(frames, factor, factor);
				final NDArray here = difference(small, wanted, flow);
				if (sum == null) sum = here.add(difference(blurred(small), blurred(wanted), flow));
				else sum = sum.add(here);
			}
			return Constant.times(sum, 1.0 / flows.size());
		});
	}

	private static NDArray difference(final NDArray image, final NDArray wanted, final NDArray flow) {
		return Warp.backward(image, flow).sub(wanted).abs().mean();
	}

	/** Means over boxes around every pixel, with zeros beyond the border: where things are far apart, blurred ones still touch. */
	private static NDArray blurred(final NDArray x) {
		final Shape one = new Shape(1, 1), box = new Shape(BOX, BOX), border = new Shape(BOX / 2, BOX / 2);
		return x.getNDArrayInternal().avgPool(box, one, border, false, true);
	}
}
