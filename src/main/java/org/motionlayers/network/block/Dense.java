package org.motionlayers.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.core.Linear;

import org.motionlayers.network.Initial;
import org.motionlayers.network.Layer;
import org.motionlayers.network.Weight;

/** y = W x + b over the last axis. Weights: weight (out, in) and, unless left out, bias (out). */
public final class Dense extends Layer {

	private final Weight weight;
	private final Weight bias;

	private Dense(final int in, final int out, final boolean withBias, final Initial initial) {
		weight = weight("weight", initial, out, in);
		bias = withBias ? weight("bias", initial, out) : null;
	}

	/** @param in channels of the input; @param out channels of the output */
	public Dense(final int in, final int out) {
		this(in, out, true, Initial.uniform(in));
	}

	/** @return a layer without bias */
	public static Dense withoutBias(final int in, final int out) {
		return new Dense(in, out, false, Initial.uniform(in));
	}

	/** @return a layer that gives 0 until it is trained */
	public static Dense zero(final int in, final int out) {
		return new Dense(in, out, true, Initial.ZEROS);
	}

	/** @return (..., out) of x (..., in) */
	public NDArray forward(final NDArray x) {
		return Linear.linear(x, weight.array(), bias == null ? null : bias.array()).singletonOrThrow();
	}
}
