package org.motionlayers.lamd.autoencoder;

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;

import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;
import org.motionlayers.network.block.Activation;
import org.motionlayers.network.block.Convolution;
import org.motionlayers.network.block.GroupNorm;

/**
 * Tells true clips from decoded ones, patch by patch in space and time (LaMD, Eq. 2; the PatchGAN of Isola et al. 2017 over volumes, with
 * group norm, since batches are small). Weights: layer.NUMBER, norm.NUMBER, out.
 */
final class VideoDiscriminator extends Layer {

	private static final int LAYERS = 3;

	/** The fewest frames of a clip that it can judge: every layer halves them. */
	static final int LEAST_FRAMES = 1 << LAYERS;

	private final List<Convolution> layers = new ArrayList<>();
	private final List<GroupNorm> norms = new ArrayList<>();
	private final Convolution out;

	/** @param channels of a frame; @param width channels of the first layer, doubled by every further one */
	VideoDiscriminator(final int channels, final int width) {
		int in = channels;
		for (int i = 0; i < LAYERS; i++) {
			final int next = width << i;
			layers.add(child("layer." + i, Convolution.strided(in, next, new long[] { 4, 4, 4 }, new long[] { 2, 2, 2 }, new long[] { 1, 1,
				1 })));
			if (i > 0) norms.add(child("norm." + i, GroupNorm.usual(next)));
			in = next;
		}
		out = child("out", Convolution.of(in, 1, 3, 3, 3));
	}

	/** @return scores (batch, 1, t, h, w), large where a clip (batch, channels, frames, side, side) in [0, 1] looks true */
	NDArray forward(final NDArray clip) {
		return Keep.result(() -> {
			NDArray x = clip;
			for (int i = 0; i < LAYERS; i++) {
				x = layers.get(i).forward(x);
				if (i > 0) x = norms.get(i - 1).forward(x);
				x = Activation.silu(x);
			}
			return out.forward(x);
		});
	}
}
