package org.motionlayers.evaluate.lamd;

/**
 * Where an object is seen.
 *
 * @param x of its centre, pixels
 * @param y of its centre, pixels
 * @param angle against the first frame, from x towards y, radians
 * @param scale against the first frame
 */
record Spot(double x, double y, double angle, double scale) {

	Spot moved(final double dx, final double dy, final double turn, final double factor) {
		return new Spot(x + dx, y + dy, angle + turn, scale * factor);
	}

	double distance(final Spot other) {
		return Math.hypot(x - other.x, y - other.y);
	}
}
