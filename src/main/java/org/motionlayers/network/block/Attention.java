package org.motionlayers.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.network.Constant;
import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;

/**
 * Multi-head attention (Vaswani et al. 2017, Eq. 1): softmax(Q K^T / sqrt(d) + bias) V over tokens. Q is made of the tokens, K and V of
 * the context, or of the tokens themselves. Weights: q, k, v (dense without bias) and out (dense).
 */
public final class Attention extends Layer {

	private final int heads;
	private final int headChannels;
	private final Dense q;
	private final Dense k;
	private final Dense v;
	private final Dense out;

	/**
	 * @param channels of the tokens
	 * @param contextChannels of what they attend to
	 * @param heads number of heads
	 * @param headChannels d, channels of each head
	 * @param zero whether it gives 0 until it is trained
	 */
	public Attention(final int channels, final int contextChannels, final int heads, final int headChannels, final boolean zero) {
		this.heads = heads;
		this.headChannels = headChannels;
		final int inner = heads * headChannels;
		q = child("q", Dense.withoutBias(channels, inner));
		k = child("k", Dense.withoutBias(contextChannels, inner));
		v = child("v", Dense.withoutBias(contextChannels, inner));
		out = child("out", zero ? Dense.zero(inner, channels) : new Dense(inner, channels));
	}

	/** @return attention of tokens to themselves, in heads that share the channels out */
	public static Attention self(final int channels, final int heads, final boolean zero) {
		if (channels % heads != 0) throw new IllegalArgumentException(heads + " heads do not divide " + channels + " channels.");
		return new Attention(channels, channels, heads, channels / heads, zero);
	}

	/** @return tokens (batch, n, channels) that have attended to themselves */
	public NDArray forward(final NDArray tokens) {
		return forward(tokens, tokens, null);
	}

	/**
	 * Attends.
	 *
	 * @param tokens (batch, n, channels)
	 * @param context (batch, m, context channels)
	 * @param bias added to the scores before the softmax: (batch, heads, n, m), sizes of 1 being repeated; null for none
	 * @return (batch, n, channels)
	 */
	public NDArray forward(final NDArray tokens, final NDArray context, final NDArray bias) {
		return Keep.result(() -> {
			final long batch = tokens.getShape().get(0), n = tokens.getShape().get(1), m = context.getShape().get(1);
			final NDArray queries = byHead(Constant.times(q.forward(tokens), 1 / Math.sqrt(headChannels)));
			final NDArray keys = byHead(k.forward(context)), values = byHead(v.forward(context));
			NDArray scores = queries.batchMatMul(keys.transpose(0, 2, 1));
			if (bias != null) scores = scores.reshape(batch, heads, n, m).add(bias).reshape(batch * heads, n, m);
			final NDArray mixed = scores.softmax(-1).batchMatMul(values);
			return out.forward(mixed.reshape(batch, heads, n, headChannels).transpose(0, 2, 1, 3).reshape(batch, n, (long) heads *
				headChannels));
		});
	}

	/** @return (batch x heads, tokens, d) of (batch, tokens, heads x d) */
	private NDArray byHead(final NDArray x) {
		final Shape s = x.getShape();
		return x.reshape(s.get(0), s.get(1), heads, headChannels).transpose(0, 2, 1, 3).reshape(s.get(0) * heads, s.get(1), headChannels);
	}
}
