package org.motionlayers.dreamer.objects;

import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Initial;
import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;
import org.motionlayers.network.Weight;
import org.motionlayers.network.block.TransformerBlock;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Attention across objects, then across time with a bias by the distance of the frames, then each token for itself. Weights: objects,
 * time, distance (2 frames - 1, heads).
 */
final class ObjectBlock extends Layer {

	/** Tokens are many and their work is to meet: half as wide inside as usual. */
	private static final int EXPANSION = 2;

	private final int heads;
	private final int frames;
	private final ObjectAttention objects;
	private final TransformerBlock time;
	private final Weight distance;

	/**
	 * @param channels of the tokens
	 * @param edgeFeatures how many numbers say how one object lies to another
	 * @param heads divide the channels
	 * @param frames most future frames
	 */
	ObjectBlock(final int channels, final int edgeFeatures, final int heads, final int frames) {
		this.heads = heads;
		this.frames = frames;
		objects = child("objects", new ObjectAttention(channels, edgeFeatures, heads));
		time = child("time", new TransformerBlock(channels, 0, heads, EXPANSION));
		distance = weight("distance", Initial.ZEROS, 2 * frames - 1, heads);
	}

	/** @return tokens (scenes, objects, frames, channels) after the block */
	NDArray forward(final NDArray x, final NDArray edges, final Neighbourhood neighbourhood) {
		return Keep.result(() -> {
			final Shape s = x.getShape();
			final NDArray met = objects.forward(x, edges, neighbourhood);
			final NDArray rows = met.reshape(s.get(0) * s.get(1), s.get(2), s.get(3));
			return time.forward(rows, null, bias(x.getManager(), (int) s.get(2))).reshape(s);
		});
	}

	/** The bias of frame t's attention to frame u: (1, heads, t, u), by u - t. */
	private NDArray bias(final NDManager manager, final int count) {
		final float[] ones = new float[count * count * (2 * frames - 1)];
		for (int t = 0; t < count; t++) for (int u = 0; u < count; u++) ones[(t * count + u) * (2 * frames - 1) + u - t + frames - 1] = 1;
		return FloatTransfer.in(manager, ones, new Shape((long) count * count, 2L * frames - 1)).matMul(distance.array()).transpose().reshape(1, heads,
			count, count);
	}
}
