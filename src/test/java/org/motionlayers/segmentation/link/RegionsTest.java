package org.motionlayers.segmentation.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.Shape;

class RegionsTest {

	private static final int BIG = 2_000_000_011;

	@Test
	void measuresSparseLabelsIn3D() {
		final int[] pixels = { 0, BIG, BIG, 7, 0, 0, /* z = 1 */ 0, BIG, 0, 7, 7, 0 };
		final Regions regions = Regions.of(pixels, new Shape(3, 2, 2, 1));
		assertEquals(2, regions.count());
		assertEquals("7 3 0.333 1.000 0.667", row(regions, 0));
		assertEquals(BIG + " 3 1.333 0.000 0.333", row(regions, 1));
		assertEquals(1, regions.indexOf(BIG));
		assertTrue(regions.indexOf(8) < 0);
	}

	private static String row(final Regions regions, final int i) {
		return String.format(java.util.Locale.ROOT, "%d %d %.3f %.3f %.3f", regions.label(i), regions.area(i), regions.centroid(i, 0), regions
			.centroid(i, 1), regions.centroid(i, 2));
	}

	@Test
	void countsOverlaps() {
		final int[] a = { 1, 1, 1, 1, 0, 9 }, b = { 5, 5, 0, 3, 3, 3 };
		final Shape shape = Shape.of(6, 1);
		final Overlaps overlaps = Overlaps.of(a, Regions.of(a, shape), b, Regions.of(b, shape));
		final StringBuilder found = new StringBuilder();
		for (int k = 0; k < overlaps.count(); k++) found.append(overlaps.first(k)).append(overlaps.second(k)).append(':').append(overlaps.pixels(k))
			.append(' ');
		assertEquals("00:1 01:2 10:1 ", found.toString());
		assertEquals(2 / 4.0, overlaps.iou(1), 1e-12);
	}
}
