package org.motionlayers.predict.hierarchical;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.motionlayers.predict.Cues;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.scene.Futures;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;

/** Futures drawn by the hierarchical predictor. */
class FuturesTest {

	private static final int SIZE = 360;
	private static final int OBJECTS = 16;
	private static final double[][][] PLACES = SimulatedMotion.places(SimulatedMotion.velocities(24, OBJECTS, 0.7, 1.5, 11), new double[2], 0,
		SIZE / 2.0);
	private static final Discs DISCS = new Discs(Shape.of(SIZE, SIZE), 6, PLACES);

	private static Futures futures(final PredictionRequest request, final int samples) {
		return new HierarchicalPredictor().futures(request, samples, Progress.NONE);
	}

	@Test
	void regionsHoldAsManyTruthsAsTheySay() {
		int held = 0, all = 0;
		for (int t = 5; t < 22; t += 7) {
			final Futures futures = futures(DISCS.request(t, 4), 200);
			for (int i = 0; i < OBJECTS; i++) for (int h = 1; h <= 4 && t + h < 24; h++, all++) {
				final double error = Math.hypot(PLACES[t + h][i][0] - PLACES[t][i][0] - futures.expected().displacement(h, i, 0), PLACES[t +
					h][i][1] - PLACES[t][i][1] - futures.expected().displacement(h, i, 1));
				if (error <= futures.radius(futures.paths(i), i, h, 0.8)) held++;
			}
		}
		final double coverage = (double) held / all;
		assertTrue(coverage > 0.72 && coverage < 0.88, "coverage of the 80 % region: " + coverage);
	}

	@Test
	void theMeanOfTheFuturesIsWhatIsExpected() {
		final Futures futures = futures(DISCS.request(12, 4), 4000);
		final Futures.Paths paths = futures.paths(3);
		double sum = 0;
		for (final double[][] path : paths.body()) sum += path[4][0] / paths.body().length;
		final double radius = futures.radius(paths, 3, 4, 0.8);
		assertEquals(futures.expected().layerDisplacement(4, 3, 0), sum, radius * 0.06);
	}

	@Test
	void regionsGrowWithTimeAndShare() {
		final Futures futures = futures(DISCS.request(12, 8), 300);
		final Futures.Paths paths = futures.paths(0);
		assertTrue(futures.radius(paths, 0, 8, 0.8) > futures.radius(paths, 0, 1, 0.8));
		assertTrue(futures.radius(paths, 0, 4, 0.95) > futures.radius(paths, 0, 4, 0.5));
		assertTrue(futures.quantiles(paths, 4, 0, 0.1)[0] < futures.quantiles(paths, 4, 0, 0.9)[0]);
	}

	@Test
	void sameSeedSameFutures() {
		assertArrayEquals(futures(DISCS.request(8, 3), 5).paths(2).seen()[4], futures(DISCS.request(8, 3), 5).paths(2).seen()[4]);
	}

	@Test
	void probabilityIsCertainWhereAnObjectSurelyStays() {
		final double[][][] still = new double[8][][];
		for (int t = 0; t < 8; t++) still[t] = new double[][] { { 30, 30 } };
		final Futures futures = futures(new Discs(Shape.of(60, 60), 10, still).request(7, 2), 50);
		final float[] probability = futures.probability(2);
		assertEquals(1, probability[30 * 60 + 30]);
		assertEquals(0, probability[5 * 60 + 5]);
		double sum = 0;
		for (final float p : probability) sum += p;
		assertEquals(Math.PI * 100, sum, 15, "as many pixels as the disc has");
	}

	@Test
	void anArrowLeavesNoDoubt() {
		final PredictionRequest r = DISCS.request(8, 3);
		final Futures futures = futures(new PredictionRequest(r.scene(), r.observed(), r.labels(), r.tracks(), new Cues(new TreeMap<>(Map.of(3,
			new double[] { 2, 1 }))), 3, 1), 20);
		assertEquals(0, futures.radius(futures.paths(2), 2, 3, 0.8), 1e-9);
		assertArrayEquals(new double[] { 6, 3 }, futures.paths(2).body()[7][3], 1e-9);
	}

	@Test
	void atLeastOneFutureIsDrawn() {
		assertThrows(InputException.class, () -> futures(DISCS.request(8, 3), 0));
	}
}
