package org.motionlayers.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.network.Initial;
import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;
import org.motionlayers.network.Weight;

/**
 * A residual block of clips in two steps, as in Stable Video Diffusion: space (3 x 3, each frame alone), then time (kernel (3, 1, 1),
 * each pixel alone), mixed as a s + (1 - a) t with a = sigmoid(mix). The second convolution over time starts at 0, so that the block
 * starts without looking at other frames. Weights: space, time (residual blocks), mix (1).
 */
public final class SpaceTimeBlock extends Layer {

	private final ResidualBlock space;
	private final ResidualBlock time;
	private final Weight mix;

	/** @param options of the residual block over space */
	public SpaceTimeBlock(final ResidualBlock.Options options) {
		space = child("space", new ResidualBlock(options));
		time = child("time", new ResidualBlock(ResidualBlock.Options.volume(options.out(), options.out()).withKernel(3, 1, 1).withEmbedding(
			options.embedding()).withDropout(options.dropout()).startingAtSkip()));
		mix = weight("mix", Initial.ZEROS, 1);
	}

	/**
	 * @param x (batch x time, in, h, w)
	 * @param embedding (batch, channels); null where the block has none
	 * @param frames of every clip
	 * @return (batch x time, out, h, w)
	 */
	public NDArray forward(final NDArray x, final NDArray embedding, final int frames) {
		return Keep.result(() -> {
			final NDArray s = embedding == null ? space.forward(x) : space.forward(x, embedding.repeat(0, frames));
			final Shape shape = s.getShape();
			final long clips = shape.get(0) / frames, channels = shape.get(1);
			final NDArray clip = s.reshape(clips, frames, channels, shape.get(2), shape.get(3)).transpose(0, 2, 1, 3, 4);
			final NDArray t = (embedding == null ? time.forward(clip) : time.forward(clip, embedding)).transpose(0, 2, 1, 3, 4).reshape(shape);
			final NDArray a = ai.djl.nn.Activation.sigmoid(mix.array());
			// t + a (s - t): the clip's manager comes first and owns the result.
			return t.add(s.sub(t).mul(a));
		});
	}
}
