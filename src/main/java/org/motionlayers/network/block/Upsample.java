package org.motionlayers.network.block;

import ai.djl.ndarray.NDArray;

import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;

/** Larger by whole factors: every element repeated, then a convolution of size 3. Weights: conv. */
public final class Upsample extends Layer {

	private final long[] factors;
	private final Convolution conv;

	/**
	 * @param in channels of the input
	 * @param out channels of the output
	 * @param factors by which every axis grows: 2 for images, 3 for volumes and clips
	 */
	public Upsample(final int in, final int out, final long... factors) {
		this.factors = factors.clone();
		conv = child("conv", Convolution.of(in, out, java.util.Arrays.stream(factors).map(f -> 3).toArray()));
	}

	/** @return the larger x */
	public NDArray forward(final NDArray x) {
		return Keep.result(() -> conv.forward(Resize.repeated(x, factors)));
	}
}
