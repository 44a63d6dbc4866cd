package org.motionlayers.network.block;

import java.util.Arrays;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.network.Initial;
import org.motionlayers.network.Layer;
import org.motionlayers.network.Weight;

/** A convolution over images or volumes. Weights: weight (out, in, kernel...) and bias (out). */
public final class Convolution extends Layer {

	private final Weight weight;
	private final Weight bias;
	private final Shape stride;
	private final Shape padding;

	private Convolution(final int in, final int out, final long[] kernel, final long[] stride, final long[] padding, final boolean zero) {
		final long[] shape = new long[2 + kernel.length];
		shape[0] = out;
		shape[1] = in;
		System.arraycopy(kernel, 0, shape, 2, kernel.length);
		final Initial initial = zero ? Initial.ZEROS : Initial.uniform(in * Arrays.stream(kernel).reduce(1, (a, b) -> a * b));
		this.weight = weight("weight", initial, shape);
		this.bias = weight("bias", initial, out);
		this.stride = new Shape(stride);
		this.padding = new Shape(padding);
	}

	/**
	 * A convolution that keeps the size.
	 *
	 * @param in channels of the input
	 * @param out channels of the output
	 * @param kernel odd size along every axis: 2 sizes for images, 3 for volumes
	 */
	public static Convolution of(final int in, final int out, final long... kernel) {
		return new Convolution(in, out, kernel, ones(kernel), halves(kernel), false);
	}

	/** @return a convolution that keeps the size and gives 0 until it is trained */
	public static Convolution zero(final int in, final int out, final long... kernel) {
		return new Convolution(in, out, kernel, ones(kernel), halves(kernel), true);
	}

	/**
	 * A convolution that makes smaller.
	 *
	 * @param in channels of the input
	 * @param out channels of the output
	 * @param kernel size along every axis
	 * @param stride by which every axis shrinks
	 * @param padding zeros put before and after every axis
	 */
	public static Convolution strided(final int in, final int out, final long[] kernel, final long[] stride, final long[] padding) {
		return new Convolution(in, out, kernel, stride, padding, false);
	}

	private static long[] ones(final long[] kernel) {
		return Arrays.stream(kernel).map(k -> 1).toArray();
	}

	private static long[] halves(final long[] kernel) {
		return Arrays.stream(kernel).map(k -> k / 2).toArray();
	}

	/** @return (batch, out, ...) of x (batch, in, ...) */
	public NDArray forward(final NDArray x) {
		return x.getNDArrayInternal().convolution(x, weight.array(), bias.array(), stride, padding, new Shape(ones(stride.getShape())), 1)
			.singletonOrThrow();
	}
}
