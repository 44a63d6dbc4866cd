package org.motionlayers.predict;

/** The parabola through three values at -1, 0 and 1. */
public final class Parabola {

	private static final double HALF = 0.5;

	private Parabola() {}

	/** @return where its top is, within half a pixel of 0; 0 where it has none or a value is infinite */
	public static double top(final double before, final double here, final double after) {
		final double curvature = before - 2 * here + after;
		if (!(curvature < 0) || Double.isInfinite(curvature)) return 0;
		return Math.max(-HALF, Math.min(HALF, HALF * (before - after) / curvature));
	}
}
