package org.motionlayers.composite;

/**
 * Where a layer is in one frame: rotated in the x-y plane about its centroid, then moved by whole pixels. A point q of the reference
 * frame goes to p = c + R (q - c) + s.
 *
 * @param centreX centroid in the reference frame, pixels
 * @param centreY centroid in the reference frame, pixels
 * @param shiftX whole pixels
 * @param shiftY whole pixels
 * @param shiftZ whole planes
 * @param cos of the angle
 * @param sin of the angle, from x towards y
 */
record Pose(double centreX, double centreY, long shiftX, long shiftY, long shiftZ, double cos, double sin) {

	/** Decides ties the same way whatever the last bit of a cosine is. */
	private static final double TIE = 1e-9;

	/** @return the x in the reference frame of a point of this frame */
	double sourceX(final double x, final double y) {
		return centreX + cos * (x - centreX - shiftX) + sin * (y - centreY - shiftY);
	}

	/** @return the y in the reference frame of a point of this frame */
	double sourceY(final double x, final double y) {
		return centreY - sin * (x - centreX - shiftX) + cos * (y - centreY - shiftY);
	}

	/** @return the x in this frame of a point of the reference frame */
	double targetX(final double x, final double y) {
		return centreX + shiftX + cos * (x - centreX) - sin * (y - centreY);
	}

	/** @return the y in this frame of a point of the reference frame */
	double targetY(final double x, final double y) {
		return centreY + shiftY + sin * (x - centreX) + cos * (y - centreY);
	}

	/** @return whether the layer is turned in this frame */
	boolean turned() {
		return sin != 0 || cos != 1;
	}

	/** @return the pixel a point lies in, halves upwards */
	static int nearest(final double coordinate) {
		return (int) Math.floor(coordinate + 0.5 + TIE);
	}
}
