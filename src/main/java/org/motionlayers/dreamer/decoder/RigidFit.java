package org.motionlayers.dreamer.decoder;

/** The turn and shift that brings points nearest, in squared distance, to where they are seen to go (Procrustes analysis in the plane). */
final class RigidFit {

	/** A turn is measured where points lie this far, root mean square in pixels, from their centre; nearer ones only shift. */
	private static final double LEAST_SPREAD = 1;

	private int points;
	private double px;
	private double py;
	private double qx;
	private double qy;
	private double pp;
	private double dot;
	private double cross;

	/** Adds a point that goes from p to q. */
	void add(final double fromX, final double fromY, final double toX, final double toY) {
		points++;
		px += fromX;
		py += fromY;
		qx += toX;
		qy += toY;
		pp += fromX * fromX + fromY * fromY;
		dot += fromX * toX + fromY * toY;
		cross += fromX * toY - fromY * toX;
	}

	/** @return how many points were added */
	int points() {
		return points;
	}

	/** @return the best motion; none where there are no points */
	RigidMotion motion() {
		if (points == 0) return RigidMotion.NONE;
		final double cx = px / points, cy = py / points, ox = qx / points, oy = qy / points;
		double c = dot / points - cx * ox - cy * oy, s = cross / points - cx * oy + cy * ox;
		final double length = Math.hypot(c, s);
		if (pp / points - cx * cx - cy * cy < LEAST_SPREAD * LEAST_SPREAD || length == 0) {
			c = 1;
			s = 0;
		}
		else {
			c /= length;
			s /= length;
		}
		return new RigidMotion(c, s, ox - c * cx + s * cy, oy - s * cx - c * cy);
	}
}
