package org.motionlayers.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.norm.LayerNorm;

import org.motionlayers.network.Initial;
import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;
import org.motionlayers.network.Weight;

/**
 * Group normalisation (Wu and He 2018): within every group of channels, mean 0 and variance 1 over channels and space, then a scale and
 * a shift per channel. Weights: weight and bias (channels).
 */
public final class GroupNorm extends Layer {

	/** PyTorch's own. */
	public static final double DEFAULT_EPSILON = 1e-5;

	/** That of latent diffusion. */
	public static final double SMALL_EPSILON = 1e-6;

	private static final int MOST_GROUPS = 32;
	private static final int FEWEST_CHANNELS = 4;

	private final int groups;
	private final int channels;
	private final float epsilon;
	private final Weight weight;
	private final Weight bias;

	/**
	 * @param groups number of groups, divides the channels
	 * @param channels number of channels
	 * @param epsilon added to the variance
	 */
	public GroupNorm(final int groups, final int channels, final double epsilon) {
		if (channels % groups != 0) throw new IllegalArgumentException(groups + " groups do not divide " + channels + " channels.");
		this.groups = groups;
		this.channels = channels;
		this.epsilon = (float) epsilon;
		weight = weight("weight", Initial.ONES, channels);
		bias = weight("bias", Initial.ZEROS, channels);
	}

	/** @return 32 groups from 128 channels on, as in latent diffusion; below that fewer, so that a group has at least 4 channels */
	public static GroupNorm usual(final int channels) {
		int groups = Math.max(1, Math.min(MOST_GROUPS, channels / FEWEST_CHANNELS));
		while (channels % groups != 0) groups--;
		return new GroupNorm(groups, channels, SMALL_EPSILON);
	}

	/** @return the normalised x, of the shape of x (batch, channels, ...) */
	public NDArray forward(final NDArray x) {
		final Shape affine = affineShape(x, 1);
		return Keep.result(() -> Passes.affine(normalised(x), weight.array().reshape(affine), bias.array().reshape(affine)));
	}

	/**
	 * Normalises, then modulates: norm(x) (1 + scale) + shift, in as many passes as without (papers: "scale-shift norm").
	 *
	 * @param x (batch, channels, ...)
	 * @param scale (batch, channels)
	 * @param shift (batch, channels)
	 */
	public NDArray forward(final NDArray x, final NDArray scale, final NDArray shift) {
		final Shape affine = affineShape(x, x.getShape().get(0));
		return Keep.result(() -> {
			final NDArray more = scale.add(1);
			final NDArray factor = more.mul(weight.array()), offset = more.mul(bias.array()).add(shift);
			return Passes.affine(normalised(x), factor.reshape(affine), offset.reshape(affine));
		});
	}

	/** Mean 0 and variance 1 within groups: the engine's layer norm over one group at a time, in one fused pass. */
	private NDArray normalised(final NDArray x) {
		final long batch = x.getShape().get(0), length = x.size() / (batch * groups);
		final Shape row = new Shape(length);
		final NDArray ones = x.getManager().ones(row), zeros = x.getManager().zeros(row);
		return LayerNorm.layerNorm(x.reshape(batch * groups, length), row, ones, zeros, epsilon).singletonOrThrow().reshape(x.getShape());
	}

	private Shape affineShape(final NDArray x, final long batch) {
		final long[] shape = new long[x.getShape().dimension()];
		java.util.Arrays.fill(shape, 1);
		shape[0] = batch;
		shape[1] = channels;
		return new Shape(shape);
	}
}
