package org.motionlayers.io.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.motionlayers.io.BoxWorld;
import org.motionlayers.scene.Box;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Shape;

class TrackTableTest {

	static TrackTable table(final BoxWorld world) {
		return new TrackTable(world, world.tracks(), world.segmentation(), "", false, Progress.NONE);
	}

	/** A 20 x 10 world, uncalibrated, 2 observed and 4 predicted frames. */
	static BoxWorld plain() {
		return new BoxWorld(new Shape(20, 10, 1, 1), PixelType.UINT8, Calibration.NONE, Display.DEFAULT, 2, 4);
	}

	@Test
	void positionsGoOnFromObservedToPredicted() {
		final TrackTable table = table(BoxWorld.flat());
		// label 3: x from 6 to 9 at the reference frame, 2 pixels a frame
		final double[] expected = { 3.5, 5.5, 7.5, 9.5, 11.5, 13.5, 15.5 };
		for (int f = 0; f < 7; f++) assertEquals(expected[f], table.position(f, 0, 0), "frame " + f);
		assertEquals(-2, table.time(0));
		assertEquals(4, table.time(6));
		assertFalse(table.predicted(2));
		assertTrue(table.predicted(3));
	}

	@Test
	void positionsInThreeDimensions() {
		final TrackTable table = table(BoxWorld.solid());
		assertEquals(1.5 + 3, table.position(4, 0, 2), "z from 1 to 2, one slice a frame, time 3");
		assertEquals(Math.cbrt(12 * 3 * 0.75 / Math.PI), table.radius(4, 0), 1e-12);
	}

	@Test
	void tellsHowMuchIsSeen() {
		// label 9 goes behind label 2: at time 1 half of it, at time 2 all
		final TrackTable table = table(plain().with(2, new Box(8, 2, 0, 6, 6, 1), 0, 0, 0).with(9, new Box(3, 4, 0, 4, 2, 1), 3, 0, 0));
		assertEquals(1.0, table.visibleFraction(1 + 1, 1) * 2, "time 1");
		assertEquals(0, table.pixels(1 + 2, 1), "time 2");
		assertTrue(table.inFrame(1 + 2, 1), "hidden, but in the frame");
		assertTrue(Double.isNaN(table.visibleFraction(0, 1)), "observed frames do not tell");
	}

	@Test
	void tellsWhatLeavesTheFrame() {
		final TrackTable table = table(plain().with(1, new Box(14, 1, 0, 4, 4, 1), 3, 0, 0));
		assertEquals(0.75, table.visibleFraction(2, 0), "x from 17 to 20");
		assertFalse(table.inFrame(4, 0), "x from 23");
		assertFalse(table.present(4, 0));
		assertEquals(24.5, table.position(4, 0, 0));
	}

	@Test
	void knowsObjectsThatAreGone() {
		final BoxWorld world = plain().with(5, new Box(4, 4, 0, 2, 2, 1), 0, 0, 0);
		final int[] early = world.labels(-1), late = world.labels(0);
		early[0] = 77;
		final Segmentation labels = Segmentation.of(Shape.of(20, 10), early, late);
		final TrackTable table = new TrackTable(world, world.tracks(), labels, "", false, Progress.NONE);
		assertEquals(List.of(5, 77), List.of(table.object(0).label(), table.object(1).label()));
		assertTrue(table.present(0, 1));
		assertFalse(table.present(1, 1));
		assertFalse(table.present(3, 1));
		assertFalse(table.inScene(1));
	}

	@Test
	void labelsWithoutIdentityAreNotMistakenForObjects() {
		final BoxWorld world = plain().with(5, new Box(4, 4, 0, 2, 2, 1), 0, 0, 0);
		final int[] early = world.labels(-1);
		early[0] = 77;
		final Segmentation known = Segmentation.of(Shape.of(20, 10), early, world.labels(0));
		final Segmentation labels = new Segmentation(known.shape(), 2, known::labels, java.util.Map.of(), false, Calibration.NONE, "afresh");
		assertEquals(1, new TrackTable(world, world.tracks(), labels, "", false, Progress.NONE).objects());
	}

	@Test
	void labelsMustFitTracks() {
		final BoxWorld world = plain().with(5, new Box(4, 4, 0, 2, 2, 1), 0, 0, 0).withObject(SegmentedObject.of(5));
		final Segmentation one = world.segmentation().head(1);
		assertThrows(IllegalArgumentException.class, () -> new TrackTable(world, world.tracks(), one, "", false, Progress.NONE));
	}
}
