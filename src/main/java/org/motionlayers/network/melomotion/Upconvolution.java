package org.motionlayers.network.melomotion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * Transposed convolution 4 x 4 of stride 2 and padding 1: twice the width and height. Its weights are PyTorch's, (in, out, y, x). DJL has
 * the operation for other engines alone, so it is computed as what it amounts to: every output pixel is a 2 x 2 convolution of the
 * input, with other weights for even and odd rows and columns.
 */
final class Upconvolution extends AbstractBlock {

	private static final int KERNEL = 4;
	private static final Shape ONE = new Shape(1, 1);

	private final int filters;
	private final Parameter weight;
	private final Parameter bias;

	/** @param filters number of channels that come out */
	Upconvolution(final int filters) {
		this.filters = filters;
		this.weight = addParameter(Parameter.builder().setName("weight").setType(Parameter.Type.WEIGHT).build());
		this.bias = addParameter(Parameter.builder().setName("bias").setType(Parameter.Type.BIAS).build());
	}

	@Override
	protected NDList forwardInternal(final ParameterStore store, final NDList inputs, final boolean training,
		final PairList<String, Object> params)
	{
		final NDArray x = inputs.singletonOrThrow();
		final NDArray kernels = byParity(store.getValue(weight, x.getDevice(), training));
		final NDArray all = Conv2d.conv2d(x, kernels, null, ONE, ONE, ONE, 1).singletonOrThrow();
		return new NDList(interleave(all, x.getShape()).add(store.getValue(bias, x.getDevice(), training).reshape(1, filters, 1, 1)));
	}

	/** Output row 2 y + p takes input rows y + p - 1 and y + p with kernel rows 3 - p and 1 - p: (4 out, in, 2, 2), ordered by parities. */
	private NDArray byParity(final NDArray kernel) {
		final long in = kernel.getShape().get(0);
		return kernel.flip(2, 3).reshape(in, filters, 2, 2, 2, 2).transpose(3, 5, 1, 0, 2, 4).reshape(4L * filters, in, 2, 2);
	}

	private NDArray interleave(final NDArray all, final Shape input) {
		final long n = input.get(0), height = input.get(2), width = input.get(3);
		final NDArray[] rows = new NDArray[2];
		for (int p = 0; p < 2; p++) rows[p] = NDArrays.stack(new NDList(part(all, p, 0, height, width), part(all, p, 1, height, width)), 4);
		return NDArrays.stack(new NDList(rows), 3).reshape(n, filters, 2 * height, 2 * width);
	}

	private NDArray part(final NDArray all, final int p, final int q, final long height, final long width) {
		final long from = (long) filters * (2 * p + q);
		return all.get(new NDIndex(":, {}:{}, {}:{}, {}:{}", from, from + filters, p, p + height, q, q + width));
	}

	@Override
	protected void prepare(final Shape[] inputs) {
		weight.setShape(new Shape(inputs[0].get(1), filters, KERNEL, KERNEL));
		bias.setShape(new Shape(filters));
	}

	@Override
	public Shape[] getOutputShapes(final Shape[] inputs) {
		return new Shape[] { new Shape(inputs[0].get(0), filters, 2 * inputs[0].get(2), 2 * inputs[0].get(3)) };
	}
}
