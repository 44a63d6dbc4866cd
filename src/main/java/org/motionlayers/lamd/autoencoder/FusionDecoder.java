package org.motionlayers.lamd.autoencoder;

import java.util.List;

import ai.djl.ndarray.NDArray;

import org.motionlayers.network.Layer;

/** D_V, which makes a clip of motion and content (LaMD, 3.1.2). */
abstract class FusionDecoder extends Layer {

	/**
	 * Decodes.
	 *
	 * @param latent z, (batch, d, latent frames, h, w)
	 * @param content f^1 to f^k and f_x0, as {@link ImageEncoder#forward} gives them
	 * @param frame x_0, (batch, channels, side, side) in [-1, 1]
	 * @param chosen the frames to decode, where they are independent of each other; null for all
	 * @param flows receives the backward flows that it reads, coarsest scale first, (batch x frames, 2, side / 2^i, side / 2^i) in pixels of that
	 *          scale; nothing where it reads none; null where nobody asks
	 * @return (batch, channels, frames, side, side) in [-1, 1], or a little beyond
	 */
	abstract NDArray forward(NDArray latent, List<NDArray> content, NDArray frame, int[] chosen, List<NDArray> flows);

	/** @return the decoder of a configuration */
	static FusionDecoder of(final AutoencoderOptions options) {
		return switch (options.fusion()) {
			case CONCAT -> new ConcatDecoder(options);
			case WARP -> new WarpDecoder(options);
		};
	}
}
