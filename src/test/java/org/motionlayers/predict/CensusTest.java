package org.motionlayers.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Shape;

/** Who came and went. */
class CensusTest {

	private static final Shape ROW = Shape.of(9, 3);

	/** Labels of the middle row; rows above and below are empty. */
	private static int[] row(final int... labels) {
		final int[] frame = new int[27];
		System.arraycopy(labels, 0, frame, 9, 9);
		return frame;
	}

	private static Census census(final Segmentation labels, final double... x) {
		final int[] last = labels.labels(labels.frames() - 1);
		final Scene scene = Fixtures.scene(Fixtures.scene(ROW, new int[] { 1 }, new int[] { 0, 0 }).background(), last);
		final double[] displacements = new double[2 * x.length];
		for (int i = 0; i < x.length; i++) displacements[2 * i] = x[i];
		return Census.of(labels, scene, new Motion(scene.labels(), 1, 2, displacements, new double[0], new double[0], new Motion.Provenance("test",
			0, Map.of())), Progress.NONE);
	}

	@Test
	void everyObjectThatComesOrGoesIsCountedOnce() {
		// 1 leaves at the left, 2 stays, 3 vanishes inside, 4 divides into 5 and 6, 7 appears
		final Segmentation plain = Segmentation.of(ROW, row(1, 0, 2, 0, 3, 0, 4, 4, 0), row(0, 0, 2, 0, 3, 0, 5, 6, 0), row(0, 7, 2, 0, 0, 0, 5, 6,
			0));
		final Segmentation labels = new Segmentation(ROW, 3, plain::labels, Map.of(5, SegmentedObject.of(5).withParents(List.of(4)), 6,
			SegmentedObject.of(6).withParents(List.of(4))), true, Calibration.NONE, "test");
		final Census census = census(labels, -2.6, 0, 0, 0);
		assertEquals(new Census(1, 1, 1, 1, 1), census, "object 2 goes 2.6 pixels left, out of the frame from x = 2; the others stay");
		assertEquals("1 appeared while observed, 1 divided while observed, 1 left while observed, 1 lost while observed, " +
			"1 gone by the last predicted frame.", census.sentence());
	}

	@Test
	void daughtersAfterTheReferenceFrameDoNotMakeADivision() {
		final Segmentation plain = Segmentation.of(ROW, row(0, 0, 2, 0, 4, 0, 0, 0, 0), row(0, 0, 2, 0, 0, 0, 0, 0, 0));
		final Segmentation labels = new Segmentation(ROW, 2, plain::labels, Map.of(5, SegmentedObject.of(5).withParents(List.of(4))), true,
			Calibration.NONE, "test");
		assertEquals(new Census(0, 0, 0, 1, 0), census(labels, 0));
	}

	@Test
	void nothingToCountIsNothingToSay() {
		assertEquals("", census(Segmentation.of(ROW, row(0, 0, 2, 0, 0, 0, 0, 0, 0)), 0).sentence());
	}
}
