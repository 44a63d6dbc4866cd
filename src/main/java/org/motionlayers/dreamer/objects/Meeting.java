package org.motionlayers.dreamer.objects;

import java.util.Arrays;

/**
 * Two outlines that may meet within the next frame. Outlines are taken as convex: they are as far apart as along the direction that parts
 * them best, and in that direction they push each other. The moment of the contact is approached step by step, never beyond it, for
 * convex outlines are no nearer than any one direction says. Used again for pair after pair.
 */
final class Meeting {

	/** Of two directions, one that parts outlines by a tenth of a diameter more counts 50 times as much. */
	private static final double SHARPNESS = 40;

	/** What counts less than e^-20 does not. */
	private static final double NEGLIGIBLE = 20 / SHARPNESS;

	private static final int APPROACHES = 2;

	private final double[][] directions;
	private final double[] parted;
	private final double[] normal;
	private double gap;
	private double time;
	private double approach;
	private double touch;

	/** @param dimensions 2 or 3 */
	Meeting(final int dimensions) {
		directions = Reach.directions(dimensions);
		parted = new double[directions.length];
		normal = new double[dimensions];
	}

	/**
	 * Looks at a pair; all lengths in one unit, all speeds in it per frame.
	 *
	 * @param away from the centre of the one to that of the other
	 * @param speed of the other, seen from the one
	 * @param reaches of both together along every direction
	 */
	void look(final double[] away, final double[] speed, final double[] reaches) {
		double left = part(away, speed, 0, reaches);
		gap = left;
		time = 0;
		for (int k = 0; k < APPROACHES; k++) {
			time = Math.min(1, time + Geometry.until(left, Math.max(0, -Geometry.dot(speed, normal))));
			left = part(away, speed, time, reaches);
		}
		approach = Math.max(0, -Geometry.dot(speed, normal));
		touch = Geometry.touch(left);
	}

	/** Finds how far outlines are apart after some time, and the direction that parts them best. */
	private double part(final double[] away, final double[] speed, final double after, final double[] reaches) {
		double most = Double.NEGATIVE_INFINITY;
		for (int k = 0; k < parted.length; k++) {
			double sum = -reaches[k];
			for (int d = 0; d < away.length; d++) sum += (away[d] + after * speed[d]) * directions[k][d];
			parted[k] = sum;
			most = Math.max(most, sum);
		}
		double weights = 0;
		Arrays.fill(normal, 0);
		for (int k = 0; k < parted.length; k++) {
			if (parted[k] < most - NEGLIGIBLE) continue;
			final double weight = Math.exp(SHARPNESS * (parted[k] - most));
			weights += weight;
			for (int d = 0; d < normal.length; d++) normal[d] += weight * directions[k][d];
		}
		for (int d = 0; d < normal.length; d++) normal[d] /= weights;
		final double length = Geometry.length(normal);
		for (int d = 0; d < normal.length; d++) normal[d] /= length;
		return most;
	}

	/** @return how far the outlines are apart now, negative where they overlap */
	double gap() {
		return gap;
	}

	/** @return part of the frame, 0 to 1, that is over when they are nearest to a contact */
	double time() {
		return time;
	}

	/** @return a component of the direction from the one to the other in which they push each other then */
	double normal(final int d) {
		return normal[d];
	}

	/** @return the speed, at least 0, with which they come nearer to each other in that direction */
	double approach() {
		return approach;
	}

	/** @return whether they touch then, from 0 to 1 */
	double touch() {
		return touch;
	}
}
