package org.motionlayers.network.block;

import ai.djl.ndarray.NDArray;

/** Nonlinear functions of every element. */
public final class Activation {

	private Activation() {}

	/** @return x / (1 + e^-x), the sigmoid linear unit */
	public static NDArray silu(final NDArray x) {
		final NDArray sigmoid = ai.djl.nn.Activation.sigmoid(x);
		return Passes.overwrite() ? sigmoid.muli(x) : sigmoid.mul(x);
	}

	/** @return x times the normal distribution's probability of values below x, the Gaussian error linear unit */
	public static NDArray gelu(final NDArray x) {
		return ai.djl.nn.Activation.gelu(x);
	}
}
