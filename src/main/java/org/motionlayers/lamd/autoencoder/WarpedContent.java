package org.motionlayers.lamd.autoencoder;

import ai.djl.ndarray.NDArray;

import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;
import org.motionlayers.network.block.Convolution;
import org.motionlayers.network.block.ResidualBlock;
import org.motionlayers.network.block.Warp;

/**
 * Fusion of moved content at one scale: the features say where content comes from (a backward flow, added to that of the coarser scale) and
 * how much of it is seen (an occlusion mask); content features are warped, masked and joined. Weights: read, project, fuse, block.
 */
final class WarpedContent extends Layer {

	private final Convolution read;
	private final Convolution project;
	private final Convolution fuse;
	private final ResidualBlock block;

	/** @param width channels of the features; @param content channels of the content features */
	WarpedContent(final int width, final int content) {
		read = child("read", Convolution.zero(width, 3, 3, 3));
		project = child("project", Convolution.of(content, width, 1, 1));
		fuse = child("fuse", Convolution.of(2 * width, width, 1, 1));
		block = child("block", new ResidualBlock(ResidualBlock.Options.image(width, width)));
	}

	/**
	 * Reads flow and mask.
	 *
	 * @param x features (batch x frames, width, h, w)
	 * @return (batch x frames, 3, h, w): displacement along x and y in pixels of this scale, then the logit of the mask; 0 before training
	 */
	NDArray read(final NDArray x) {
		return read.forward(x);
	}

	/**
	 * Moves and joins.
	 *
	 * @param x features (batch x frames, width, h, w)
	 * @param content (batch, content, h, w)
	 * @param flow (batch x frames, 2, h, w)
	 * @param said what {@link #read} gave
	 * @return (batch x frames, width, h, w)
	 */
	NDArray join(final NDArray x, final NDArray content, final NDArray flow, final NDArray said) {
		return Keep.result(() -> {
			final NDArray seen = ai.djl.nn.Activation.sigmoid(said.get(":, 2:3"));
			final NDArray moved = Warp.backward(project.forward(content), flow).mul(seen);
			return block.forward(fuse.forward(x.concat(moved, 1)));
		});
	}
}
