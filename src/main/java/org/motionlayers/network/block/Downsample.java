package org.motionlayers.network.block;

import java.util.Arrays;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.network.Layer;

/** Smaller by whole factors: a convolution of size 3 with that stride. Weights: conv. */
public final class Downsample extends Layer {

	/** Where the zeros go that a convolution needs at the border. */
	public enum Padding {
		/** One on both sides (ADM). */
		BOTH_SIDES,
		/** One at the end of every axis (the autoencoder of latent diffusion); images only. */
		AT_THE_END
	}

	private final Padding padding;
	private final Convolution conv;

	/**
	 * @param in channels of the input
	 * @param out channels of the output
	 * @param padding where zeros go
	 * @param strides by which every axis shrinks: 2 for images, 3 for volumes and clips
	 */
	public Downsample(final int in, final int out, final Padding padding, final long... strides) {
		if (padding == Padding.AT_THE_END && strides.length != 2) throw new IllegalArgumentException(
			"Zeros at the end alone are for images only.");
		this.padding = padding;
		final long zeros = padding == Padding.BOTH_SIDES ? 1 : 0;
		conv = child("conv", Convolution.strided(in, out, Arrays.stream(strides).map(s -> 3).toArray(), strides, Arrays.stream(strides).map(
			s -> zeros).toArray()));
	}

	/** @return the smaller x */
	public NDArray forward(final NDArray x) {
		if (padding == Padding.BOTH_SIDES) return conv.forward(x);
		// Pairs of before and after, last axis first.
		try (NDArray padded = x.pad(new Shape(0, 1, 0, 1), 0)) {
			return conv.forward(padded);
		}
	}
}
