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
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;

/** The hierarchical predictor on movies drawn in code. */
class HierarchicalPredictorTest {

	private static final Shape FRAME = Shape.of(160, 120);

	private static double[][][] straight(final int frames, final double[][] starts, final double[][] velocities) {
		final double[][][] places = new double[frames][starts.length][];
		for (int t = 0; t < frames; t++) for (int i = 0; i < starts.length; i++) {
			places[t][i] = starts[i].clone();
			for (int d = 0; d < starts[i].length; d++) places[t][i][d] += t * velocities[i][d];
		}
		return places;
	}

	private static Motion predict(final PredictionRequest request) {
		return new HierarchicalPredictor().predict(request, Progress.NONE);
	}

	@Test
	void straightMotionGoesOn() {
		final Motion motion = predict(new Discs(FRAME, 8, straight(6, new double[][] { { 30, 30 }, { 120, 80 } }, new double[][] { { 3, 1 },
			{ -2, 0 } })).request(5, 4));
		assertEquals(12, motion.displacement(4, 0, 0), 0.6);
		assertEquals(4, motion.displacement(4, 0, 1), 0.4);
		assertEquals(-8, motion.displacement(4, 1, 0), 0.5);
	}

	@Test
	void stacksAreFollowedInThreeDimensions() {
		final Shape stack = new Shape(40, 36, 24, 1);
		final Motion motion = predict(new Discs(stack, 4, straight(6, new double[][] { { 10, 12, 8 } }, new double[][] { { 1, 0, 1 } })).request(
			5, 2));
		assertEquals(2, motion.displacement(2, 0, 0), 0.3);
		assertEquals(0, motion.displacement(2, 0, 1), 0.2);
		assertEquals(2, motion.displacement(2, 0, 2), 0.3);
	}

	@Test
	void whatCirclesTurns() {
		final double[][][] places = new double[16][1][];
		for (int t = 0; t < 16; t++) places[t][0] = new double[] { 80 + 30 * Math.cos(0.15 * t), 60 + 30 * Math.sin(0.15 * t) };
		final Motion motion = predict(new Discs(FRAME, 8, places).request(15, 8));
		final double ahead = 0.15 * 23;
		final double error = Math.hypot(places[15][0][0] + motion.displacement(8, 0, 0) - 80 - 30 * Math.cos(ahead), places[15][0][1] + motion
			.displacement(8, 0, 1) - 60 - 30 * Math.sin(ahead));
		assertTrue(error < 4, "error after 8 frames along an arc of 36 pixels: " + error);
	}

	@Test
	void whatSpeedsUpGoesOnSpeedingUp() {
		final double[][][] places = new double[12][1][];
		for (int t = 0; t < 12; t++) places[t][0] = new double[] { 12 + 0.4 * t * t, 60 };
		final Motion motion = predict(new Discs(Shape.of(300, 120), 8, places).request(11, 6));
		assertEquals(0.4 * (17 * 17 - 11 * 11), motion.displacement(6, 0, 0), 6, "a straight line would go 53 pixels");
	}

	@Test
	void whatLeavesIsSeenToMoveSlowerThanItDoes() {
		final Motion motion = predict(new Discs(FRAME, 10, straight(6, new double[][] { { 50, 60 } }, new double[][] { { -8, 0 } })).request(5,
			1));
		assertEquals(-8, motion.layerDisplacement(1, 0, 0), 0.6);
		assertTrue(motion.displacement(1, 0, 0) > -6, "the visible centroid moves by " + motion.displacement(1, 0, 0));
	}

	@Test
	void arrowsOverrule() {
		final PredictionRequest r = new Discs(FRAME, 8, straight(4, new double[][] { { 30, 30 }, { 120, 80 } }, new double[][] { { 3, 1 }, { -2,
			0 } })).request(3, 2);
		final Motion motion = predict(new PredictionRequest(r.scene(), r.observed(), r.labels(), r.tracks(), new Cues(new TreeMap<>(Map.of(2,
			new double[] { 0, 5 }))), 2, 1));
		assertEquals(0, motion.displacement(2, 1, 0));
		assertEquals(10, motion.displacement(2, 1, 1));
	}

	@Test
	void theCameraGoesOn() {
		final Discs discs = new Discs(FRAME, 8, straight(6, new double[][] { { 30, 30 }, { 90, 80 } }, new double[][] { { 3, 0 }, { 3, 0 } }));
		final PredictionRequest r = discs.request(5, 2);
		final double[] camera = new double[12];
		for (int k = 0; k < 6; k++) camera[2 * k] = 3 * (k - 5);
		final Motion motion = predict(new PredictionRequest(r.scene(), r.observed(), r.labels(), discs.tracks(r.scene(), 5, camera), Cues.NONE, 2,
			1));
		assertEquals(6, motion.camera(2, 0), 0.3);
		assertEquals(6, motion.displacement(2, 0, 0), 0.3, "an object that stands still in the world moves with the camera");
	}

	@Test
	void whatAppearedGoesWithTheGroupAndIsCounted() {
		final double[][] starts = { { 20, 20 }, { 60, 20 }, { 20, 70 }, { 60, 70 }, { 100, 60 } }, velocities = new double[5][];
		java.util.Arrays.setAll(velocities, i -> new double[] { 4, 2 });
		final double[][][] places = straight(6, starts, velocities);
		for (int t = 0; t < 5; t++) places[t][4] = null;
		final Motion motion = predict(new Discs(FRAME, 6, places).request(5, 2));
		assertEquals("1", motion.provenance().parameters().get("objects without history"));
		assertEquals(8, motion.displacement(2, 4, 0), 2);
	}

	@Test
	void theSameRequestGivesTheSameBytes() {
		final double[][][] places = SimulatedMotion.places(SimulatedMotion.velocities(8, 9, 0.6, 2, 3), new double[2], 0, 150);
		final Discs discs = new Discs(Shape.of(300, 300), 8, places);
		assertArrayEquals(numbers(predict(discs.request(7, 5))), numbers(predict(discs.request(7, 5))));
	}

	private static double[] numbers(final Motion motion) {
		final double[] numbers = new double[motion.frames() * motion.objects() * 2];
		int at = 0;
		for (int t = 1; t <= motion.frames(); t++) for (int i = 0; i < motion.objects(); i++) for (int d = 0; d < 2; d++) numbers[at++] = motion
			.displacement(t, i, d);
		return numbers;
	}

	@Test
	void objectsInARowWhoseFieldIsSingularAreFitted() {
		final double[][] starts = new double[5][], velocities = new double[5][];
		for (int i = 0; i < 5; i++) {
			starts[i] = new double[] { 20 + i, 15 + 20 * i };
			velocities[i] = new double[] { 2, 0 };
		}
		assertEquals(4, predict(new Discs(FRAME, 6, straight(8, starts, velocities)).request(7, 2)).displacement(2, 2, 0), 0.2);
	}

	@Test
	void oneFrameShowsNoMotionSoThatOnlyArrowsMoveAndTheUserIsTold() {
		final PredictionRequest r = new Discs(FRAME, 8, straight(1, new double[][] { { 30, 30 }, { 90, 60 } }, new double[][] { { 3, 1 }, { 0,
			1 } })).request(0, 2);
		final Motion still = predict(r);
		assertArrayEquals(new double[8], numbers(still));
		assertTrue(still.provenance().remark().startsWith("One observed frame shows no motion: 2 of 2 objects stay"), still.provenance()
			.remark());
		final Motion arrow = predict(new PredictionRequest(r.scene(), r.observed(), r.labels(), r.tracks(), new Cues(new TreeMap<>(Map.of(2,
			new double[] { 0, 5 }))), 2, 1));
		assertArrayEquals(new double[] { 0, 0, 0, 5, 0, 0, 0, 10 }, numbers(arrow));
		assertTrue(arrow.provenance().remark().contains("1 of 2 objects"), arrow.provenance().remark());
		final String message = assertThrows(InputException.class, () -> new HierarchicalPredictor().futures(r, 5, Progress.NONE)).getMessage();
		assertTrue(message.contains("at least 2 observed frames"), message);
	}

	@Test
	void twoFramesShowAVelocity() {
		final Motion motion = predict(new Discs(FRAME, 8, straight(2, new double[][] { { 30, 30 }, { 120, 80 } }, new double[][] { { 4, 0 }, { -4,
			0 } })).request(1, 1));
		assertTrue(motion.displacement(1, 0, 0) > 1 && motion.displacement(1, 0, 0) <= 4.1, "damped, not stopped: " + motion.displacement(1, 0,
			0));
		assertEquals("", motion.provenance().remark());
	}
}
