package org.motionlayers.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.norm.Dropout;

import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;

/**
 * The residual block of ADM and latent diffusion: skip(x) + conv2(silu(norm2(conv1(silu(norm1(x)))))), over images or volumes. An
 * embedding, such as that of the timestep, scales and shifts what the second norm gives. Weights: norm1, conv1, embedding (dense, 2 x
 * out), norm2, conv2, and skip (1 x 1) where the number of channels changes.
 */
public final class ResidualBlock extends Layer {

	/** How a block changes the size of its input. */
	public enum Resampling {
		/** Not at all. */
		NONE,
		/** Half of it along every axis, by means. */
		DOWN,
		/** Twice as large along every axis, by repetition. */
		UP
	}

	/**
	 * What a residual block is made of.
	 *
	 * @param in channels of the input
	 * @param out channels of the output
	 * @param embedding channels of the embedding, 0 for none
	 * @param kernel of both convolutions, odd sizes: 2 for images, 3 for volumes; (3, 1, 1) convolves along time alone
	 * @param resampling of the input, before the first convolution
	 * @param zero whether the second convolution starts at 0, so that the block starts as its skip
	 * @param dropout part of the values dropped before the second convolution while training
	 */
	public record Options(int in, int out, int embedding, long[] kernel, Resampling resampling, boolean zero, double dropout) {

		/** @return a block of images without embedding and dropout that starts at random */
		public static Options image(final int in, final int out) {
			return new Options(in, out, 0, new long[] { 3, 3 }, Resampling.NONE, false, 0);
		}

		/** @return a block of volumes or clips without embedding and dropout that starts at random */
		public static Options volume(final int in, final int out) {
			return new Options(in, out, 0, new long[] { 3, 3, 3 }, Resampling.NONE, false, 0);
		}

		/** @return the same with an embedding of so many channels */
		public Options withEmbedding(final int channels) {
			return new Options(in, out, channels, kernel, resampling, zero, dropout);
		}

		/** @return the same with another kernel */
		public Options withKernel(final long... sizes) {
			return new Options(in, out, embedding, sizes, resampling, zero, dropout);
		}

		/** @return the same with another size of the output */
		public Options with(final Resampling newResampling) {
			return new Options(in, out, embedding, kernel, newResampling, zero, dropout);
		}

		/** @return the same that starts as its skip */
		public Options startingAtSkip() {
			return new Options(in, out, embedding, kernel, resampling, true, dropout);
		}

		/** @return the same with dropout */
		public Options withDropout(final double rate) {
			return new Options(in, out, embedding, kernel, resampling, zero, rate);
		}
	}

	private final Options options;
	private final GroupNorm norm1;
	private final Convolution conv1;
	private final Dense embedding;
	private final GroupNorm norm2;
	private final Convolution conv2;
	private final Convolution skip;

	/** @param options what it is made of */
	public ResidualBlock(final Options options) {
		this.options = options;
		final int in = options.in, out = options.out;
		norm1 = child("norm1", GroupNorm.usual(in));
		conv1 = child("conv1", Convolution.of(in, out, options.kernel));
		embedding = options.embedding == 0 ? null : child("embedding", new Dense(options.embedding, 2 * out));
		norm2 = child("norm2", GroupNorm.usual(out));
		conv2 = child("conv2", options.zero ? Convolution.zero(out, out, options.kernel) : Convolution.of(out, out, options.kernel));
		skip = in == out ? null : child("skip", Convolution.of(in, out, java.util.Arrays.stream(options.kernel).map(k -> 1).toArray()));
	}

	/** @return (batch, out, ...) of x (batch, in, ...), for a block without embedding */
	public NDArray forward(final NDArray x) {
		if (embedding != null) throw new IllegalStateException("This residual block needs an embedding.");
		return Keep.result(() -> join(x, norm2.forward(first(x))));
	}

	/** @return (batch, out, ...) of x (batch, in, ...) under an embedding (batch, channels) */
	public NDArray forward(final NDArray x, final NDArray embedded) {
		if (embedding == null) return forward(x);
		return Keep.result(() -> {
			final NDList both = embedding.forward(Activation.silu(embedded)).split(2, 1);
			return join(x, norm2.forward(first(x), both.get(0), both.get(1)));
		});
	}

	private NDArray first(final NDArray x) {
		return conv1.forward(resampled(Activation.silu(norm1.forward(x))));
	}

	private NDArray join(final NDArray x, final NDArray normed) {
		NDArray h = Activation.silu(normed);
		if (training() && options.dropout > 0) h = Dropout.dropout(h, (float) options.dropout, true).singletonOrThrow();
		final NDArray same = resampled(x);
		return Passes.add(conv2.forward(h), skip == null ? same : skip.forward(same));
	}

	private NDArray resampled(final NDArray x) {
		return switch (options.resampling) {
			case NONE -> x;
			case DOWN -> Resize.means(x, factors(x));
			case UP -> Resize.repeated(x, factors(x));
		};
	}

	private static long[] factors(final NDArray x) {
		final long[] factors = new long[x.getShape().dimension() - 2];
		java.util.Arrays.fill(factors, 2);
		return factors;
	}
}
