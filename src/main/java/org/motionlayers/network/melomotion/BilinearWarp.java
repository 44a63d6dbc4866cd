package org.motionlayers.network.melomotion;

import org.motionlayers.network.Constant;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * Backward warping with bilinear interpolation: out(p) = I(p - f(p)), black beyond the border. It is what blurs edges when a frame is made
 * out of the one before, again and again (MeloMotion, 2: "grid-sample interpolation").
 */
final class BilinearWarp {

	private BilinearWarp() {}

	/**
	 * Warps.
	 *
	 * @param image (n, channels, height, width)
	 * @param flow (n, 2, height, width): displacement along x and y since the image of what arrives at a pixel, in pixels
	 * @return the warped image, differentiable by image and flow
	 */
	static NDArray apply(final NDArray image, final NDArray flow) {
		final long n = image.getShape().get(0), height = image.getShape().get(2), width = image.getShape().get(3);
		final NDArray x = flow.getManager().arange((float) width).reshape(1, 1, 1, width).sub(flow.get(":, 0:1"));
		final NDArray y = flow.getManager().arange((float) height).reshape(1, 1, height, 1).sub(flow.get(":, 1:2"));
		final NDArray left = floor(x), top = floor(y);
		final NDArray right = left.add(1), bottom = top.add(1);
		final NDArray toRight = x.sub(left), toBottom = y.sub(top);
		final NDArray toLeft = toRight.neg().add(1), toTop = toBottom.neg().add(1);
		final NDArray flat = image.reshape(n, image.getShape().get(1), height * width);
		return corner(flat, left, top, toLeft.mul(toTop)).add(corner(flat, right, top, toRight.mul(toTop))).add(corner(flat, left, bottom,
			toLeft.mul(toBottom))).add(corner(flat, right, bottom, toRight.mul(toBottom)));
	}

	/** The whole pixel before a position: a constant, through which no gradient goes. */
	private static NDArray floor(final NDArray position) {
		return position.stopGradient().floor();
	}

	private static NDArray corner(final NDArray flat, final NDArray x, final NDArray y, final NDArray weight) {
		final long height = weight.getShape().get(2), width = weight.getShape().get(3), n = weight.getShape().get(0);
		final NDArray inside = x.gte(0).mul(x.lt(width)).mul(y.gte(0)).mul(y.lt(height)).toType(DataType.FLOAT32, false);
		final NDArray index = Constant.times(y.clip(0, height - 1), width).add(x.clip(0, width - 1)).toType(DataType.INT64, false);
		final Shape all = new Shape(n, flat.getShape().get(1), height * width);
		final NDArray values = flat.gather(index.reshape(n, 1, height * width).broadcast(all), 2);
		return values.reshape(n, flat.getShape().get(1), height, width).mul(weight.mul(inside));
	}
}
