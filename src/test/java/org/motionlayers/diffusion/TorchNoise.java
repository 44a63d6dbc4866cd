package org.motionlayers.diffusion;

import org.apache.commons.math3.random.MersenneTwister;

/**
 * PyTorch's {@code torch.manual_seed(seed); torch.randn(...)} on the CPU for at least 16 values: Mersenne twister, 24 bits a value, then
 * Box and Muller on blocks of 16 (ATen's normal_fill).
 */
final class TorchNoise implements NoiseSource {

	private static final int BLOCK = 16;
	private static final int MANTISSA_BITS = 24;

	private final MersenneTwister twister;

	TorchNoise(final int seed) {
		twister = new MersenneTwister(seed);
	}

	@Override
	public void fill(final float[] values) {
		if (values.length % BLOCK != 0) throw new IllegalArgumentException("Needs a multiple of " + BLOCK + " values.");
		for (int i = 0; i < values.length; i++) values[i] = (twister.nextInt() & (1 << MANTISSA_BITS) - 1) * (1f / (1 << MANTISSA_BITS));
		for (int start = 0; start < values.length; start += BLOCK) for (int i = start; i < start + BLOCK / 2; i++) {
			final double radius = Math.sqrt(-2 * Math.log(1 - values[i])), angle = 2 * Math.PI * values[i + BLOCK / 2];
			values[i] = (float) (radius * Math.cos(angle));
			values[i + BLOCK / 2] = (float) (radius * Math.sin(angle));
		}
	}
}
