package org.motionlayers.simulate.body;

import java.util.SplittableRandom;

/** Random values on a grid, smoothly interpolated (value noise). */
final class Noise {

	private Noise() {}

	/**
	 * Looks the noise up.
	 *
	 * @param seed of the values
	 * @param a first coordinate, in steps of the grid
	 * @param b second coordinate, in steps of the grid
	 * @return 0 to 1
	 */
	static double smooth(final long seed, final double a, final double b) {
		final long x = (long) Math.floor(a), y = (long) Math.floor(b);
		final double right = ease(a - x), down = ease(b - y);
		return (1 - down) * ((1 - right) * grid(seed, x, y) + right * grid(seed, x + 1, y)) + down * ((1 - right) * grid(seed, x, y + 1) + right *
			grid(seed, x + 1, y + 1));
	}

	private static double ease(final double t) {
		return t * t * (3 - 2 * t);
	}

	private static double grid(final long seed, final long x, final long y) {
		return new SplittableRandom(seed + x * 0x9E3779B97F4A7C15L + y * 0xC2B2AE3D27D4EB4FL).nextDouble();
	}
}
