package org.motionlayers.lamd.autoencoder;

import ai.djl.ndarray.NDArray;

import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;
import org.motionlayers.network.block.ResidualBlock;
import org.motionlayers.network.block.SpaceAttention;

/**
 * The coarsest part of the autoencoder of latent diffusion: a residual block, attention of all places to each other in one head, a
 * residual block. Weights: before, attention, after.
 */
final class Middle extends Layer {

	private final ResidualBlock before;
	private final SpaceAttention attention;
	private final ResidualBlock after;

	/** @param options of both blocks, which keep the number of channels */
	Middle(final ResidualBlock.Options options) {
		before = child("before", new ResidualBlock(options));
		attention = child("attention", new SpaceAttention(options.out(), 1));
		after = child("after", new ResidualBlock(options));
	}

	/** @return as large as x (batch, channels, ...) */
	NDArray forward(final NDArray x) {
		return Keep.result(() -> after.forward(attention.forward(before.forward(x))));
	}
}
