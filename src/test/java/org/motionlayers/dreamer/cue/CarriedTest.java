package org.motionlayers.dreamer.cue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.motionlayers.predict.Cues;
import org.motionlayers.scene.DenseMotion;

/** A near dot is carried over a far bar. */
class CarriedTest {

	@Test
	void nearObjectsHideFarOnesAndTheRestGoesWithTheCamera() {
		final int[] labels = new int[10 * 5];
		final float[] depth = new float[labels.length];
		java.util.Arrays.fill(depth, Float.POSITIVE_INFINITY);
		labels[2 * 10] = 1;
		depth[2 * 10] = 1;
		for (int y = 0; y < 5; y++) {
			labels[y * 10 + 6] = 2;
			depth[y * 10 + 6] = 2;
		}
		final TreeMap<Integer, double[]> arrows = new TreeMap<>();
		arrows.put(1, new double[] { 2.4, 0 });
		final DenseMotion motion = Carried.of(labels, depth, 10, new Cues(arrows), new double[] { -1, 0 }, 3);
		// 2.4, 4.8 and 7.2 pixels are rounded; the bar goes with the camera to 5, 4 and 3.
		assertEquals(1, motion.labels(1)[2 * 10 + 2]);
		assertEquals(1, motion.labels(2)[2 * 10 + 5]);
		assertEquals(1, motion.labels(3)[2 * 10 + 7]);
		assertEquals(2, motion.labels(2)[1 * 10 + 4]);
		assertEquals(0, motion.labels(2)[1 * 10 + 6]);
		assertEquals(2.4f, motion.flow(3)[2 * 10 + 7]);
		assertEquals(-1, motion.flow(3)[0]);
		assertEquals(1, motion.depth(2)[2 * 10 + 5]);
		final DenseMotion meeting = Carried.of(labels, depth, 10, new Cues(arrows), new double[] { -.5, 0 }, 2);
		assertEquals(1, meeting.labels(2)[2 * 10 + 5], "the near dot is seen where both are");
		assertEquals(2, meeting.labels(2)[1 * 10 + 5]);
	}
}
