package org.motionlayers.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;

/**
 * Attention of the frames of a clip to each other, pixel by pixel: x + attention(norm(x) + position). Starts as x. The position of a
 * frame is a sinusoid of its number through a dense layer. Weights: norm, position, attention.
 */
public final class TimeAttention extends Layer {

	private final int channels;
	private final GroupNorm norm;
	private final Dense position;
	private final Attention attention;

	/** @param channels of the frames, even; @param heads divide them */
	public TimeAttention(final int channels, final int heads) {
		this.channels = channels;
		norm = child("norm", GroupNorm.usual(channels));
		position = child("position", new Dense(channels, channels));
		attention = child("attention", Attention.self(channels, heads, true));
	}

	/**
	 * @param x (batch x time, channels, h, w)
	 * @param frames of every clip
	 * @return x after attention
	 */
	public NDArray forward(final NDArray x, final int frames) {
		return forward(x, frames, null);
	}

	/**
	 * The same with a word to every clip, added to the tokens of all its pixels and frames, such as the camera's motion (Motion Dreamer,
	 * suppl. 7: H' = H + e_cam).
	 *
	 * @param word (batch, channels); null for none
	 */
	public NDArray forward(final NDArray x, final int frames, final NDArray word) {
		return Keep.result(() -> {
			final double[] numbers = new double[frames];
			for (int t = 0; t < frames; t++) numbers[t] = t;
			final NDArray where = position.forward(FloatTransfer.in(x.getManager(), Sinusoid.of(numbers, channels), new Shape(1, frames,
				channels)));
			NDArray tokens = Tokens.ofTime(norm.forward(x), frames).add(where);
			if (word != null) tokens = tokens.add(word.repeat(0, x.getShape().get(2) * x.getShape().get(3)).expandDims(1));
			return x.add(Tokens.toFrames(attention.forward(tokens), frames, x.getShape()));
		});
	}
}
