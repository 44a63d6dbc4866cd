package org.motionlayers.network.melomotion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;

/**
 * The decoder of MeloMotion's Table 1, latent to colour; 34,587 parameters. The paper gives the number alone; {@link DecoderStack} is the
 * plain stack of layers that has it.
 */
public final class LatentDecoder implements AutoCloseable {

	/** What training makes small. */
	public enum Loss {
		/** Mean of |I - I_gt| (MeloMotion, Eq. 6). */
		ABSOLUTE,
		/** Mean of (I - I_gt)^2: finds colours where the absolute loss first stays at black, then at grey. */
		SQUARED
	}

	/** Channels of the latent. */
	public static final int LATENT_CHANNELS = 16;

	/** Pixels per latent cell along x and y. */
	public static final int CELL = 8;

	private static final int COLOURS = 3;

	private final Network<DecoderStack> network;
	private final StepTrainer trainer;

	private LatentDecoder(final long seed) {
		network = new Network<>(new DecoderStack(), seed);
		trainer = new StepTrainer(network);
	}

	/** @return a decoder with random weights */
	public static LatentDecoder create(final long seed) {
		return NetworkEngine.call(() -> new LatentDecoder(seed));
	}

	/** @return number of parameters: 34,587 */
	public long parameters() {
		return network.layer().parameters();
	}

	/** @return the network itself, for tests */
	Network<DecoderStack> network() {
		return network;
	}

	/**
	 * Decodes.
	 *
	 * @param latents (n, 16, height, width)
	 * @param n number of latents
	 * @param height cells along y
	 * @param width cells along x
	 * @return colours in [0, 1], (n, 3, 8 height, 8 width)
	 */
	public float[] decode(final float[] latents, final int n, final int height, final int width) {
		return NetworkEngine.call(() -> {
			try (NDManager scope = network.newScope()) {
				return network.layer().forward(latents(scope, latents, n, height, width)).clip(0, 1).toFloatArray();
			}
		});
	}

	/**
	 * One step of training.
	 *
	 * @param latents (n, 16, height, width)
	 * @param colours the truth in [0, 1], (n, 3, 8 height, 8 width)
	 * @param n number of latents
	 * @param height cells along y
	 * @param width cells along x
	 * @param loss to be made small
	 * @param learningRate of this step
	 * @return the loss before the step
	 */
	public double train(final float[] latents, final float[] colours, final int n, final int height, final int width, final Loss loss,
		final double learningRate)
	{
		return NetworkEngine.call(() -> trainer.step(learningRate, scope -> {
			final NDArray truth = FloatTransfer.in(scope, colours, new Shape(n, COLOURS, CELL * height, CELL * width));
			final NDArray error = network.layer().forward(latents(scope, latents, n, height, width)).sub(truth);
			return (loss == Loss.ABSOLUTE ? error.abs() : error.square()).mean();
		}));
	}

	private static NDArray latents(final NDManager scope, final float[] latents, final int n, final int height, final int width) {
		return FloatTransfer.in(scope, latents, new Shape(n, LATENT_CHANNELS, height, width));
	}

	@Override
	public void close() {
		NetworkEngine.run(network::close);
	}
}
