package org.motionlayers.lamd.autoencoder;

import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

import org.motionlayers.network.Constant;
import org.motionlayers.network.Keep;
import org.motionlayers.network.block.Resize;

/**
 * How far the decoder's flows are from the true ones, where scenes are simulated and the truth is known; clips of one's own have none and
 * are learned from without.
 */
final class KnownFlowLoss {

	/** What moved less than this has not moved, pixels. */
	private static final double LEAST = .1;

	/** Differences count as their square below this, as themselves beyond it, pixels: a doubtful flow is drawn to the mean, not to 0. */
	private static final double EVEN = 6;

	private KnownFlowLoss() {}

	/**
	 * Compares.
	 *
	 * @param flows of {@link FusionDecoder#forward}: whence each pixel is fetched, in pixels of its scale
	 * @param moved (batch x frames, 2, side, side), displacement since the first frame, pixels
	 * @param moving added to the weight of 1 of what moved
	 * @return mean over pixels, by weight, of the absolute difference along x plus that along y, in pixels of the full frame; the mean over scales
	 */
	static NDArray of(final List<NDArray> flows, final NDArray moved, final double moving) {
		return Keep.result(() -> {
			NDArray sum = null;
			for (final NDArray flow : flows) {
				final long factor = moved.getShape().get(2) / flow.getShape().get(2);
				final NDArray truth = Resize.means(moved, factor, factor);
				final NDArray weight = Constant.times(truth.abs().max(new int[] { 1 }, true).gt(LEAST).toType(DataType.FLOAT32, false), moving).add(1);
				// What moved by d is fetched from where it was: the flow is -d.
				final NDArray far = Constant.times(flow, factor).add(truth).square().sum(new int[] { 1 }, true);
				final NDArray off = far.div(far.add(EVEN * EVEN).sqrt()).mul(weight).sum().div(weight.sum());
				sum = sum == null ? off : sum.add(off);
			}
			return Constant.times(sum, 1.0 / flows.size());
		});
	}
}
