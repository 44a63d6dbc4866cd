package org.motionlayers.evaluate.motion;

import org.motionlayers.scene.InputException;

/**
 * The histograms of velocity and acceleration that FVMD (Liu et al. 2024) compares, of points tracked through a clip. Points lie on a
 * square grid; every cell of 5 x 5 points x 4 frames counts directions in 8 bins, each vector weighted by
 * {@code ceil(min(8, log2(1 + min(|v|, 255)))) / 8}. Any motion above 0 weighs at least 1/8, so the jitter of a tracker counts.
 */
public final class MotionHistograms {

	/** What the accelerations are differences of. */
	public enum Acceleration {
		/** Of velocities, as the paper says. */
		OF_VELOCITY,
		/** Of positions: what the released program does by a slip, so that published values compare. */
		UPSTREAM
	}

	private static final int CELL_POINTS = 5;
	private static final int CELL_FRAMES = 4;
	private static final int BINS = 8;
	private static final int LARGEST_LENGTH = 255;
	private static final double LARGEST_LOG = 8;

	private MotionHistograms() {}

	/**
	 * The feature vector of one clip: all cells of the velocities, then all cells of the accelerations.
	 *
	 * @param tracks frames x points x 2 (x, y), pixels; points row by row of a square grid of at least 5 x 5, at least 4 frames
	 * @param acceleration what accelerations are made of
	 * @return 2 x (frames / 4) x (side / 5)^2 x 8 values
	 */
	public static double[] of(final double[][][] tracks, final Acceleration acceleration) {
		final int side = (int) Math.rint(Math.sqrt(tracks[0].length));
		if (side * side != tracks[0].length || side < CELL_POINTS || tracks.length < CELL_FRAMES) throw new InputException(
			"Motion histograms need a square grid of at least 5 x 5 points over at least 4 frames, found " + tracks[0].length +
				" points over " + tracks.length + " frames.");
		final double[][][] velocity = differences(tracks, 1);
		final double[] v = cells(velocity, side), a = cells(differences(acceleration == Acceleration.UPSTREAM ? tracks : velocity, 2), side);
		final double[] both = java.util.Arrays.copyOf(v, v.length + a.length);
		System.arraycopy(a, 0, both, v.length, a.length);
		return both;
	}

	/** Differences from frame to frame; the first frames, which have none, are 0. */
	private static double[][][] differences(final double[][][] field, final int first) {
		final double[][][] d = new double[field.length][field[0].length][2];
		for (int t = first; t < field.length; t++) for (int p = 0; p < d[t].length; p++) for (int k = 0; k < 2; k++)
			d[t][p][k] = field[t][p][k] - field[t - 1][p][k];
		return d;
	}

	private static double[] cells(final double[][][] field, final int side) {
		final int across = side / CELL_POINTS, along = field.length / CELL_FRAMES;
		final double[] histograms = new double[along * across * across * BINS];
		for (int t = 0; t < along * CELL_FRAMES; t++) for (int y = 0; y < across * CELL_POINTS; y++) for (int x = 0; x < across *
			CELL_POINTS; x++)
		{
			final int cell = (t / CELL_FRAMES * across + y / CELL_POINTS) * across + x / CELL_POINTS;
			final double[] vector = field[t][y * side + x];
			histograms[cell * BINS + bin(vector[0], vector[1])] += weight(vector[0], vector[1]);
		}
		return histograms;
	}

	/** @return the bin of a direction: atan2(x, y), the angle from the y axis, from -pi on in steps of pi / 4 */
	static int bin(final double x, final double y) {
		final int bin = (int) Math.floor((Math.atan2(x, y) + Math.PI) / (2 * Math.PI / BINS));
		return Math.max(0, Math.min(BINS - 1, bin));
	}

	/** @return the weight of a vector, 0 to 1 */
	static double weight(final double x, final double y) {
		final double log = Math.log(Math.min(LARGEST_LENGTH, Math.sqrt(x * x + y * y)) + 1) / Math.log(2);
		return Math.ceil(Math.min(LARGEST_LOG, log)) / LARGEST_LOG;
	}
}
