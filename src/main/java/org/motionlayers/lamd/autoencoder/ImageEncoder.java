package org.motionlayers.lamd.autoencoder;

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;

import org.motionlayers.network.Layer;
import org.motionlayers.network.block.Activation;
import org.motionlayers.network.block.Convolution;
import org.motionlayers.network.block.Downsample;
import org.motionlayers.network.block.GroupNorm;
import org.motionlayers.network.block.ResidualBlock;

/**
 * E_I, which reads the first frame (LaMD, 3.1.1): {f_x0, f_x0^1, ..., f_x0^k} = E_I(x_0), k scales, each half as fine as the one before.
 * Weights: in, block.SCALE.NUMBER, down.SCALE, middle, norm, out.
 */
final class ImageEncoder extends Layer {

	private final Convolution in;
	private final List<List<ResidualBlock>> blocks = new ArrayList<>();
	private final List<Downsample> down = new ArrayList<>();
	private final Middle middle;
	private final GroupNorm norm;
	private final Convolution out;

	ImageEncoder(final AutoencoderOptions options) {
		int width = options.image()[0];
		in = child("in", Convolution.of(options.channels(), width, 3, 3));
		for (int scale = 0; scale < options.scales(); scale++) {
			final List<ResidualBlock> level = new ArrayList<>();
			for (int i = 0; i < options.blocks(); i++) {
				final int next = options.image()[scale];
				level.add(child("block." + scale + "." + i, new ResidualBlock(ResidualBlock.Options.image(width, next))));
				width = next;
			}
			blocks.add(level);
			if (scale < options.scales() - 1) down.add(child("down." + scale, new Downsample(width, width, Downsample.Padding.AT_THE_END, 2,
				2)));
		}
		middle = options.attention() ? child("middle", new Middle(ResidualBlock.Options.image(width, width))) : null;
		norm = child("norm", GroupNorm.usual(width));
		out = child("out", Convolution.of(width, width, 3, 3));
	}

	/**
	 * Reads frames.
	 *
	 * @param frame x_0, (batch, channels, side, side) in [-1, 1]
	 * @return f^1 to f^k, finest first, then f_x0, as large as f^k
	 */
	List<NDArray> forward(final NDArray frame) {
		final List<NDArray> features = new ArrayList<>();
		NDArray x = in.forward(frame);
		for (int scale = 0; scale < blocks.size(); scale++) {
			for (final ResidualBlock block : blocks.get(scale)) x = block.forward(x);
			features.add(x);
			if (scale < down.size()) x = down.get(scale).forward(x);
		}
		if (middle != null) x = middle.forward(x);
		features.add(out.forward(Activation.silu(norm.forward(x))));
		return features;
	}
}
