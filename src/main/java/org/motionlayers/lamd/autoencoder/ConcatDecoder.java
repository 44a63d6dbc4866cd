package org.motionlayers.lamd.autoencoder;

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;
import org.motionlayers.network.block.Activation;
import org.motionlayers.network.block.Convolution;
import org.motionlayers.network.block.GroupNorm;
import org.motionlayers.network.block.ResidualBlock;
import org.motionlayers.network.block.Upsample;

/**
 * The paper's fusion decoder (LaMD, 3.1.2, Figure 3): a 3D decoder with a fusion layer after every residual block, then temporal
 * interpolation blocks until all frames are there. The coarsest scale is fused with f_x0, so that what the generator is told of the content
 * is learned too. Weights: in, middle, SCALE.NUMBER.block, SCALE.NUMBER.fuse, up.SCALE,
 * interpolate.NUMBER.block, interpolate.NUMBER.up, norm, out.
 */
final class ConcatDecoder extends FusionDecoder {

	/** A residual block, then content beside what it gave, then 1 x 1 x 1. */
	private static final class Fused extends Layer {

		private final ResidualBlock block;
		private final Convolution fuse;

		Fused(final int in, final int out, final int content) {
			block = child("block", new ResidualBlock(ResidualBlock.Options.volume(in, out)));
			fuse = child("fuse", Convolution.of(out + content, out, 1, 1, 1));
		}

		NDArray forward(final NDArray x, final NDArray content) {
			return Keep.result(() -> {
				final NDArray made = block.forward(x);
				final Shape s = made.getShape();
				final NDArray same = content.expandDims(2).broadcast(new Shape(s.get(0), content.getShape().get(1), s.get(2), s.get(3), s.get(4)));
				return fuse.forward(made.concat(same, 1));
			});
		}
	}

	private final Convolution in;
	private final Middle middle;
	private final List<List<Fused>> scales = new ArrayList<>();
	private final List<Upsample> up = new ArrayList<>();
	private final List<ResidualBlock> interpolations = new ArrayList<>();
	private final List<Upsample> longer = new ArrayList<>();
	private final GroupNorm norm;
	private final Convolution out;

	ConcatDecoder(final AutoencoderOptions options) {
		final int coarsest = options.scales() - 1;
		int width = options.video()[coarsest], time = options.latentFrames();
		in = child("in", Convolution.of(options.latent(), width, 3, 3, 3));
		middle = options.attention() ? child("middle", new Middle(ResidualBlock.Options.volume(width, width))) : null;
		for (int scale = coarsest; scale >= 0; scale--) {
			final int next = options.video()[scale], content = scale == coarsest ? options.contentChannels() : options.image()[scale];
			final List<Fused> level = new ArrayList<>();
			for (int i = 0; i <= options.blocks(); i++) {
				level.add(child(scale + "." + i, new Fused(width, next, content)));
				width = next;
			}
			scales.add(level);
			if (scale == 0) break;
			final int inTime = time < options.frames() ? 2 : 1;
			up.add(child("up." + scale, new Upsample(width, width, inTime, 2, 2)));
			time *= inTime;
		}
		for (int i = 0; time < options.frames(); i++, time *= 2) {
			interpolations.add(child("interpolate." + i + ".block", new ResidualBlock(ResidualBlock.Options.volume(width, width))));
			longer.add(child("interpolate." + i + ".up", new Upsample(width, width, 2, 1, 1)));
		}
		norm = child("norm", GroupNorm.usual(width));
		out = child("out", Convolution.of(width, options.channels(), 3, 3, 3));
	}

	@Override
	NDArray forward(final NDArray latent, final List<NDArray> content, final NDArray frame, final int[] chosen,
		final List<NDArray> flows)
	{
		if (chosen != null) throw new IllegalArgumentException("Concatenation decodes all frames together.");
		return Keep.result(() -> {
			NDArray x = in.forward(latent);
			if (middle != null) x = middle.forward(x);
			for (int i = 0; i < scales.size(); i++) {
				final NDArray same = content.get(i == 0 ? scales.size() : scales.size() - 1 - i);
				for (final Fused fused : scales.get(i)) x = fused.forward(x, same);
				if (i < up.size()) x = up.get(i).forward(x);
			}
			for (int i = 0; i < longer.size(); i++) x = longer.get(i).forward(interpolations.get(i).forward(x));
			return out.forward(Activation.silu(norm.forward(x)));
		});
	}
}
