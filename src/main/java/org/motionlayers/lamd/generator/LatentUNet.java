package org.motionlayers.lamd.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ai.djl.ndarray.NDArray;

import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;
import org.motionlayers.network.block.Activation;
import org.motionlayers.network.block.Convolution;
import org.motionlayers.network.block.GroupNorm;
import org.motionlayers.network.block.ResidualBlock;
import org.motionlayers.network.block.TimeEmbedding;

/**
 * The U-Net of latent diffusion over images of (in, h, w), as CompVis build it: residual blocks that the timestep scales and shifts, which
 * also halve and double the size (ADM), and transformers at some levels in which pixels attend to each other and to a context. Weights:
 * time, in, down (blocks, level by level), shrink, middle, up, grow, norm, out. The last convolution starts at 0.
 */
final class LatentUNet extends Layer {

	/**
	 * What a U-Net is made of.
	 *
	 * @param in channels of the input
	 * @param out channels of the output
	 * @param channels of the first level
	 * @param multiples channels of every level, in those of the first; each level is half as wide and high as the one before
	 * @param blocks residual blocks of a level on the way down; one more on the way up
	 * @param attention at which rates of downsampling pixels attend: 1 for full size, 2 for half of it, ...
	 * @param headChannels channels of a head of attention; divide those of every level with attention
	 * @param context channels of what is attended to, 0 for the pixels alone
	 * @param dropout part of the values dropped in residual blocks while training
	 */
	record Options(int in, int out, int channels, int[] multiples, int blocks, int[] attention, int headChannels, int context, double dropout) {

		/** Checks the numbers. */
		Options {
			if (multiples.length == 0) throw new IllegalArgumentException("A U-Net needs at least one level.");
			multiples = multiples.clone();
			attention = attention.clone();
			for (final int multiple : multiples) if (channels * multiple % headChannels != 0) throw new IllegalArgumentException("Heads of " +
				headChannels + " channels do not divide " + channels * multiple + " channels.");
		}

		/** @return number of levels */
		int levels() {
			return multiples.length;
		}

		/** @return channels of a level */
		int width(final int level) {
			return channels * multiples[level];
		}

		private int heads(final int level) {
			return Arrays.stream(attention).anyMatch(rate -> rate == 1 << level) ? width(level) / headChannels : 0;
		}
	}

	/** How much wider the embedding of the timestep is than the first level. */
	private static final int EMBEDDING = 4;

	private final Options options;
	private final TimeEmbedding time;
	private final Convolution in;
	private final List<List<AttendedBlock>> down = new ArrayList<>();
	private final List<ResidualBlock> shrink = new ArrayList<>();
	private final AttendedBlock middle0;
	private final ResidualBlock middle1;
	private final List<List<AttendedBlock>> up = new ArrayList<>();
	private final List<ResidualBlock> grow = new ArrayList<>();
	private final GroupNorm norm;
	private final Convolution out;

	/** @param options what it is made of */
	LatentUNet(final Options options) {
		this.options = options;
		time = child("time", new TimeEmbedding(options.channels, EMBEDDING * options.channels));
		in = child("in", Convolution.of(options.in, options.channels, 3, 3));
		final List<Integer> skips = new ArrayList<>(List.of(options.channels));
		for (int level = 0, from = options.channels; level < options.levels(); level++) {
			final List<AttendedBlock> blocks = new ArrayList<>();
			for (int i = 0; i < options.blocks; i++, from = options.width(level)) {
				blocks.add(child("down." + level + "." + i, block(from, level)));
				skips.add(options.width(level));
			}
			down.add(blocks);
			if (level + 1 == options.levels()) continue;
			shrink.add(child("shrink." + level, new ResidualBlock(residual(from, from).with(ResidualBlock.Resampling.DOWN))));
			skips.add(from);
		}
		final int last = options.levels() - 1, deepest = options.width(last);
		// The middle attends whatever the levels do.
		middle0 = child("middle.0", new AttendedBlock(residual(deepest, deepest), options.context, deepest / options.headChannels));
		middle1 = child("middle.1", new ResidualBlock(residual(deepest, deepest)));
		for (int level = last, from = deepest; level >= 0; level--) {
			final List<AttendedBlock> blocks = new ArrayList<>();
			for (int i = 0; i <= options.blocks; i++, from = options.width(level)) blocks.add(child("up." + level + "." + i, block(from + skips.remove(
				skips.size() - 1), level)));
			up.add(blocks);
			if (level > 0) grow.add(child("grow." + level, new ResidualBlock(residual(from, from).with(ResidualBlock.Resampling.UP))));
		}
		norm = child("norm", GroupNorm.usual(options.width(0)));
		out = child("out", Convolution.zero(options.width(0), options.out, 3, 3));
	}

	private AttendedBlock block(final int from, final int level) {
		return new AttendedBlock(residual(from, options.width(level)), options.context, options.heads(level));
	}

	private ResidualBlock.Options residual(final int from, final int to) {
		return ResidualBlock.Options.image(from, to).withEmbedding(EMBEDDING * options.channels).withDropout(options.dropout).startingAtSkip();
	}

	/**
	 * Denoises.
	 *
	 * @param x (batch, in, h, w); h and w are divisible by 2 once for every level after the first
	 * @param timesteps of every image of the batch
	 * @param context (batch, m, context channels); null where there is none
	 * @return (batch, out, h, w)
	 */
	NDArray forward(final NDArray x, final double[] timesteps, final NDArray context) {
		return Keep.result(() -> {
			final NDArray embedding = time.forward(x.getManager(), timesteps);
			final List<NDArray> skips = new ArrayList<>();
			NDArray h = in.forward(x);
			skips.add(h);
			for (int level = 0; level < options.levels(); level++) {
				for (final AttendedBlock block : down.get(level)) {
					h = block.forward(h, embedding, context);
					skips.add(h);
				}
				if (level == shrink.size()) continue;
				h = shrink.get(level).forward(h, embedding);
				skips.add(h);
			}
			h = middle1.forward(middle0.forward(h, embedding, context), embedding);
			for (int i = 0; i < options.levels(); i++) {
				for (final AttendedBlock block : up.get(i)) h = block.forward(h.concat(skips.remove(skips.size() - 1), 1), embedding, context);
				if (i < grow.size()) h = grow.get(i).forward(h, embedding);
			}
			return out.forward(Activation.silu(norm.forward(h)));
		});
	}
}
