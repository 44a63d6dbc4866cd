package org.motionlayers.network.melomotion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;

import org.motionlayers.network.Initial;
import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;
import org.motionlayers.network.Weight;

/**
 * Transposed convolution 4 x 4 of stride 2 and padding 1: twice the width and height. Weights: weight (in, out, 4, 4) and bias (out), as
 * in PyTorch. DJL's PyTorch engine lacks the operation, so it is computed as what it amounts to: every output pixel is a 2 x 2
 * convolution of the input, with other weights for even and odd rows and columns.
 */
final class Upconvolution extends Layer {

	private static final int KERNEL = 4;
	private static final Shape ONE = new Shape(1, 1);

	private final int in;
	private final int out;
	private final Weight weight;
	private final Weight bias;

	/**
	 * @param in channels of the input
	 * @param out channels of the output
	 */
	Upconvolution(final int in, final int out) {
		this.in = in;
		this.out = out;
		// each output sums 2 x 2 inputs a channel; He's deviation keeps signals from fading over three layers
		this.weight = weight("weight", Initial.normal(Math.sqrt(2.0 / (in * 2 * 2))), in, out, KERNEL, KERNEL);
		this.bias = weight("bias", Initial.ZEROS, out);
	}

	/** @return (batch, out, 2 height, 2 width) of x (batch, in, height, width) */
	NDArray forward(final NDArray x) {
		return Keep.result(() -> {
			final NDArray all = Conv2d.conv2d(x, byParity(), null, ONE, ONE, ONE, 1).singletonOrThrow();
			return interleave(all, x.getShape()).add(bias.array().reshape(1, out, 1, 1));
		});
	}

	/** Output row 2 y + p takes input rows y + p - 1 and y + p with kernel rows 3 - p and 1 - p: (4 out, in, 2, 2), ordered by parities. */
	private NDArray byParity() {
		return weight.array().flip(2, 3).reshape(in, out, 2, 2, 2, 2).transpose(3, 5, 1, 0, 2, 4).reshape(4L * out, in, 2, 2);
	}

	private NDArray interleave(final NDArray all, final Shape input) {
		final long n = input.get(0), height = input.get(2), width = input.get(3);
		final NDArray[] rows = new NDArray[2];
		for (int p = 0; p < 2; p++) rows[p] = NDArrays.stack(new NDList(part(all, p, 0, height, width), part(all, p, 1, height, width)), 4);
		return NDArrays.stack(new NDList(rows), 3).reshape(n, out, 2 * height, 2 * width);
	}

	private NDArray part(final NDArray all, final int p, final int q, final long height, final long width) {
		final long from = (long) out * (2 * p + q);
		return all.get(new NDIndex(":, {}:{}, {}:{}, {}:{}", from, from + out, p, p + height, q, q + width));
	}
}
