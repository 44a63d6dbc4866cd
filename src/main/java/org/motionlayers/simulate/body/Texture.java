package org.motionlayers.simulate.body;

import java.util.SplittableRandom;

/**
 * A surface: two colours and how they alternate. It is fixed to a body or to the world and looked up at real coordinates.
 *
 * @param pattern how the colours alternate
 * @param first red, green, blue in [0, 1]
 * @param second red, green, blue in [0, 1]
 * @param period pixels from one repetition to the next
 * @param angle of the pattern, radians
 * @param seed of {@link Pattern#CLOUDS}
 */
public record Texture(Pattern pattern, double[] first, double[] second, double period, double angle, long seed) implements Backdrop {

	/** How two colours alternate. */
	public enum Pattern {
		/** The first colour alone. */
		FLAT,
		/** Bands of equal width. */
		STRIPES,
		/** Squares. */
		CHECKS,
		/** A sine wave from one to the other. */
		WAVES,
		/** Smooth random patches. */
		CLOUDS
	}

	/**
	 * Draws a texture.
	 *
	 * @param random source of the choice
	 * @param darkest least value of the brightest channel of either colour
	 * @param brightest largest value of any channel
	 * @param contrast how far the second colour is from the first, 0 to 1
	 */
	public static Texture random(final SplittableRandom random, final double darkest, final double brightest, final double contrast) {
		final Pattern pattern = Pattern.values()[random.nextInt(Pattern.values().length)];
		final double[] first = colour(random, darkest, brightest), second = colour(random, darkest, brightest);
		for (int c = 0; c < second.length; c++) second[c] = first[c] + contrast * (second[c] - first[c]);
		return new Texture(pattern, first, second, random.nextDouble(4, 12), random.nextDouble(0, Math.PI), random.nextLong());
	}

	private static double[] colour(final SplittableRandom random, final double darkest, final double brightest) {
		final double[] colour = new double[3];
		final int strong = random.nextInt(3);
		for (int c = 0; c < 3; c++) colour[c] = c == strong ? random.nextDouble(darkest, brightest) : random.nextDouble(0, brightest);
		return colour;
	}

	/** @return a texture of one colour */
	public static Texture flat(final double red, final double green, final double blue) {
		final double[] colour = { red, green, blue };
		return new Texture(Pattern.FLAT, colour, colour, 1, 0, 0);
	}

	/** @return how much of the second colour there is at a place, 0 to 1 */
	double share(final double u, final double v) {
		if (pattern == Pattern.FLAT) return 0;
		final double a = (Math.cos(angle) * u + Math.sin(angle) * v) / period, b = (Math.cos(angle) * v - Math.sin(angle) * u) / period;
		return switch (pattern) {
			case FLAT -> 0;
			case STRIPES -> Math.floorMod((long) Math.floor(2 * a), 2L);
			case CHECKS -> Math.floorMod((long) Math.floor(2 * a) + (long) Math.floor(2 * b), 2L);
			case WAVES -> (1 + Math.sin(2 * Math.PI * a)) / 2;
			case CLOUDS -> Noise.smooth(seed, a, b);
		};
	}

	@Override
	public double value(final int channel, final double share) {
		return first[channel] + share * (second[channel] - first[channel]);
	}

	@Override
	public double[] shares(final int t, final int width, final int height, final double shiftX, final double shiftY) {
		final double[] shares = new double[width * height];
		for (int p = 0; p < shares.length; p++) shares[p] = share(p % width - shiftX, p / width - shiftY);
		return shares;
	}

	@Override
	public double[] step(final double x, final double y) {
		return new double[2];
	}

	@Override
	public boolean still() {
		return true;
	}
}
