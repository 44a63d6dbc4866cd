package org.motionlayers.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;

/** Timesteps as vectors: a sinusoid, then two dense layers with a SiLU between. Weights: 0 and 2 (dense layers), as in ADM. */
public final class TimeEmbedding extends Layer {

	private final int channels;
	private final Dense first;
	private final Dense second;

	/**
	 * @param channels of the sinusoid
	 * @param out channels of the embedding, usually four times as many
	 */
	public TimeEmbedding(final int channels, final int out) {
		this.channels = channels;
		first = child("0", new Dense(channels, out));
		second = child("2", new Dense(out, out));
	}

	/** @return (timesteps, out) in the given manager */
	public NDArray forward(final NDManager manager, final double... timesteps) {
		return Keep.result(() -> {
			final NDArray sinusoid = FloatTransfer.in(manager, Sinusoid.of(timesteps, channels), new Shape(timesteps.length, channels));
			return second.forward(Activation.silu(first.forward(sinusoid)));
		});
	}
}
