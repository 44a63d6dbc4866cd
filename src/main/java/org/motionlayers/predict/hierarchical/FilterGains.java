package org.motionlayers.predict.hierarchical;

/**
 * What a Kalman filter of one {@link MotionModel} does with an innovation at step k = 1, 2, ...; it depends on the model alone, never on
 * the data. The state of one axis is (position, random velocity v, steady velocity m, its change a); turning couples two axes.
 * <p>
 * Gains of a turning model act on the innovation e as {@code straight e + across J e}, J the quarter turn from x towards y.
 */
final class FilterGains {

	/** Steps after which gains have settled and are used unchanged. */
	static final int STEPS = 64;

	/** A variance below this is 0: a state that the model does not have. */
	private static final double ROUNDING = 1e-12;

	private static final int POSITION = 0, RANDOM = 1, STEADY = 2, CHANGE = 3, STATES = 4;

	private final double[] variance = new double[STEPS + 1];
	private final double[][] straight = new double[STEPS + 1][STATES];
	private final double[][] across = new double[STEPS + 1][STATES];
	private final double[][][] covariance = new double[STEPS + 1][][];

	/** @param model whose filter it is */
	FilterGains(final MotionModel model) {
		final int axes = model.turn() == 0 ? 1 : 2, n = axes * STATES;
		final double[][] f = transition(model, axes), q = noise(model, axes);
		double[][] p = start(model, axes);
		covariance[0] = p;
		for (int k = 1; k <= STEPS; k++) {
			p = add(multiply(multiply(f, p), transposed(f)), q);
			variance[k] = p[POSITION][POSITION] + model.measurementVariance();
			for (int s = 0; s < STATES; s++) {
				straight[k][s] = p[s * axes][0] / variance[k];
				across[k][s] = axes == 1 ? 0 : p[s * axes + 1][0] / variance[k];
			}
			p = updated(p, axes, n, variance[k]);
			covariance[k] = p;
		}
	}

	/** States of an axis lie {@code axes} apart: x, y, vx, vy, mx, my, ax, ay. */
	private static double[][] transition(final MotionModel model, final int axes) {
		final double[][] f = new double[axes * STATES][axes * STATES];
		for (int a = 0; a < axes; a++) {
			f[a][a] = 1;
			f[STEADY * axes + a][STEADY * axes + a] = 1;
			f[STEADY * axes + a][CHANGE * axes + a] = 1;
			f[CHANGE * axes + a][CHANGE * axes + a] = 1;
			f[a][STEADY * axes + a] = 1;
			f[a][CHANGE * axes + a] = 1;
			final double along = model.persistence() * Math.cos(model.turn()), aside = model.persistence() * Math.sin(model.turn());
			for (final int row : new int[] { a, RANDOM * axes + a }) {
				f[row][RANDOM * axes + a] = along;
				if (axes == 2) f[row][RANDOM * axes + 1 - a] = a == 0 ? -aside : aside;
			}
		}
		return f;
	}

	private static double[][] noise(final MotionModel model, final int axes) {
		final double[][] q = new double[axes * STATES][axes * STATES];
		for (int a = 0; a < axes; a++) for (final int row : new int[] { a, RANDOM * axes + a }) for (final int column : new int[] { a, RANDOM *
			axes + a }) q[row][column] = model.drive();
		return q;
	}

	/** After the first position: where it is is known as well as it is measured, how it moves is not. */
	private static double[][] start(final MotionModel model, final int axes) {
		final double[][] p = new double[axes * STATES][axes * STATES];
		final double[] variances = { model.measurementVariance(), model.random(), model.steady(), model.acceleration() };
		for (int s = 0; s < STATES; s++) for (int a = 0; a < axes; a++) p[s * axes + a][s * axes + a] = variances[s];
		return p;
	}

	private static double[][] updated(final double[][] p, final int axes, final int n, final double variance) {
		final double[][] u = new double[n][n];
		for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) {
			double sum = 0;
			for (int a = 0; a < axes; a++) sum += p[i][a] * p[a][j];
			u[i][j] = p[i][j] - sum / variance;
		}
		return u;
	}

	private static double[][] multiply(final double[][] a, final double[][] b) {
		final int n = a.length;
		final double[][] c = new double[n][n];
		for (int i = 0; i < n; i++) for (int k = 0; k < n; k++) if (a[i][k] != 0) for (int j = 0; j < n; j++) c[i][j] += a[i][k] * b[k][j];
		return c;
	}

	private static double[][] transposed(final double[][] a) {
		final double[][] t = new double[a.length][a.length];
		for (int i = 0; i < a.length; i++) for (int j = 0; j < a.length; j++) t[j][i] = a[i][j];
		return t;
	}

	private static double[][] add(final double[][] a, final double[][] b) {
		for (int i = 0; i < a.length; i++) for (int j = 0; j < a.length; j++) a[i][j] += b[i][j];
		return a;
	}

	/** @return variance of the innovation of step k, in units of the object's scale squared */
	double variance(final int k) {
		return variance[Math.min(k, STEPS)];
	}

	/** @return gain of the position (0), random velocity (1), steady velocity (2) or its change (3) along the innovation */
	double straight(final int k, final int state) {
		return straight[Math.min(k, STEPS)][state];
	}

	/** @return the gain across the innovation; 0 unless the model turns */
	double across(final int k, final int state) {
		return across[Math.min(k, STEPS)][state];
	}

	/**
	 * A lower triangular root of the covariance of the state after step k, in units of the object's scale; of one axis, or two where the
	 * model turns, states {@code axes} apart.
	 */
	double[][] root(final int k) {
		final double[][] p = covariance[Math.min(k, STEPS)], root = new double[p.length][p.length];
		for (int j = 0; j < p.length; j++) {
			double pivot = p[j][j];
			for (int q = 0; q < j; q++) pivot -= root[j][q] * root[j][q];
			if (pivot <= ROUNDING) continue;
			root[j][j] = Math.sqrt(pivot);
			for (int i = j + 1; i < p.length; i++) {
				double sum = p[i][j];
				for (int q = 0; q < j; q++) sum -= root[i][q] * root[j][q];
				root[i][j] = sum / root[j][j];
			}
		}
		return root;
	}
}
