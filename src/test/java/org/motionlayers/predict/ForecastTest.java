package org.motionlayers.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motionlayers.predict.perobject.PerObjectPredictor;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Shape;

/** What all predictors of straight motion share: arrows, the camera, objects without history. */
class ForecastTest {

	private static final double NAN = Double.NaN;
	private static final Scene SCENE = Fixtures.scene(Shape.of(40, 40), new int[] { 1, 2, 3 }, new int[] { 20, 10 }, new int[] { 5, 5 },
		new int[] { 9, 9 });
	private static final double[][][] MOVING = { { { 16, 8 }, { 5, 5 }, { NAN, NAN } }, { { 18, 9 }, { 5, 5 }, { NAN, NAN } }, { { 20, 10 }, {
		5, 5 }, { 9, 9 } } };

	private static MotionPredictor named(final String name) {
		return switch (name) {
			case "velocity" -> new VelocityPredictor();
			case "kalman" -> new KalmanPredictor();
			case "perobject" -> new PerObjectPredictor();
			case "still" -> new StillPredictor();
			default -> new ArrowPredictor();
		};
	}

	private static Motion predict(final MotionPredictor predictor, final double[][][] positions, final String arrows) {
		return predictor.predict(Fixtures.request(SCENE, Fixtures.tracks(SCENE, positions), new CueParser(SCENE).parse(arrows), 4),
			Progress.NONE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "velocity", "perobject", "kalman", "still", "arrows" })
	void arrowsOverruleTheirObjectsAndLeaveTheOthers(final String name) {
		final Motion motion = predict(named(name), MOVING, "2:-1,0.5");
		assertEquals(-4, motion.displacement(4, 1, 0));
		assertEquals(2, motion.displacement(4, 1, 1));
		if (name.equals("still") || name.equals("arrows")) assertEquals(0, motion.displacement(4, 0, 0));
		else assertEquals(8, motion.displacement(4, 0, 0), name.equals("kalman") ? 1 : 0.01);
		assertEquals(name, motion.provenance().predictor());
		assertEquals("1", motion.provenance().parameters().get("arrows"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "velocity", "kalman", "perobject" })
	void oneFrameShowsNoMotion(final String name) {
		final MotionPredictor predictor = named(name);
		assertEquals(2, predictor.framesNeeded());
		final double[][][] oneFrame = { MOVING[2] };
		final InputException exc = assertThrows(InputException.class, () -> predict(predictor, oneFrame, ""));
		for (final String word : new String[] { "One observed frame shows no motion", "observed=", "arrows=", "trained model" }) assertTrue(exc
			.getMessage().contains(word), exc.getMessage());
		assertEquals(4, predict(predictor, oneFrame, "1:1,0").displacement(4, 0, 0), "with an arrow one frame will do");
		assertEquals(0, predict(predictor, oneFrame, "1:1,0").displacement(4, 1, 0), "the others stay");
	}

	@Test
	void theArrowPredictorNeedsArrows() {
		assertEquals(1, new ArrowPredictor().framesNeeded());
		assertEquals(1, new StillPredictor().framesNeeded());
		assertTrue(assertThrows(InputException.class, () -> predict(new ArrowPredictor(), MOVING, "")).getMessage().contains("arrows="));
	}

	@Test
	void anObjectWithoutHistoryTakesTheMedianVelocityOfItsNeighbours() {
		final Motion motion = predict(new VelocityPredictor(), MOVING, "");
		assertEquals(1, motion.displacement(1, 2, 0), 1e-12, "median of 2 and 0");
		assertEquals(0.5, motion.displacement(1, 2, 1), 1e-12, "median of 1 and 0");
		assertTrue(motion.provenance().parameters().get("objects without history").startsWith("1,"), motion.provenance().toString());
	}

	@Test
	void onlyTheNearestNeighboursCount() {
		final int n = 12;
		final int[] labels = new int[n];
		final int[][] places = new int[n][];
		final double[][][] positions = new double[2][n][];
		for (int i = 0; i < n; i++) {
			labels[i] = i + 1;
			places[i] = new int[] { 3 * i, 3 };
			positions[1][i] = new double[] { 3 * i, 3 };
			positions[0][i] = i == 0 ? new double[] { NAN, NAN } : new double[] { 3 * i - (i > 5 ? 7 : i), 3 };
		}
		final Scene scene = Fixtures.scene(Shape.of(40, 10), labels, places);
		final Motion motion = new VelocityPredictor().predict(Fixtures.request(scene, Fixtures.tracks(scene, positions), Cues.NONE, 1),
			Progress.NONE);
		assertEquals(3, motion.displacement(1, 0, 0), 1e-9, "median of 1 to 5");
	}

	@ParameterizedTest
	@ValueSource(strings = { "velocity", "kalman", "still", "perobject" })
	void theCameraIsTakenOutAndGoesOn(final String name) {
		final double[][][] positions = { { { 20, 10 - 6 }, { 5, 5 - 6 }, { 9, 9 - 6 } }, { { 20, 10 - 3 }, { 5, 5 - 3 }, { 9, 9 - 3 } }, { { 20,
			10 }, { 5, 5 }, { 9, 9 } } };
		final double[][] camera = { { 0, -6 }, { 0, -3 }, { 0, 0 } };
		final Motion motion = named(name).predict(Fixtures.request(SCENE, Fixtures.tracks(SCENE, positions, camera), new CueParser(SCENE)
			.parse("3:1,1"), 4), Progress.NONE);
		assertTrue(motion.cameraMoves());
		assertEquals(12, motion.camera(4, 1), 1e-9);
		assertEquals(12, motion.displacement(4, 0, 1), 0.01, "goes with the camera");
		assertEquals(0, motion.displacement(4, 0, 0), 0.01);
		assertEquals(4, motion.displacement(4, 2, 1), 1e-9, "an arrow is what is seen in the image");
		assertEquals("0.0000, 3.0000 px/frame", motion.provenance().parameters().get("camera velocity"));
	}

	@Test
	void aStillCameraIsNone() {
		assertFalse(predict(new StillPredictor(), MOVING, "").cameraMoves());
	}

	@Test
	void arrowsMadeElsewhereAreCheckedToo() {
		final TreeMap<Integer, double[]> bad = new TreeMap<>();
		bad.put(2, new double[] { Double.NaN, 0 });
		final PredictionRequest request = Fixtures.request(SCENE, Fixtures.tracks(SCENE, MOVING), new Cues(bad), 4);
		assertThrows(InputException.class, () -> new StillPredictor().predict(request, Progress.NONE));
	}

	@Test
	void noFramesAreRefused() {
		final PredictionRequest request = Fixtures.request(SCENE, Fixtures.tracks(SCENE, MOVING), Cues.NONE, 0);
		assertTrue(assertThrows(InputException.class, () -> new StillPredictor().predict(request, Progress.NONE)).getMessage().contains(
			"frames: 0"));
	}
}
