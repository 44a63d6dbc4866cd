package org.motionlayers.simulate.body;

/**
 * Where a body is in the world; the world is the image as the camera sees it in frame 0.
 *
 * @param x centre, pixels
 * @param y centre, pixels
 * @param angle from x towards y, radians
 */
public record Pose(double x, double y, double angle) {

	/** @return x of the world point that has coordinates u, v on the body */
	double worldX(final double u, final double v) {
		return x + Math.cos(angle) * u - Math.sin(angle) * v;
	}

	/** @return y of the world point that has coordinates u, v on the body */
	double worldY(final double u, final double v) {
		return y + Math.sin(angle) * u + Math.cos(angle) * v;
	}

	/** @return coordinate u on the body of a world point */
	double bodyU(final double worldX, final double worldY) {
		return Math.cos(angle) * (worldX - x) + Math.sin(angle) * (worldY - y);
	}

	/** @return coordinate v on the body of a world point */
	double bodyV(final double worldX, final double worldY) {
		return -Math.sin(angle) * (worldX - x) + Math.cos(angle) * (worldY - y);
	}
}
