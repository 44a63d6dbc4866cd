package org.motionlayers.network.block;

import ai.djl.ndarray.NDArray;

import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;

/**
 * Attention of the pixels of an image, or of the voxels of a volume or clip, to each other: x + attention(norm(x)). Starts as x.
 * Weights: norm, attention.
 */
public final class SpaceAttention extends Layer {

	private final GroupNorm norm;
	private final Attention attention;

	/** @param channels of the image; @param heads divide them */
	public SpaceAttention(final int channels, final int heads) {
		norm = child("norm", GroupNorm.usual(channels));
		attention = child("attention", Attention.self(channels, heads, true));
	}

	/** @return x (batch, channels, ...) after attention */
	public NDArray forward(final NDArray x) {
		return Keep.result(() -> x.add(Tokens.toSpace(attention.forward(Tokens.ofSpace(norm.forward(x))), x.getShape())));
	}
}
