package org.motionlayers.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.norm.LayerNorm;

import org.motionlayers.network.Initial;
import org.motionlayers.network.Layer;
import org.motionlayers.network.Weight;

/** Layer normalisation over the last axis (Ba et al. 2016). Weights: weight and bias (channels). */
public final class TokenNorm extends Layer {

	private static final float EPSILON = 1e-5f;

	private final Shape row;
	private final Weight weight;
	private final Weight bias;

	/** @param channels size of the last axis */
	public TokenNorm(final int channels) {
		row = new Shape(channels);
		weight = weight("weight", Initial.ONES, channels);
		bias = weight("bias", Initial.ZEROS, channels);
	}

	/** @return the normalised x, of the shape of x (..., channels) */
	public NDArray forward(final NDArray x) {
		return LayerNorm.layerNorm(x, row, weight.array(), bias.array(), EPSILON).singletonOrThrow();
	}
}
