package org.motionlayers.network.block;

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;

import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;

/**
 * The denoiser of a clip: a U-Net of {@linkplain SpaceTimeBlock blocks in space and time}, one a level, that is told the timestep, may be
 * given features at every level of its way down (Motion Dreamer, Eq. 8: X + W) and a word of two numbers to each clip, such as the camera's
 * motion (suppl. 7). Frames attend to each other at the lowest level and in the middle, pixels in the middle. Starts as 0. Weights: time,
 * word.0 and word.2, in, down.i, shrink.i, attend, middle.0, space, attend.middle, middle.1, up.i, attend.up, grow.i, norm, out.
 */
public final class SpaceTimeUNet extends Layer {

	/**
	 * What the network is made of.
	 *
	 * @param in channels of the input
	 * @param out channels of the output
	 * @param widths channels of every level, the finest first; each level is half as wide and high as the one before
	 * @param heads of attention; divide the last width
	 * @param word how many numbers each clip is told, 0 for none
	 * @param edge odd size of the first and the last convolution: 1 is faster where the channels are patches, 3 hides the seams of patches
	 */
	public record Options(int in, int out, int[] widths, int heads, int word, int edge) {

		private static final int USUAL_EDGE = 3;

		/** Options with first and last convolutions of size 3. */
		public Options(final int in, final int out, final int[] widths, final int heads, final int word) {
			this(in, out, widths, heads, word, USUAL_EDGE);
		}

		/** Checks the widths. */
		public Options {
			if (widths.length == 0) throw new IllegalArgumentException("A U-Net needs at least one level.");
			widths = widths.clone();
		}

		/** @return number of levels */
		public int levels() {
			return widths.length;
		}

		/** @return channels of the features that are added at a level: those of the first level at levels 0 and 1, of the level above at others */
		public int featureWidth(final int level) {
			return widths[Math.max(0, level - 1)];
		}
	}

	/** How much wider the embedding of the timestep is than the first level. */
	private static final int EMBEDDING = 4;

	private final Options options;
	private final TimeEmbedding time;
	private final Dense word0;
	private final Dense word2;
	private final Convolution in;
	private final List<SpaceTimeBlock> down = new ArrayList<>();
	private final List<Downsample> shrink = new ArrayList<>();
	private final TimeAttention attend;
	private final SpaceTimeBlock middle0;
	private final SpaceAttention space;
	private final TimeAttention attendMiddle;
	private final SpaceTimeBlock middle1;
	private final List<SpaceTimeBlock> up = new ArrayList<>();
	private final TimeAttention attendUp;
	private final List<Upsample> grow = new ArrayList<>();
	private final GroupNorm norm;
	private final Convolution out;

	/** @param options what it is made of */
	public SpaceTimeUNet(final Options options) {
		this.options = options;
		final int[] widths = options.widths;
		final int first = widths[0], last = widths[widths.length - 1];
		time = child("time", new TimeEmbedding(first, EMBEDDING * first));
		word0 = options.word == 0 ? null : child("word.0", new Dense(options.word, last));
		word2 = options.word == 0 ? null : child("word.2", Dense.zero(last, last));
		in = child("in", Convolution.of(options.in, first, options.edge, options.edge));
		for (int i = 0; i < widths.length; i++) {
			down.add(child("down." + i, block(options.featureWidth(i), widths[i])));
			if (i + 1 < widths.length) shrink.add(child("shrink." + i, new Downsample(widths[i], widths[i], Downsample.Padding.BOTH_SIDES, 2, 2)));
		}
		attend = child("attend", new TimeAttention(last, options.heads));
		middle0 = child("middle.0", block(last, last));
		space = child("space", new SpaceAttention(last, options.heads));
		attendMiddle = child("attend.middle", new TimeAttention(last, options.heads));
		middle1 = child("middle.1", block(last, last));
		for (int i = 0; i < widths.length; i++) {
			up.add(child("up." + i, block(2 * widths[i], widths[i])));
			if (i > 0) grow.add(child("grow." + i, new Upsample(widths[i], widths[i - 1], 2, 2)));
		}
		attendUp = child("attend.up", new TimeAttention(last, options.heads));
		norm = child("norm", GroupNorm.usual(first));
		out = child("out", Convolution.zero(first, options.out, options.edge, options.edge));
	}

	private SpaceTimeBlock block(final int from, final int to) {
		return new SpaceTimeBlock(ResidualBlock.Options.image(from, to).withEmbedding(EMBEDDING * options.widths[0]));
	}

	/** @return what it is made of */
	public Options options() {
		return options;
	}

	/**
	 * Denoises.
	 *
	 * @param x (batch x time, in, h, w); h and w are divisible by 2 once for every level after the first
	 * @param timesteps of every clip of the batch
	 * @param frames of every clip
	 * @param features added after the input convolution and after each step down: for level i (batch x time,
	 *          {@link Options#featureWidth}, h / 2^i, w / 2^i); an empty list for none
	 * @param word (batch, word); null where the network is told none
	 * @return (batch x time, out, h, w)
	 */
	public NDArray forward(final NDArray x, final double[] timesteps, final int frames, final List<NDArray> features, final NDArray word) {
		if (!features.isEmpty() && features.size() != options.levels()) throw new IllegalArgumentException(features.size() + " features for " +
			options.levels() + " levels.");
		return Keep.result(() -> {
			final NDArray embedding = time.forward(x.getManager(), timesteps);
			final NDArray said = word0 == null ? null : word2.forward(Activation.silu(word0.forward(word)));
			final List<NDArray> skips = new ArrayList<>();
			NDArray h = joined(in.forward(x), features, 0);
			for (int i = 0; i < options.levels(); i++) {
				if (i > 0) h = joined(shrink.get(i - 1).forward(h), features, i);
				h = down.get(i).forward(h, embedding, frames);
				skips.add(h);
			}
			h = attend.forward(h, frames, said);
			h = middle0.forward(h, embedding, frames);
			h = attendMiddle.forward(space.forward(h), frames, said);
			h = middle1.forward(h, embedding, frames);
			for (int i = options.levels() - 1; i >= 0; i--) {
				h = up.get(i).forward(h.concat(skips.get(i), 1), embedding, frames);
				if (i == options.levels() - 1) h = attendUp.forward(h, frames, said);
				if (i > 0) h = grow.get(i - 1).forward(h);
			}
			return out.forward(Activation.silu(norm.forward(h)));
		});
	}

	private static NDArray joined(final NDArray h, final List<NDArray> features, final int level) {
		return features.isEmpty() ? h : h.add(features.get(level));
	}

	/** @return how many numbers a network of these options has, without making its weights */
	public static long parameters(final Options options) {
		return new SpaceTimeUNet(options).parameters();
	}
}
