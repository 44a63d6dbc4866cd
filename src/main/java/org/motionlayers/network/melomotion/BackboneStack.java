package org.motionlayers.network.melomotion;

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;

import org.motionlayers.network.Constant;
import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;
import org.motionlayers.network.block.Activation;
import org.motionlayers.network.block.Convolution;
import org.motionlayers.network.block.GroupNorm;
import org.motionlayers.network.block.ResidualBlock;

/**
 * The layers of the baseline: three convolutions of stride 2 to 16, 32 and 64 channels, four residual blocks, a convolution to two
 * components of flow, enlarged bilinearly to the size of the frame.
 */
final class BackboneStack extends Layer {

	private static final int COLOURS = 3;
	private static final int FLOWS = 2;
	private static final int[] DOWNWARDS = { 16, 32, 64 };
	private static final int BLOCKS = 4;
	private static final int LINEAR = 2;

	/** Makes gradients of a flow of a few pixels as large as those of the colours. */
	private static final float PIXELS = 8;

	private static final long[] KERNEL = { 3, 3 }, STRIDE = { 2, 2 }, PADDING = { 1, 1 };

	private final List<Convolution> downwards = new ArrayList<>();
	private final List<ResidualBlock> blocks = new ArrayList<>();
	private final GroupNorm norm;
	private final Convolution flow;

	BackboneStack() {
		int channels = COLOURS;
		for (final int next : DOWNWARDS) {
			downwards.add(child("down" + downwards.size(), Convolution.strided(channels, next, KERNEL, STRIDE, PADDING)));
			channels = next;
		}
		for (int i = 0; i < BLOCKS; i++) blocks.add(child("block" + i, new ResidualBlock(ResidualBlock.Options.image(channels, channels))));
		norm = child("norm", GroupNorm.usual(channels));
		flow = child("flow", Convolution.of(channels, FLOWS, KERNEL));
	}

	/** @return flow in pixels (batch, 2, height, width) of frames (batch, 3, height, width), sides multiples of 8 */
	NDArray forward(final NDArray frames) {
		return Keep.result(() -> {
			NDArray x = frames;
			for (final Convolution down : downwards) x = Activation.silu(down.forward(x));
			for (final ResidualBlock block : blocks) x = block.forward(x);
			final NDArray small = flow.forward(Activation.silu(norm.forward(x)));
			final long[] size = { frames.getShape().get(2), frames.getShape().get(3) };
			return Constant.times(small.getNDArrayInternal().interpolation(size, LINEAR, false), PIXELS);
		});
	}
}
