package org.motionlayers.segmentation.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motionlayers.scene.Box;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Shape;

class PolygonMaskTest {

	private static final Shape SHAPE = Shape.of(8, 5);

	private static Mask corners(final double... ring) {
		return PolygonMask.of(ring, PixelOrigin.CORNER, 0);
	}

	@Test
	void squareAlongTheEdgesOfPixelsCoversThosePixels() {
		assertEquals("........\n.111....\n.111....\n........\n........\n", Masks.text(corners(1, 1, 4, 1, 4, 3, 1, 3), SHAPE));
	}

	@Test
	void centresOnTheLeftAndUpperEdgeAreInside() {
		final Mask mask = PolygonMask.of(new double[] { 1, 1, 4, 1, 4, 3, 1, 3 }, PixelOrigin.CENTRE, 0);
		assertEquals("........\n.111....\n.111....\n........\n........\n", Masks.text(mask, SHAPE));
	}

	@Test
	void ringsWithinRingsAreHoles() {
		final Mask mask = new PolygonMask(List.of(List.of(new double[] { 0, 0, 6, 0, 6, 5, 0, 5 }, new double[] { 2, 1, 4, 1, 4, 4, 2, 4 })),
			PixelOrigin.CORNER, 0, PolygonMask.Edge.PIXEL_CENTRES);
		assertEquals("111111..\n11..11..\n11..11..\n11..11..\n111111..\n", Masks.text(mask, SHAPE));
	}

	@Test
	void partsAreUnited() {
		final Mask mask = new PolygonMask(List.of(List.of(new double[] { 0, 0, 4, 0, 4, 2, 0, 2 }), List.of(new double[] { 2, 1, 6, 1, 6, 3, 2,
			3 })), PixelOrigin.CORNER, 0, PolygonMask.Edge.PIXEL_CENTRES);
		assertEquals("1111....\n111111..\n..1111..\n........\n........\n", Masks.text(mask, SHAPE));
	}

	@Test
	void overhangIsClipped() {
		assertEquals("......11\n......11\n........\n........\n........\n", Masks.text(corners(6, -9, 900, -9, 900, 2, 6, 2), SHAPE));
	}

	@Test
	void onePixelOutlineIsThatPixel() {
		final Mask mask = new PolygonMask(List.of(List.of(new double[] { 3, 2 })), PixelOrigin.CENTRE, 0, PolygonMask.Edge.TRACED_PIXELS);
		assertEquals(new Box(3, 2, 0, 1, 1, 1), mask.bounds());
		assertEquals(1, mask.area(SHAPE));
	}

	@Test
	void planeOutsideTheImageGivesNothing() {
		assertEquals(0, PolygonMask.of(new double[] { 1, 1, 4, 1, 4, 3 }, PixelOrigin.CORNER, 2).area(SHAPE));
	}

	@ParameterizedTest
	@ValueSource(doubles = { Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, -2e9 })
	void coordinatesThatAreNoPixelsAreRefused(final double wrong) {
		final InputException e = assertThrows(InputException.class, () -> corners(1, 1, wrong, 1, 4, 3));
		assertTrue(e.getMessage().contains("coordinate " + wrong), e.getMessage());
	}

	@Test
	void oddNumberOfCoordinatesIsRefused() {
		final InputException e = assertThrows(InputException.class, () -> corners(1, 1, 4, 1, 4));
		assertTrue(e.getMessage().contains("outline of 5 numbers"), e.getMessage());
	}

	@Test
	void outlineWithoutCornersIsRefused() {
		assertThrows(InputException.class, () -> corners());
	}

	/** The plane cut by a line through any two points, both halves taken: every pixel is in exactly one of them. */
	@Property(tries = 300)
	void polygonsThatShareAnEdgeTileThePlane(@ForAll @Size(2) final List<@IntRange(min = 0, max = 16) Integer> xs) {
		final double top = xs.get(0) / 2.0, bottom = xs.get(1) / 2.0;
		final int[] count = new int[SHAPE.pixels()];
		for (final Mask half : List.of(corners(-1, -1, top, -1, bottom, 6, -1, 6), corners(top, -1, 9, -1, 9, 6, bottom, 6)))
			half.forEachRun(SHAPE, (x, y, z, length) -> {
				for (int i = 0; i < length; i++) count[SHAPE.index(x + i, y, 0)]++;
			});
		for (int i = 0; i < count.length; i++) assertEquals(1, count[i], "pixel " + i + " with the edge from " + top + " to " + bottom);
	}
}
