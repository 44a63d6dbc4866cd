package org.motionlayers.dreamer.objects;

import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;
import org.motionlayers.network.block.Activation;
import org.motionlayers.network.block.Dense;
import org.motionlayers.network.block.TokenNorm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Attention of objects to each other within a frame: x_i + out(sum over j of a_ij m_ij), m_ij = silu(q_i + k_j + e_ij), a_ij = softmax
 * over j of s(m_ij), where e_ij says how j lies and moves seen from i (additive attention, Bahdanau et al. 2015, with edges). What i hears
 * of j so depends on both and on the gap between them, as an impulse does. Weights: norm, q, k, edge.0, edge.1, score, out.
 */
final class ObjectAttention extends Layer {

	private final int inner;
	private final int heads;
	private final TokenNorm norm;
	private final Dense q;
	private final Dense k;
	private final Dense edge0;
	private final Dense edge1;
	private final Dense score;
	private final Dense out;

	/**
	 * @param channels of the tokens; messages have half as many, for there are many more of them
	 * @param edgeFeatures how many numbers say how one object lies to another
	 * @param heads divide half the channels
	 */
	ObjectAttention(final int channels, final int edgeFeatures, final int heads) {
		this.inner = channels / 2;
		this.heads = heads;
		norm = child("norm", new TokenNorm(channels));
		q = child("q", new Dense(channels, inner));
		k = child("k", Dense.withoutBias(channels, inner));
		edge0 = child("edge.0", new Dense(edgeFeatures, inner));
		edge1 = child("edge.1", Dense.withoutBias(inner, inner));
		score = child("score", Dense.withoutBias(inner, heads));
		out = child("out", new Dense(inner, channels));
	}

	/**
	 * @param x (scenes, objects, frames, channels)
	 * @param edges (scenes, objects, neighbours, frames, edge features)
	 * @param neighbourhood who attends to whom
	 * @return x after attention
	 */
	NDArray forward(final NDArray x, final NDArray edges, final Neighbourhood neighbourhood) {
		return Keep.result(() -> {
			final Shape s = x.getShape(), e = edges.getShape();
			final long b = s.get(0), n = s.get(1), t = s.get(2), m = e.get(2);
			final NDArray normed = norm.forward(x);
			final NDArray said = edge1.forward(Activation.silu(edge0.forward(edges))).add(q.forward(normed).reshape(b, n, 1, t, inner)).add(
				neighbourhood.of(k.forward(normed)));
			final NDArray messages = Activation.silu(said);
			final NDArray weights = score.forward(messages).softmax(2).reshape(b, n, m, t, heads, 1);
			final NDArray heard = messages.reshape(b, n, m, t, heads, inner / heads).mul(weights).sum(new int[] { 2 });
			return x.add(out.forward(heard.reshape(b, n, t, inner)));
		});
	}
}
