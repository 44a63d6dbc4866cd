package org.motionlayers.predict.hierarchical;

import java.util.ArrayList;
import java.util.List;

/**
 * One hypothesis of how objects move. The displacement from frame to frame is the sum of a random part whose direction persists and
 * turns, v' = persistence R(turn) v + noise, and a steady part, m' = m + a; a measured position adds noise of its own. Shares say how
 * much of the variance of a displacement comes from which; how large displacements are is learned per object.
 *
 * @param persistence what is left of the random velocity after one frame, 0 (Brownian) to 1
 * @param turn angle by which the random velocity turns per frame, radians from x towards y
 * @param steady share of the steady velocity
 * @param acceleration variance of the change of the steady velocity per frame, as a share of the same
 * @param measurement share of measurement noise, which is in two positions of every displacement
 * @param random share of the persistent random velocity
 * @param logPrior logarithm of its weight before anything is seen
 */
record MotionModel(double persistence, double turn, double steady, double acceleration, double measurement, double random,
	double logPrior)
{

	private static final double[] PERSISTENCE = { 0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.98 };
	private static final double[] STEADY = { 0, 0.01, 0.03, 0.1, 0.3, 0.7, 0.95, 0.99 };
	private static final double[] MEASUREMENT = { 0, 0.1, 0.3, 0.6, 0.9 };

	private static final double[] TURNS = { 0.04, 0.08, 0.15, 0.25, 0.4 };
	private static final double[] TURNING_PERSISTENCE = { 0.95, 0.995 };
	private static final double[] TURNING_MEASUREMENT = { 0, 0.3 };

	private static final double[] ACCELERATION = { 1e-3, 1e-2, 1e-1 };
	private static final double[] ACCELERATED_STEADY = { 0.6, 0.95 };
	private static final double[] ACCELERATED_MEASUREMENT = { 0.1, 0.6 };

	/** A steady velocity must earn this much, and the same again and twice as much more where it is all there is. */
	private static final double PRICE_OF_STEADINESS = 1;

	/** What turning or acceleration must earn: in most movies there is none. */
	private static final double PRICE_OF_CURVES = 6;

	/** @return straight motion: the models that group motion combines with */
	static List<MotionModel> straight() {
		final List<MotionModel> models = new ArrayList<>();
		for (final double persistence : PERSISTENCE) for (final double steady : STEADY) for (final double noise : MEASUREMENT)
			models.add(new MotionModel(persistence, 0, steady, 0, (1 - steady) * noise, (1 - steady) * (1 - noise), steady == 0 ? 0
				: -PRICE_OF_STEADINESS * (1 + 2 * steady)));
		for (final double acceleration : ACCELERATION) for (final double steady : ACCELERATED_STEADY) for (final double noise : ACCELERATED_MEASUREMENT)
			models.add(new MotionModel(0.5, 0, steady, acceleration, (1 - steady) * noise, (1 - steady) * (1 - noise), -PRICE_OF_CURVES));
		return models;
	}

	/** @return motion in circles and spirals, in the plane */
	static List<MotionModel> turning() {
		final List<MotionModel> models = new ArrayList<>();
		for (final double turn : TURNS) for (final double persistence : TURNING_PERSISTENCE) for (final double noise : TURNING_MEASUREMENT)
			for (final int side : new int[] { -1, 1 }) models.add(new MotionModel(persistence, side * turn, 0, 0, noise, 1 - noise,
				-PRICE_OF_CURVES));
		return models;
	}

	/** @return variance of the noise that drives the random velocity, so that its share stays what it is */
	double drive() {
		return random * (1 - persistence * persistence);
	}

	/** @return variance of a measured position; never 0, so that a model can be wrong */
	double measurementVariance() {
		return Math.max(measurement / 2, 1e-4);
	}
}
