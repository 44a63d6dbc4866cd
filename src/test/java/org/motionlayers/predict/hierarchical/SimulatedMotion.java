package org.motionlayers.predict.hierarchical;

import org.apache.commons.math3.random.MersenneTwister;

/** Cells of known law: persistent random walks, drift and rotation on top, and the errors of the predictor that knows the law. */
final class SimulatedMotion {

	/** Where a predictor that knows the law expects an object. */
	interface Law {

		/** @return displacement of object i after h frames, given its places in frames 0 to t */
		double[] expected(double[][][] places, int t, int i, int h);
	}

	private SimulatedMotion() {}

	/** @return velocities of persistent random walks: frames x objects x 2, v' = persistence v + noise */
	static double[][][] velocities(final int frames, final int objects, final double persistence, final double noise, final long seed) {
		final MersenneTwister random = new MersenneTwister(seed);
		final double[][][] v = new double[frames][objects][2];
		for (int t = 0; t < frames; t++) for (int i = 0; i < objects; i++) for (int d = 0; d < 2; d++) v[t][i][d] = t == 0 ? noise / Math.sqrt(
			1 - persistence * persistence) * random.nextGaussian() : persistence * v[t - 1][i][d] + noise * random.nextGaussian();
		return v;
	}

	/** @return places on a grid at the first frame, then moved by the velocities, a drift, and a rotation about a centre */
	static double[][][] places(final double[][][] v, final double[] drift, final double turn, final double centre) {
		final int side = (int) Math.ceil(Math.sqrt(v[0].length));
		final double[][][] x = new double[v.length][v[0].length][2];
		for (int i = 0; i < v[0].length; i++) {
			x[0][i][0] = centre + (i % side - (side - 1) / 2.0) * 50;
			x[0][i][1] = centre + (i / side - (side - 1) / 2.0) * 50;
			for (int t = 1; t < v.length; t++) {
				final double[] rotated = rotated(x[t - 1][i], turn, centre);
				for (int d = 0; d < 2; d++) x[t][i][d] = rotated[d] + drift[d] + v[t][i][d];
			}
		}
		return x;
	}

	private static double[] rotated(final double[] p, final double turn, final double centre) {
		final double x = p[0] - centre, y = p[1] - centre;
		return new double[] { centre + Math.cos(turn) * x - Math.sin(turn) * y, centre + Math.sin(turn) * x + Math.cos(turn) * y };
	}

	/** @return the law of these movies: the last random velocity, damped, on top of drift and rotation */
	static Law law(final double persistence, final double[] drift, final double turn, final double centre) {
		return (places, t, i, h) -> {
			final double[] before = rotated(places[t - 1][i], turn, centre), at = places[t][i].clone(), v = new double[2];
			for (int d = 0; d < 2; d++) v[d] = places[t][i][d] - before[d] - drift[d];
			for (int k = 0; k < h; k++) {
				final double[] turned = rotated(at, turn, centre);
				for (int d = 0; d < 2; d++) {
					v[d] *= persistence;
					at[d] = turned[d] + drift[d] + v[d];
				}
			}
			return new double[] { at[0] - places[t][i][0], at[1] - places[t][i][1] };
		};
	}
}
