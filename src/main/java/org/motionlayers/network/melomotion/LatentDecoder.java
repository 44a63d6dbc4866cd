package org.motionlayers.network.melomotion;

import org.motionlayers.network.NetworkEngine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;

/**
 * The decoder of MeloMotion's Table 1, latent to colour; 34,587 parameters: convolution 3 x 3 to 32 channels, one residual block with
 * group normalisation, three transposed convolutions to 16, 8 and 8 channels that double the size, a linear map to 3 colours. The
 * paper gives the number alone; this is the plain stack that has it.
 */
public final class LatentDecoder implements AutoCloseable {

	/** Channels of the latent. */
	public static final int LATENT_CHANNELS = 16;

	/** Pixels per latent cell along x and y. */
	public static final int CELL = 8;

	private static final int COLOURS = 3;
	private static final int WIDTH = 32;
	private static final int[] UPWARDS = { 16, 8, 8 };

	private final Network network;

	private LatentDecoder(final long seed) {
		network = new Network(stack(), seed, new Shape(1, LATENT_CHANNELS, 2, 2));
	}

	/** @return a decoder with random weights */
	public static LatentDecoder create(final long seed) {
		return NetworkEngine.call(() -> new LatentDecoder(seed));
	}

	private static Block stack() {
		final SequentialBlock stack = new SequentialBlock().add(Layers.convolution(WIDTH, 1)).add(Layers.residual(WIDTH));
		for (final int channels : UPWARDS) stack.add(Layers.silu()).add(new Upconvolution(channels));
		return stack.add(Layers.silu()).add(Layers.pointwise(COLOURS));
	}

	/** @return number of parameters: 34,587 */
	public int parameters() {
		return network.parameters();
	}

	/** @return the network itself, for tests */
	Network network() {
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
			try (NDManager scratch = network.scratch()) {
				return network.apply(latents(scratch, latents, n, height, width)).clip(0, 1).toFloatArray();
			}
		});
	}

	/**
	 * One step of training on the L1 loss (MeloMotion, Eq. 6: mean of |I - I_gt|).
	 *
	 * @param latents (n, 16, height, width)
	 * @param colours the truth in [0, 1], (n, 3, 8 height, 8 width)
	 * @param n number of latents
	 * @param height cells along y
	 * @param width cells along x
	 * @param learningRate of this step
	 * @return the loss before the step
	 */
	public double train(final float[] latents, final float[] colours, final int n, final int height, final int width,
		final double learningRate)
	{
		return NetworkEngine.call(() -> network.step(learningRate, scratch -> {
			final NDArray truth = scratch.create(colours, new Shape(n, COLOURS, CELL * height, CELL * width));
			return network.apply(latents(scratch, latents, n, height, width)).sub(truth).abs().mean();
		}));
	}

	private static NDArray latents(final NDManager scratch, final float[] latents, final int n, final int height, final int width) {
		return scratch.create(latents, new Shape(n, LATENT_CHANNELS, height, width));
	}

	@Override
	public void close() {
		NetworkEngine.run(network::close);
	}
}
