package org.motionlayers.network.melomotion;

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;

import org.motionlayers.network.Constant;
import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;
import org.motionlayers.network.block.Activation;
import org.motionlayers.network.block.Convolution;
import org.motionlayers.network.block.ResidualBlock;

/**
 * The layers of the decoder: convolution 3 x 3 to 32 channels, one residual block with group normalisation, three transposed
 * convolutions to 16, 8 and 8 channels that double the size, a linear map to 3 colours.
 */
final class DecoderStack extends Layer {

	private static final int COLOURS = 3;
	private static final int WIDTH = 32;
	private static final int[] UPWARDS = { 16, 8, 8 };

	/** Most cells are empty, so a latent's deviation is far below 1; scaled up, colours are learned in a tenth of the steps. */
	private static final float LATENT_SCALE = 4;

	private final Convolution stem = child("stem", Convolution.of(LatentDecoder.LATENT_CHANNELS, WIDTH, 3, 3));
	private final ResidualBlock block = child("block", new ResidualBlock(ResidualBlock.Options.image(WIDTH, WIDTH)));
	private final List<Upconvolution> upwards = new ArrayList<>();
	private final Convolution colour;

	DecoderStack() {
		int channels = WIDTH;
		for (final int next : UPWARDS) {
			upwards.add(child("up" + upwards.size(), new Upconvolution(channels, next)));
			channels = next;
		}
		colour = child("colour", Convolution.of(channels, COLOURS, 1, 1));
	}

	/** @return (batch, 3, 8 height, 8 width) of latents (batch, 16, height, width) */
	NDArray forward(final NDArray latents) {
		return Keep.result(() -> {
			NDArray x = block.forward(stem.forward(Constant.times(latents, LATENT_SCALE)));
			for (final Upconvolution up : upwards) x = up.forward(Activation.silu(x));
			return colour.forward(Activation.silu(x));
		});
	}
}
