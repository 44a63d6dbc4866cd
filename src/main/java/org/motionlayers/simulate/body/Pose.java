package org.motionlayers.simulate.body;

/**
 * Where a body is in the world; the world is the image as the camera sees it in frame 0.
 *
 * @param x centre, pixels
 * @param y centre, pixels
 * @param angle from x towards y, radians
 * @param scale how many times larger than its outline it is seen, as what is held nearer to the viewer; 1 on the ground
 */
public record Pose(double x, double y, double angle, double scale) {

	/** A pose on the ground. */
	public Pose(final double x, final double y, final double angle) {
		this(x, y, angle, 1);
	}

	/** @return x of the world point that has coordinates u, v on the body */
	double worldX(final double u, final double v) {
		return x + scale * (Math.cos(angle) * u - Math.sin(angle) * v);
	}

	/** @return y of the world point that has coordinates u, v on the body */
	double worldY(final double u, final double v) {
		return y + scale * (Math.sin(angle) * u + Math.cos(angle) * v);
	}

	/** @return coordinate u on the body of a world point */
	double bodyU(final double worldX, final double worldY) {
		return (Math.cos(angle) * (worldX - x) + Math.sin(angle) * (worldY - y)) / scale;
	}

	/** @return coordinate v on the body of a world point */
	double bodyV(final double worldX, final double worldY) {
		return (-Math.sin(angle) * (worldX - x) + Math.cos(angle) * (worldY - y)) / scale;
	}
}
