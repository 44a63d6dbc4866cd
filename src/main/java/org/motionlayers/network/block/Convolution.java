package org.motionlayers.network.block;

import java.util.Arrays;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.network.Initial;
import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;
import org.motionlayers.network.Weight;

/** A convolution over images or volumes. Weights: weight (out, in, kernel...) and bias (out). */
public final class Convolution extends Layer {

	private final Weight weight;
	private final Weight bias;
	private final Shape stride;
	private final Shape padding;
	private final boolean alongTime;

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
		this.alongTime = kernel.length == 3 && kernel[1] == 1 && kernel[2] == 1 && Arrays.stream(stride).allMatch(v -> v == 1);
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
		return alongTime ? Keep.result(() -> forwardAlongTime(x)) : convolve(x, weight.array(), stride, padding);
	}

	/** The engine's convolutions of images are three times as fast as those of volumes: rows of pixels become one axis. */
	private NDArray forwardAlongTime(final NDArray x) {
		final Shape in = x.getShape(), kernel = weight.array().getShape();
		final NDArray flat = convolve(x.reshape(in.get(0), in.get(1), in.get(2), in.get(3) * in.get(4)), weight.array().reshape(kernel.get(0),
			kernel.get(1), kernel.get(2), 1), new Shape(1, 1), new Shape(padding.get(0), 0));
		return flat.reshape(in.get(0), kernel.get(0), flat.getShape().get(2), in.get(3), in.get(4));
	}

	private NDArray convolve(final NDArray x, final NDArray kernel, final Shape strides, final Shape zeros) {
		return x.getNDArrayInternal().convolution(x, kernel, bias.array(), strides, zeros, new Shape(ones(strides.getShape())), 1)
			.singletonOrThrow();
	}
}
