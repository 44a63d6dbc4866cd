package org.motionlayers.dreamer.decoder;

/**
 * A turn and a shift of the plane: (x, y) goes to (cos x - sin y + dx, sin x + cos y + dy), pixels.
 *
 * @param cos of the turn from x towards y
 * @param sin of it
 * @param dx shift along x after the turn
 * @param dy shift along y after the turn
 */
record RigidMotion(double cos, double sin, double dx, double dy) {

	/** Everything stays. */
	static final RigidMotion NONE = new RigidMotion(1, 0, 0, 0);

	/** @return x of where a point goes */
	double x(final double px, final double py) {
		return cos * px - sin * py + dx;
	}

	/** @return y of where a point goes */
	double y(final double px, final double py) {
		return sin * px + cos * py + dy;
	}

	/** @return the motion that does another one first, then this one */
	RigidMotion after(final RigidMotion first) {
		return new RigidMotion(cos * first.cos - sin * first.sin, sin * first.cos + cos * first.sin, x(first.dx, first.dy), y(first.dx,
			first.dy));
	}
}
