package org.motionlayers.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.diffusion.Denoiser;
import org.motionlayers.diffusion.Guidance;

/**
 * A network as the denoiser of a sampler: the sample goes into the engine, the network computes, the prediction comes out; nothing else
 * leaves Java, and nothing stays in the engine. May be called from any thread, but to draw many steps inside one
 * {@link NetworkEngine#call} saves changing threads at every step.
 */
public final class NetworkDenoiser implements Denoiser {

	/** What the network computes. */
	@FunctionalInterface
	public interface Forward {

		/**
		 * Predicts.
		 *
		 * @param sample of the denoiser's shape
		 * @param timestep what the sampler says of its noise
		 * @return as many values
		 */
		NDArray predict(NDArray sample, double timestep);
	}

	private final Network<?> network;
	private final Shape shape;
	private final Forward forward;

	/**
	 * @param network whose weights are used
	 * @param shape of the sample, row-major
	 * @param forward what the network computes; it may hold conditions, made beforehand in a scope that outlives the sampling
	 */
	public NetworkDenoiser(final Network<?> network, final Shape shape, final Forward forward) {
		this.network = network;
		this.shape = shape;
		this.forward = forward;
	}

	@Override
	public void predict(final float[] sample, final double timestep, final float[] output) {
		NetworkEngine.run(() -> Network.withoutGradients(() -> {
			try (NDManager scope = network.newScope()) {
				FloatTransfer.out(forward.predict(FloatTransfer.in(scope, sample, shape), timestep), 0, output);
			}
		}));
	}

	/**
	 * Guidance in one call of the network: the forward function sees the sample twice along the first axis and must predict its first
	 * half under the condition, its second half without.
	 *
	 * @param network whose weights are used
	 * @param shape of one sample
	 * @param doubled what the network computes
	 */
	public static Guidance.Pair pair(final Network<?> network, final Shape shape, final Forward doubled) {
		return (sample, timestep, conditional, unconditional) -> NetworkEngine.run(() -> Network.withoutGradients(() -> {
			try (NDManager scope = network.newScope()) {
				final NDArray once = FloatTransfer.in(scope, sample, shape);
				try (NDArray both = doubled.predict(once.concat(once), timestep)) {
					FloatTransfer.out(both, 0, conditional);
					FloatTransfer.out(both, sample.length, unconditional);
				}
			}
		}));
	}
}
