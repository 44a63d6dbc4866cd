package org.motionlayers.evaluate.motion;

/**
 * What is common in the motion of many tracks, in numbers that do not depend on how large or many they are.
 *
 * @param net root mean square displacement from the first to the last frame, pixels
 * @param drift part of the squared displacements over {@link #LAG} frames that one velocity explains, 0 to 1
 * @param rotation part that one rotation about the centre of all explains, 0 to 1
 * @param divergence part that one growth about the centre of all explains, 0 to 1, negative where it shrinks
 * @param exponent how the mean square displacement grows with time: 2 for straight ways, 1 for free diffusion, 0 for confinement
 */
public record SwarmMotion(double net, double drift, double rotation, double divergence, double exponent) {

	/** Frames over which displacements are taken. */
	static final int LAG = 3;

	/** Lags whose mean square displacements are compared for the exponent. */
	private static final int SHORT = 1, LONG = 5;

	/**
	 * Measures tracks.
	 *
	 * @param tracks frames x objects x 2 (x, y), pixels; at least 6 frames and one object
	 */
	public static SwarmMotion of(final double[][][] tracks) {
		if (tracks.length <= LONG || tracks[0].length < 1) throw new org.motionlayers.scene.InputException("Tracks of " + tracks.length +
			" frames: at least " + (LONG + 1) + " frames and one object are needed to tell the class of their motion.");
		final int n = tracks[0].length, steps = tracks.length - LAG;
		double all = 0, x = 0, y = 0, radial = 0, around = 0, extent = 0;
		for (int t = 0; t < steps; t++) {
			final double cx = centre(tracks[t], 0), cy = centre(tracks[t], 1);
			for (int i = 0; i < n; i++) {
				final double dx = tracks[t + LAG][i][0] - tracks[t][i][0], dy = tracks[t + LAG][i][1] - tracks[t][i][1];
				final double rx = tracks[t][i][0] - cx, ry = tracks[t][i][1] - cy;
				all += dx * dx + dy * dy;
				x += dx;
				y += dy;
				radial += rx * dx + ry * dy;
				around += rx * dy - ry * dx;
				extent += rx * rx + ry * ry;
			}
		}
		final double floor = Math.max(all, 1e-12), spread = Math.max(extent, 1e-12);
		return new SwarmMotion(Math.sqrt(meanSquare(tracks, tracks.length - 1)), (x * x + y * y) / (steps * n) / floor, around * around / spread / floor,
			Math.signum(radial) * radial * radial / spread / floor, Math.log(Math.max(1e-12, meanSquare(tracks, LONG)) / Math.max(1e-12, meanSquare(tracks,
				SHORT))) / Math.log((double) LONG / SHORT));
	}

	private static double centre(final double[][] points, final int dimension) {
		double sum = 0;
		for (final double[] point : points) sum += point[dimension];
		return sum / points.length;
	}

	/** @return mean square displacement over a lag, all objects and times, square pixels */
	private static double meanSquare(final double[][][] tracks, final int lag) {
		double sum = 0;
		int n = 0;
		for (int t = lag; t < tracks.length; t++) for (int i = 0; i < tracks[t].length; i++, n++) sum += Math.pow(tracks[t][i][0] - tracks[t -
			lag][i][0], 2) + Math.pow(tracks[t][i][1] - tracks[t - lag][i][1], 2);
		return sum / n;
	}
}
