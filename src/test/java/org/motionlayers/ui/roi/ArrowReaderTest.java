package org.motionlayers.ui.roi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import ij.gui.Arrow;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Roi;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.predict.Cues;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Shape;

class ArrowReaderTest {

	private static final Shape SHAPE = Shape.of(8, 5);
	private static final int[] LABELS = new int[40];
	static {
		for (int i = 0; i < 3; i++) LABELS[8 + i] = 12;
		LABELS[3 * 8 + 6] = 7;
	}

	@TempDir
	private Path folder;

	private static Cues cues(final double frames, final Roi... rois) {
		return ArrowReader.cues("overlay", List.of(rois), LABELS, SHAPE, frames);
	}

	private static String refusal(final Roi... rois) {
		final InputException e = assertThrows(InputException.class, () -> cues(1, rois));
		assertEquals(1, e.getMessage().lines().count(), e.getMessage());
		return e.getMessage();
	}

	@Test
	void objectAtTheTailGetsTheArrow() throws IOException {
		final Path file = RoiReaderTest.zip(folder.resolve("arrows.zip"), new Arrow(1.25, 1, 4.75, 0), new OvalRoi(0, 0, 3, 3), new Line(6, 3, 4,
			3));
		final Cues cues = ArrowReader.read(file, LABELS, SHAPE, 1);
		assertEquals(Set.of(7, 12), cues.velocities().keySet());
		assertArrayEquals(new double[] { 3.5, -1 }, cues.velocities().get(12));
		assertArrayEquals(new double[] { -2, 0 }, cues.velocities().get(7));
	}

	@Test
	void arrowMaySpanSeveralFrames() {
		assertArrayEquals(new double[] { 0.5, 0.25 }, cues(4, new Arrow(0, 1, 2, 2)).velocities().get(12));
	}

	@Test
	void tailIsThePixelAroundItsCentre() {
		assertEquals(Set.of(7), cues(1, new Arrow(5.6, 3.4, 0, 0)).velocities().keySet());
	}

	@Test
	void arrowOutsideEveryObjectIsRefusedWithItsPlace() {
		final Roi arrow = new Arrow(4, 2.5, 6, 3);
		arrow.setName("mine");
		assertEquals("Arrow 1 ('mine') of 'overlay' begins at (4.0, 2.5), where there is no object in the reference frame; " +
			"draw it from inside an object.", refusal(arrow));
		assertTrue(refusal(new Arrow(1, 1, 2, 2), new Arrow(9, 2, 3, 3)).startsWith(
			"Arrow 2 of 'overlay' begins at (9.0, 2.0), outside the image of 8 x 5"));
	}

	@Test
	void twoArrowsForOneObjectAreRefused() {
		assertTrue(refusal(new Arrow(0, 1, 4, 1), new Arrow(2, 1, 4, 4)).contains("begins in object 12, which has an arrow already"));
	}

	@Test
	void regionsWithoutAnyArrowAreRefused() {
		assertTrue(refusal(new OvalRoi(0, 0, 3, 3)).contains("'overlay' has no arrow among its 1 regions"));
	}

	@Test
	void inThreeDimensionsTheSliceTellsWhichObject() {
		final Shape shape = new Shape(4, 4, 3, 1);
		final int[] labels = new int[48];
		labels[5] = 1;
		labels[16 + 5] = 2;
		labels[16 + 6] = 3;
		final Roi bound = new Arrow(1, 1, 3, 1), single = new Arrow(2, 1, 3, 1), stack = new Arrow(1, 1, 3, 1), far = new Arrow(1, 1, 3, 1);
		bound.setPosition(0, 2, 1);
		stack.setPosition(1);
		far.setPosition(9);
		assertArrayEquals(new double[] { 2, 0, 0 }, ArrowReader.cues("o", List.of(bound), labels, shape, 1).velocities().get(2));
		assertEquals(Set.of(3), ArrowReader.cues("o", List.of(single), labels, shape, 1).velocities().keySet());
		assertEquals(Set.of(1), ArrowReader.cues("o", List.of(stack), labels, shape, 1).velocities().keySet());
		final InputException several = assertThrows(InputException.class, () -> ArrowReader.cues("o", List.of(new Arrow(1, 1, 3, 1)), labels, shape,
			1));
		assertTrue(several.getMessage().contains("over several objects, one behind the other; bind it to a slice"), several.getMessage());
		final InputException slice = assertThrows(InputException.class, () -> ArrowReader.cues("o", List.of(far), labels, shape, 1));
		assertTrue(slice.getMessage().contains("is in slice 9; the image has 3"), slice.getMessage());
	}
}
