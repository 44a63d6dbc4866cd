package org.motionlayers.simulate.body;

import java.util.SplittableRandom;

/**
 * A smooth flow that does not change: a drift, and whirls that neither gather nor thin out what they carry (velocities are the curl of a
 * stream function of two waves).
 */
public final class Wind {

	/** Number of waves. */
	private static final int WAVES = 2;

	/** A place in the world, pixels. */
	record Point(double x, double y) {}

	private final double driftX;
	private final double driftY;
	private final double[] waveX = new double[WAVES];
	private final double[] waveY = new double[WAVES];
	private final double[] phase = new double[WAVES];
	private final double swirl;

	/**
	 * Draws a wind.
	 *
	 * @param random source of its directions
	 * @param drift speed of the drift, pixels per frame
	 * @param swirl largest speed of each of the waves, pixels per frame
	 * @param period length of the waves, pixels
	 */
	public Wind(final SplittableRandom random, final double drift, final double swirl, final double period) {
		final double direction = random.nextDouble(-Math.PI, Math.PI);
		this.driftX = drift * Math.cos(direction);
		this.driftY = drift * Math.sin(direction);
		this.swirl = swirl;
		for (int k = 0; k < WAVES; k++) {
			final double towards = random.nextDouble(-Math.PI, Math.PI), number = 2 * Math.PI / (period * random.nextDouble(.8, 1.25));
			waveX[k] = number * Math.cos(towards);
			waveY[k] = number * Math.sin(towards);
			phase[k] = random.nextDouble(-Math.PI, Math.PI);
		}
	}

	/** @return where what is at a place now was one frame before: one step of the midpoint rule, backwards */
	Point before(final Point now) {
		final Point middle = moved(now, now, -.5);
		return moved(now, middle, -1);
	}

	private Point moved(final Point from, final Point where, final double time) {
		double vx = driftX, vy = driftY;
		for (int k = 0; k < WAVES; k++) {
			// across the wave, so that the divergence is 0
			final double strength = swirl * Math.cos(waveX[k] * where.x() + waveY[k] * where.y() + phase[k]) / Math.hypot(waveX[k], waveY[k]);
			vx -= strength * waveY[k];
			vy += strength * waveX[k];
		}
		return new Point(from.x() + time * vx, from.y() + time * vy);
	}
}
