package org.motionlayers.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;

/**
 * A transformer block as in latent diffusion: x + self-attention(norm1(x)), + attention to a context(norm2(x)) where there is one,
 * + down(a gelu(b)) with (a, b) = up(norm3(x)). Weights: norm1, self, norm2, cross, norm3, up, down.
 */
public final class TransformerBlock extends Layer {

	/** How much wider a token usually is inside the feed-forward part. */
	private static final int EXPANSION = 4;

	private final TokenNorm norm1;
	private final Attention self;
	private final TokenNorm norm2;
	private final Attention cross;
	private final TokenNorm norm3;
	private final Dense up;
	private final Dense down;

	/**
	 * @param channels of the tokens
	 * @param contextChannels of the context, 0 for none
	 * @param heads divide the channels
	 */
	public TransformerBlock(final int channels, final int contextChannels, final int heads) {
		this(channels, contextChannels, heads, EXPANSION);
	}

	/**
	 * @param channels of the tokens
	 * @param contextChannels of the context, 0 for none
	 * @param heads divide the channels
	 * @param expansion how much wider a token is inside the feed-forward part
	 */
	public TransformerBlock(final int channels, final int contextChannels, final int heads, final int expansion) {
		norm1 = child("norm1", new TokenNorm(channels));
		self = child("self", Attention.self(channels, heads, false));
		norm2 = contextChannels == 0 ? null : child("norm2", new TokenNorm(channels));
		cross = contextChannels == 0 ? null : child("cross", new Attention(channels, contextChannels, heads, channels / heads, false));
		norm3 = child("norm3", new TokenNorm(channels));
		up = child("up", new Dense(channels, 2 * expansion * channels));
		down = child("down", new Dense(expansion * channels, channels));
	}

	/**
	 * @param tokens (batch, n, channels)
	 * @param context (batch, m, context channels); null where the block has none
	 * @param bias of the tokens' attention to each other, see {@link Attention#forward}; null for none
	 * @return (batch, n, channels)
	 */
	public NDArray forward(final NDArray tokens, final NDArray context, final NDArray bias) {
		return Keep.result(() -> {
			final NDArray normed = norm1.forward(tokens);
			NDArray x = tokens.add(self.forward(normed, normed, bias));
			if (cross != null) x = x.add(cross.forward(norm2.forward(x), context, null));
			final NDList halves = up.forward(norm3.forward(x)).split(2, 2);
			return x.add(down.forward(halves.get(0).mul(Activation.gelu(halves.get(1)))));
		});
	}
}
