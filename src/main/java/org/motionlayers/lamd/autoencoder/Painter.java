package org.motionlayers.lamd.autoencoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;
import org.motionlayers.network.block.Activation;
import org.motionlayers.network.block.Convolution;
import org.motionlayers.network.block.Patches;
import org.motionlayers.network.block.Warp;

/**
 * The last scale of a warping decoder: y = (1 - m) warp(x_0) + m (x_0 + r). What moved is fetched out of the first frame; where the mask m
 * is 1 it stays as it is there, or is drawn as a residual r. Works on patches of pixels, so that no convolution has the full size.
 * Weights: read, first, paint.
 */
final class Painter extends Layer {

	/** Subtracted from the mask's logit: training starts from frames that are fetched. */
	private static final float FETCHED = 2;

	private final int channels;
	private final int patch;
	private final Convolution read;
	private final Convolution first;
	private final Convolution paint;

	/** @param width channels of the features; @param options of the network */
	Painter(final int width, final AutoencoderOptions options) {
		channels = options.channels();
		patch = options.videoPatch();
		final int area = patch * patch, hidden = options.video()[AutoencoderOptions.scaleOf(patch)];
		read = child("read", Convolution.zero(width, 2 * area, 3, 3));
		first = child("first", Convolution.of(width + 2 * channels * area, hidden, 3, 3));
		paint = child("paint", Convolution.zero(hidden, (channels + 1) * area, 3, 3));
	}

	/**
	 * Draws.
	 *
	 * @param x features (batch x frames, width, side / patch, side / patch)
	 * @param coarse backward flow as large, pixels of that scale
	 * @param frame x_0 (batch, channels, side, side)
	 * @return (batch x frames, channels, side, side)
	 */
	NDArray forward(final NDArray x, final NDArray coarse, final NDArray frame) {
		final int frames = Math.toIntExact(x.getShape().get(0) / frame.getShape().get(0));
		return Keep.result(() -> {
			final NDArray moved = Warp.backward(frame, Patches.unfold(read.forward(x), patch).add(Warp.finer(coarse, patch)));
			final NDArray still = Patches.fold(frame, patch).repeat(0, frames);
			final NDArray seen = x.concat(still, 1).concat(Patches.fold(moved, patch), 1);
			final NDArray said = Patches.unfold(paint.forward(Activation.silu(first.forward(seen))), patch);
			return mixed(moved, frame, said, frames);
		});
	}

	private NDArray mixed(final NDArray moved, final NDArray frame, final NDArray said, final int frames) {
		final Shape s = frame.getShape(), clips = new Shape(s.get(0), frames, channels, s.get(2), s.get(3));
		final NDArray mask = ai.djl.nn.Activation.sigmoid(said.get(":, " + channels + ":").sub(FETCHED));
		final NDArray drawn = said.get(":, :" + channels).reshape(clips).add(frame.expandDims(1)).reshape(moved.getShape());
		return drawn.sub(moved).mul(mask).add(moved);
	}
}
