package org.motionlayers.predict.hierarchical;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;

/** Simulated cells: the error lies within 10 % of that of the predictor that knows the law of motion and its numbers. */
class KnownOptimumTest {

	private static final int FRAMES = 24;
	private static final int OBJECTS = 16;
	private static final int SIZE = 360;
	private static final int[] HORIZONS = { 1, 2, 4, 8 };

	@ParameterizedTest(name = "persistence {0}, noise {1}, drift {2}, rotation {3}")
	@CsvSource({ "0,2,0,0", "0.5,2,0,0", "0.8,1.5,0,0", "0.95,0.6,0,0", "0.6,1.5,2,0", "0.6,1,0,0.03" })
	void errorIsWithinTenPercentOfTheOptimum(final double persistence, final double noise, final double drift, final double turn) {
		final double[] shift = { drift, -drift / 2 };
		final double[][][] places = SimulatedMotion.places(SimulatedMotion.velocities(FRAMES, OBJECTS, persistence, noise, 5), shift, turn, SIZE /
			2.0);
		final Discs discs = new Discs(Shape.of(SIZE, SIZE), 6, places);
		final SimulatedMotion.Law law = SimulatedMotion.law(persistence, shift, turn, SIZE / 2.0);
		final double[] ours = new double[HORIZONS.length], optimal = new double[HORIZONS.length];
		for (int t = 6; t + 1 < FRAMES; t += 4) {
			final Motion motion = new HierarchicalPredictor().predict(discs.request(t, 8), Progress.NONE);
			for (int k = 0; k < HORIZONS.length && t + HORIZONS[k] < FRAMES; k++) for (int i = 0; i < OBJECTS; i++) {
				final int h = HORIZONS[k];
				final double[] truth = { places[t + h][i][0] - places[t][i][0], places[t + h][i][1] - places[t][i][1] };
				final double[] best = law.expected(places, t, i, h);
				ours[k] += Math.hypot(motion.displacement(h, i, 0) - truth[0], motion.displacement(h, i, 1) - truth[1]);
				optimal[k] += Math.hypot(best[0] - truth[0], best[1] - truth[1]);
			}
		}
		double ratio = 0;
		for (int k = 0; k < HORIZONS.length; k++) ratio += ours[k] / optimal[k] / HORIZONS.length;
		assertTrue(ratio < 1.1, "error / optimal error, mean over horizons: " + ratio);
	}
}
