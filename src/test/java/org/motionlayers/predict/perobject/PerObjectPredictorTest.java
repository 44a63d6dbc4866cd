package org.motionlayers.predict.perobject;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.motionlayers.predict.Cues;
import org.motionlayers.predict.Fixtures;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Shape;

class PerObjectPredictorTest {

	@Test
	void movesByTheMeanOfDisplacementOverTimeIn3D() {
		final Scene scene = Fixtures.scene(new Shape(200, 60, 20, 1), new int[] { 4, 9 }, new int[] { 50, 30, 10 }, new int[] { 90, 9, 5 });
		final double nan = Double.NaN;
		final double[][][] x = { { { 44, 30, 12 }, { nan, nan, nan } }, { { 46, 33, 12 }, { 90, 9, 6 } }, { { 50, 30, 10 }, { 90, 9, 5 } } };
		final Motion motion = new PerObjectPredictor().predict(Fixtures.request(scene, Fixtures.tracks(scene, x), Cues.NONE, 3),
			Progress.NONE);
		final double[] first = { (3 + 4) / 2.0, (0 - 3) / 2.0, (-1 - 2) / 2.0 }, second = { 0, 0, -1 };
		for (int d = 0; d < 3; d++) for (int t = 1; t <= 3; t++) {
			assertEquals(t * first[d], motion.displacement(t, 0, d), t * PerObjectPredictor.TOLERANCE, "object 4, dimension " + d);
			assertEquals(t * second[d], motion.displacement(t, 1, d), t * PerObjectPredictor.TOLERANCE, "object 9, dimension " + d);
		}
		assertEquals("4486", motion.provenance().parameters().get("parameters"));
		assertTrue(motion.provenance().parameters().get("fit residual").endsWith("px/frame"), motion.provenance().toString());
	}

	@Test
	void featuresAreMeansWithinOne() {
		final float[] pixels = { 2, -4, 0, 1, Float.NaN, 1 };
		final Scene scene = Fixtures.scene(new Frame(PixelType.FLOAT32, new Shape(3, 1, 1, 2), pixels), new int[] { 1, 2, 3 });
		assertArrayEquals(new float[] { 0.5f, 0.25f, -1, 0, 0, 0.25f }, PerObjectPredictor.features(scene));
	}

	@Test
	void blackObjectsHaveFeaturesOfZero() {
		final Scene scene = Fixtures.scene(Shape.of(5, 5), new int[] { 1 }, new int[] { 2, 2 });
		assertArrayEquals(new float[1], PerObjectPredictor.features(scene));
	}

	@Test
	void aSceneWithoutObjectsHasAMotionOfNone() {
		final Scene scene = Fixtures.scene(Shape.of(5, 5), new int[0]);
		assertEquals(0, new PerObjectPredictor().predict(Fixtures.request(scene, Fixtures.tracks(scene, new double[2][0][]), Cues.NONE, 3),
			Progress.NONE).objects());
	}
}
