package org.motionlayers.segmentation.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.Fixture;

class LabelPainterTest {

	private static final Shape SHAPE = Shape.of(6, 3);

	private static LabelPainter painter(final LabelPainter.Order order) {
		return new LabelPainter(Path.of("cells.x"), "Test format", SHAPE, 3, order);
	}

	private static Mask box(final int x, final int y, final int width, final int height) {
		return PolygonMask.of(new double[] { x, y, x + width, y, x + width, y + height, x, y + height }, PixelOrigin.CORNER, 0);
	}

	private static Segmentation made(final LabelPainter painter, final int frames) {
		return painter.segmentation(frames, false, Calibration.NONE, Progress.NONE);
	}

	@Test
	void smallerMaskIsOnTop() {
		final LabelPainter painter = painter(LabelPainter.Order.SMALLER_ON_TOP);
		painter.add(0, 5, "a", () -> box(1, 1, 2, 1));
		painter.add(0, 7, "b", () -> box(0, 0, 4, 3));
		final Segmentation labels = made(painter, 1);
		assertEquals("7777..\n7557..\n7777..\n", Fixture.text(labels.labels(0), SHAPE));
		assertEquals("cells.x: Test format, 2 outlines in 1 frame; 2 pixels in several outlines, the smaller on top", labels.description());
	}

	@Test
	void laterMaskIsOnTopWhereTheFormatHasAnOrder() {
		final LabelPainter painter = painter(LabelPainter.Order.LATER_ON_TOP);
		painter.add(0, 5, "a", () -> box(1, 1, 2, 1));
		painter.add(0, 7, "b", () -> box(0, 0, 4, 3));
		final Segmentation labels = made(painter, 1);
		assertEquals("7777..\n7777..\n7777..\n", Fixture.text(labels.labels(0), SHAPE));
		assertTrue(labels.description().endsWith("the later on top; 1 outline wholly under others"), labels.description());
	}

	@Test
	void ofTwoMasksOfOneSizeTheLaterIsOnTop() {
		final LabelPainter painter = painter(LabelPainter.Order.SMALLER_ON_TOP);
		painter.add(0, 1, "a", () -> box(0, 0, 3, 1));
		painter.add(0, 2, "b", () -> box(2, 0, 3, 1));
		assertEquals("11222.\n......\n......\n", Fixture.text(made(painter, 1).labels(0), SHAPE));
	}

	@Test
	void masksOfEveryFrameAreInEveryFrame() {
		final LabelPainter painter = painter(LabelPainter.Order.SMALLER_ON_TOP);
		painter.add(LabelPainter.EVERY_FRAME, 1, "a", () -> box(0, 0, 3, 1));
		painter.add(1, 2, "b", () -> box(2, 0, 1, 1));
		final Segmentation labels = made(painter, 3);
		assertEquals("111...\n......\n......\n", Fixture.text(labels.labels(0), SHAPE));
		assertEquals("112...\n......\n......\n", Fixture.text(labels.labels(1), SHAPE));
		assertEquals("111...\n......\n......\n", Fixture.text(labels.labels(2), SHAPE));
		assertEquals(2, painter.framesUsed());
	}

	@Test
	void overlapIsCountedPerFrame() {
		final LabelPainter painter = painter(LabelPainter.Order.SMALLER_ON_TOP);
		for (int t = 0; t < 3; t++) {
			painter.add(t, 1, "a", () -> box(0, 0, 6, 1));
			if (t < 2) painter.add(t, 2, "b", () -> box(0, 0, 2, 2));
		}
		assertTrue(made(painter, 3).description().contains("; 4 pixels in several outlines"), made(painter, 3).description());
	}

	@Test
	void maskOutsideTheImageIsRefusedWithBothPlaces() {
		final LabelPainter painter = painter(LabelPainter.Order.SMALLER_ON_TOP);
		final InputException e = assertThrows(InputException.class, () -> painter.add(0, 1, "spot 12", () -> box(10, 1, 2, 1)));
		assertEquals("Labels 'cells.x': spot 12 lies outside the image: it is at x 10 to 11, y 1, the image is 6 x 3.", e.getMessage());
		assertThrows(InputException.class, () -> painter.add(0, 1, "left", () -> box(-5, 0, 5, 1)));
		assertThrows(InputException.class, () -> painter.add(0, 1, "below", () -> box(0, 3, 1, 1)));
		assertThrows(InputException.class, () -> painter.add(0, 1, "plane", () -> EllipseMask.inPlane(1, 1, 1, 1, 4)));
	}

	@Test
	void frameAfterTheLastIsRefused() {
		final InputException e = assertThrows(InputException.class, () -> painter(LabelPainter.Order.SMALLER_ON_TOP).add(3, 1, "spot 12", () -> box(
			0, 0, 1, 1)));
		assertEquals("Labels 'cells.x': spot 12 is in frame 4; the image has 3 frames.", e.getMessage());
	}

	@Test
	void complaintsOfMasksNameFileAndObjectInOneLine() {
		final InputException e = assertThrows(InputException.class, () -> painter(LabelPainter.Order.SMALLER_ON_TOP).add(0, 1, "region 'a\nb'",
			() -> PolygonMask.of(new double[3], PixelOrigin.CORNER, 0)));
		assertTrue(e.getMessage().startsWith("Labels 'cells.x': region 'a b' has an outline of 3 numbers"), e.getMessage());
		assertFalse(e.getMessage().contains("\n"), e.getMessage());
	}

	@Test
	void masksWithoutPixelsAreCounted() {
		final LabelPainter painter = painter(LabelPainter.Order.SMALLER_ON_TOP);
		final Mask tiny = PolygonMask.of(new double[] { 0.1, 0.1, 0.3, 0.1, 0.2, 0.3 }, PixelOrigin.CORNER, 0);
		painter.add(0, 1, "tiny", () -> tiny);
		final InputException e = assertThrows(InputException.class, () -> made(painter, 1));
		assertTrue(e.getMessage().contains("all 1 outlines are too small"), e.getMessage());
		painter.add(0, 2, "b", () -> box(0, 0, 1, 1));
		assertTrue(made(painter, 1).description().contains("; 1 outline too small to cover a pixel left out"), made(painter, 1).description());
	}

	@Test
	void absurdCoverageIsRefused() {
		final Shape big = Shape.of(4096, 4096);
		final LabelPainter painter = new LabelPainter(Path.of("bomb.json"), "Test format", big, 1, LabelPainter.Order.SMALLER_ON_TOP);
		final Mask all = new RunLengthMask(4096, 4096, new int[] { 0, 4096 * 4096 });
		final InputException e = assertThrows(InputException.class, () -> {
			for (int i = 1; i < 1000; i++) painter.add(0, i, "annotation " + i, () -> all);
		});
		assertTrue(e.getMessage().contains("more than 100 times over"), e.getMessage());
	}
}
