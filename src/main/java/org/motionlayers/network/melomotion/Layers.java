package org.motionlayers.network.melomotion;

import java.util.List;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;

/** The layers that the networks of this room are built of, all with biases. */
final class Layers {

	private static final int KERNEL = 3;

	private Layers() {}

	/** @return a convolution 3 x 3 that keeps the size, or halves it where stride is 2 */
	static Block convolution(final int channels, final int stride) {
		return Conv2d.builder().setKernelShape(new Shape(KERNEL, KERNEL)).optPadding(new Shape(1, 1)).optStride(new Shape(stride, stride))
			.setFilters(channels).build();
	}

	/** @return a linear map of the channels of every pixel */
	static Block pointwise(final int channels) {
		return Conv2d.builder().setKernelShape(new Shape(1, 1)).setFilters(channels).build();
	}

	/** @return x sigmoid(x) */
	static Block silu() {
		return new LambdaBlock(list -> Activation.swish(list, 1), "silu");
	}

	/** @return x + conv(silu(norm(conv(silu(norm(x)))))) */
	static Block residual(final int channels) {
		final SequentialBlock branch = new SequentialBlock();
		for (int i = 0; i < 2; i++) branch.add(new GroupNormalisation(channels)).add(silu()).add(convolution(channels, 1));
		return new ParallelBlock(Layers::sum, List.of(new LambdaBlock(list -> list, "identity"), branch));
	}

	private static NDList sum(final List<NDList> terms) {
		return new NDList(terms.get(0).singletonOrThrow().add(terms.get(1).singletonOrThrow()));
	}
}
