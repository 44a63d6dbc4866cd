package org.motionlayers.network.block;

import ai.djl.ndarray.NDArray;

import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;

/**
 * Latent diffusion's spatial transformer: x + out(block(in(norm(x)))), the pixels of an image as tokens that attend to each other and to
 * a context. Starts as x. Weights: norm, in, block, out.
 */
public final class SpatialTransformer extends Layer {

	private final GroupNorm norm;
	private final Dense in;
	private final TransformerBlock block;
	private final Dense out;

	/**
	 * @param channels of the image
	 * @param contextChannels of the context, 0 for none
	 * @param heads divide the channels
	 */
	public SpatialTransformer(final int channels, final int contextChannels, final int heads) {
		norm = child("norm", GroupNorm.usual(channels));
		in = child("in", new Dense(channels, channels));
		block = child("block", new TransformerBlock(channels, contextChannels, heads));
		out = child("out", Dense.zero(channels, channels));
	}

	/**
	 * @param x (batch, channels, ...)
	 * @param context (batch, m, context channels); null where there is none
	 * @return x after attention
	 */
	public NDArray forward(final NDArray x, final NDArray context) {
		return Keep.result(() -> {
			final NDArray tokens = in.forward(Tokens.ofSpace(norm.forward(x)));
			return x.add(Tokens.toSpace(out.forward(block.forward(tokens, context, null)), x.getShape()));
		});
	}
}
