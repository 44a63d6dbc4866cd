package org.motionlayers.lamd.autoencoder;

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;
import org.motionlayers.network.block.Activation;
import org.motionlayers.network.block.Convolution;
import org.motionlayers.network.block.Downsample;
import org.motionlayers.network.block.GroupNorm;
import org.motionlayers.network.block.Patches;
import org.motionlayers.network.block.ResidualBlock;

/**
 * E_M, the light 3D network that reads a clip (LaMD, 3.1.1): space and time are halved together down to the coarsest scale, then time alone
 * until it is as short as the latent's time axis. Weights: in, stage.NUMBER.BLOCK, down.SCALE, norm, out, where scales beyond the
 * coarsest halve time alone.
 */
final class MotionEncoder extends Layer {

	private final int patch;
	private final int withoutDown;
	private final Convolution in;
	private final List<List<ResidualBlock>> stages = new ArrayList<>();
	private final List<Downsample> down = new ArrayList<>();
	private final GroupNorm norm;
	private final Convolution out;

	MotionEncoder(final AutoencoderOptions options) {
		patch = options.motionPatch();
		final int finest = AutoencoderOptions.scaleOf(patch), coarsest = options.scales() - 1;
		final int[] widths = options.motion();
		withoutDown = coarsest - finest;
		int width = widths[finest], time = options.frames();
		in = child("in", Convolution.of(options.channels() * patch * patch, width, 3, 3, 3));
		for (int scale = finest; scale <= coarsest || time > options.latentFrames(); scale++) {
			final int next = widths[Math.min(scale, widths.length - 1)];
			stages.add(stage(stages.size(), width, next, options.blocks()));
			width = next;
			// At the coarsest scale first, then once more before every halving of time alone.
			if (scale == coarsest) continue;
			final int space = scale < coarsest ? 2 : 1, inTime = time > options.latentFrames() ? 2 : 1;
			down.add(child("down." + scale, new Downsample(width, width, Downsample.Padding.BOTH_SIDES, inTime, space, space)));
			time /= inTime;
		}
		norm = child("norm", GroupNorm.usual(width));
		out = child("out", Convolution.of(width, 2 * options.latent(), 3, 3, 3));
	}

	private List<ResidualBlock> stage(final int number, final int width, final int next, final int blocks) {
		final List<ResidualBlock> stage = new ArrayList<>();
		for (int i = 0; i < blocks; i++) stage.add(child("stage." + number + "." + i, new ResidualBlock(ResidualBlock.Options.volume(i == 0
			? width : next, next))));
		return stage;
	}

	/**
	 * Reads clips.
	 *
	 * @param clip (batch, channels, frames, side, side) in [-1, 1]
	 * @return mean and log variance, (batch, 2 d, latent frames, h, w)
	 */
	NDArray forward(final NDArray clip) {
		return Keep.result(() -> {
			NDArray x = in.forward(patches(clip));
			for (int i = 0; i < stages.size(); i++) {
				for (final ResidualBlock block : stages.get(i)) x = block.forward(x);
				if (i != withoutDown) x = down.get(i < withoutDown ? i : i - 1).forward(x);
			}
			return out.forward(Activation.silu(norm.forward(x)));
		});
	}

	private NDArray patches(final NDArray clip) {
		if (patch == 1) return clip;
		final Shape s = clip.getShape();
		final long rows = s.get(3) / patch, columns = s.get(4) / patch, all = s.get(1) * patch * patch;
		// Frames beside batch while pixels are folded, then back.
		final NDArray folded = Patches.fold(clip.transpose(0, 2, 1, 3, 4).reshape(s.get(0) * s.get(2), s.get(1), s.get(3), s.get(4)), patch);
		return folded.reshape(s.get(0), s.get(2), all, rows, columns).transpose(0, 2, 1, 3, 4);
	}
}
