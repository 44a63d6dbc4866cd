package org.motionlayers.lamd.generator;

import ai.djl.ndarray.NDArray;

import org.motionlayers.network.Layer;
import org.motionlayers.network.block.ResidualBlock;
import org.motionlayers.network.block.SpatialTransformer;

/** A residual block, then attention where its level has it. Weights: residual, attention. */
final class AttendedBlock extends Layer {

	private final ResidualBlock residual;
	private final SpatialTransformer attention;

	/**
	 * @param options of the residual block
	 * @param contextChannels of what is attended to, 0 for the pixels alone
	 * @param heads of attention, 0 for no attention
	 */
	AttendedBlock(final ResidualBlock.Options options, final int contextChannels, final int heads) {
		residual = child("residual", new ResidualBlock(options));
		attention = heads == 0 ? null : child("attention", new SpatialTransformer(options.out(), contextChannels, heads));
	}

	/**
	 * @param x (batch, in, h, w)
	 * @param embedding (batch, channels)
	 * @param context (batch, m, context channels); null where there is none
	 * @return (batch, out, h, w)
	 */
	NDArray forward(final NDArray x, final NDArray embedding, final NDArray context) {
		final NDArray h = residual.forward(x, embedding);
		return attention == null ? h : attention.forward(h, context);
	}
}
