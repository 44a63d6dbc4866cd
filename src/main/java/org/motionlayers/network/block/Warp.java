package org.motionlayers.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.network.Constant;
import org.motionlayers.network.Keep;

/** Backward warping: every pixel fetches its value from where a flow points to, between pixels and with the border repeated. */
public final class Warp {

	/** The engine's number for bilinear interpolation. */
	private static final int BILINEAR = 1;

	private Warp() {}

	/**
	 * Warps: out(p) = I(p + f(p)), bilinear. Differentiable by both; a flow that points beyond the border gets no gradient along that axis.
	 *
	 * @param image (batch, channels, h, w), h and w at least 2
	 * @param flow (batch x frames, 2, h, w), displacement along x and y in pixels, frames of a sample one after another
	 * @return (batch x frames, channels, h, w)
	 */
	public static NDArray backward(final NDArray image, final NDArray flow) {
		final Shape s = image.getShape();
		final long batch = s.get(0), channels = s.get(1), height = s.get(2), width = s.get(3), frames = flow.getShape().get(0) / batch;
		return Keep.result(() -> {
			final NDArray x = flow.get(":, 0:1").add(flow.getManager().arange((float) width).reshape(1, 1, 1, width)).clip(0, width - 1);
			final NDArray y = flow.get(":, 1:2").add(flow.getManager().arange((float) height).reshape(1, 1, height, 1)).clip(0, height - 1);
			final NDArray left = x.stopGradient().floor().clip(0, width - 2), top = y.stopGradient().floor().clip(0, height - 2);
			final Shape row = new Shape(batch, 1, frames * height * width);
			final NDArray toRight = x.sub(left).reshape(row), toBottom = y.sub(top).reshape(row);
			final NDArray index = Constant.times(top, width).add(left).reshape(row).toType(DataType.INT64, false);
			final NDArray flat = image.reshape(batch, channels, height * width);
			final NDArray above = between(fetch(flat, index), fetch(flat, index.add(1)), toRight);
			final NDArray below = between(fetch(flat, index.add(width)), fetch(flat, index.add(width + 1)), toRight);
			return between(above, below, toBottom).reshape(batch, channels, frames, height, width).transpose(0, 2, 1, 3, 4).reshape(batch *
				frames, channels, height, width);
		});
	}

	private static NDArray between(final NDArray from, final NDArray to, final NDArray part) {
		return to.sub(from).mul(part).add(from);
	}

	private static NDArray fetch(final NDArray flat, final NDArray index) {
		return flat.gather(index.broadcast(new Shape(index.getShape().get(0), flat.getShape().get(1), index.getShape().get(2))), 2);
	}

	/**
	 * A finer flow: bilinear, displacements as many times as long.
	 *
	 * @param flow (n, 2, h, w) in pixels
	 * @param factor of the size, a whole number
	 * @return (n, 2, factor h, factor w) in the finer pixels
	 */
	public static NDArray finer(final NDArray flow, final int factor) {
		if (factor == 1) return flow;
		final long[] size = { flow.getShape().get(2) * factor, flow.getShape().get(3) * factor };
		return Keep.result(() -> Constant.times(flow.getNDArrayInternal().interpolation(size, BILINEAR, false), factor));
	}
}
