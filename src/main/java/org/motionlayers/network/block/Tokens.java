package org.motionlayers.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Images and clips as sequences of tokens (batch, token, channels) and back. Clips are frames here: (batch x time, channels, h, w). */
final class Tokens {

	private Tokens() {}

	/** @return (batch, space, channels) of (batch, channels, ...): a token a pixel */
	static NDArray ofSpace(final NDArray x) {
		final Shape s = x.getShape();
		return x.reshape(s.get(0), s.get(1), -1).transpose(0, 2, 1);
	}

	/** @return the inverse of {@link #ofSpace}, of this shape */
	static NDArray toSpace(final NDArray tokens, final Shape shape) {
		return tokens.transpose(0, 2, 1).reshape(shape);
	}

	/** @return (batch x h x w, time, channels) of (batch x time, channels, h, w): a token a frame */
	static NDArray ofTime(final NDArray x, final int frames) {
		final Shape s = x.getShape();
		return x.reshape(s.get(0) / frames, frames, s.get(1), s.get(2) * s.get(3)).transpose(0, 3, 1, 2).reshape(-1, frames, s.get(1));
	}

	/** @return the inverse of {@link #ofTime}, of this shape */
	static NDArray toFrames(final NDArray tokens, final int frames, final Shape shape) {
		return tokens.reshape(shape.get(0) / frames, shape.get(2) * shape.get(3), frames, shape.get(1)).transpose(0, 2, 3, 1).reshape(shape);
	}
}
