package org.motionlayers.network.melomotion;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.block.Convolution;

/** The encoder of MeloMotion's Table 1: a linear map of the 16 channels of every latent cell to 64 features; 1,088 parameters. */
public final class LatentEncoder implements AutoCloseable {

	/** Features per cell. */
	public static final int FEATURES = 64;

	private final Network<Convolution> network;

	private LatentEncoder(final long seed) {
		network = new Network<>(Convolution.of(LatentDecoder.LATENT_CHANNELS, FEATURES, 1, 1), seed);
	}

	/** @return an encoder with random weights */
	public static LatentEncoder create(final long seed) {
		return NetworkEngine.call(() -> new LatentEncoder(seed));
	}

	/** @return number of parameters: 1,088 */
	public long parameters() {
		return network.layer().parameters();
	}

	/**
	 * Encodes.
	 *
	 * @param latents (n, 16, height, width)
	 * @param n number of latents
	 * @param height cells along y
	 * @param width cells along x
	 * @return features (n, 64, height, width)
	 */
	public float[] encode(final float[] latents, final int n, final int height, final int width) {
		return NetworkEngine.call(() -> {
			try (NDManager scope = network.newScope()) {
				return network.layer().forward(FloatTransfer.in(scope, latents, new Shape(n, LatentDecoder.LATENT_CHANNELS, height, width))).toFloatArray();
			}
		});
	}

	@Override
	public void close() {
		NetworkEngine.run(network::close);
	}
}
