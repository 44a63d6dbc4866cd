package org.motionlayers.segmentation.automatic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.Shape;

class WatershedTest {

	private static final double WAIST = 0.2;

	/** Labels of balls: centre x, y, z, radius. */
	private static int[] split(final Shape shape, final double[]... balls) {
		final boolean[] mask = new boolean[shape.pixels()];
		for (int z = 0; z < shape.depth(); z++) for (int y = 0; y < shape.height(); y++) for (int x = 0; x < shape.width(); x++)
			for (final double[] b : balls) mask[shape.index(x, y, z)] |= Math.pow(x - b[0], 2) + Math.pow(y - b[1], 2) + Math.pow(z - b[2], 2) <= b[3] *
				b[3];
		final int[] labels = new Watershed(shape, new DistanceTransform(shape, 1).of(mask), WAIST).labels();
		for (int p = 0; p < mask.length; p++) assertEquals(mask[p], labels[p] != 0, "every pixel of the mask has a label, no other: pixel " + p);
		return labels;
	}

	private static int count(final int[] labels) {
		return (int) Arrays.stream(labels).filter(l -> l != 0).distinct().count();
	}

	@Test
	void splitsDiscsThatTouch() {
		final Shape shape = Shape.of(60, 40);
		final int[] labels = split(shape, new double[] { 18, 20, 0, 12 }, new double[] { 39, 20, 0, 12 });
		assertEquals(2, count(labels));
		assertNotEquals(labels[shape.index(18, 20, 0)], labels[shape.index(39, 20, 0)]);
	}

	@Test
	void keepsOneRoundThingWhole() {
		assertEquals(1, count(split(Shape.of(60, 40), new double[] { 25, 20, 0, 14 })));
		assertEquals(1, count(split(Shape.of(60, 40), new double[] { 25, 20, 0, 14 }, new double[] { 29, 20, 0, 14 })));
	}

	@Test
	void splitsBallsThatTouchIn3D() {
		assertEquals(2, count(split(new Shape(40, 24, 24, 1), new double[] { 11, 12, 12, 8 }, new double[] { 25, 12, 12, 8 })));
	}

	@Test
	void numbersInTheOrderOfPixels() {
		final int[] labels = split(Shape.of(60, 40), new double[] { 50, 5, 0, 3 }, new double[] { 10, 30, 0, 8 });
		assertEquals(1, labels[5 * 60 + 50]);
		assertEquals(2, labels[30 * 60 + 10]);
	}

	@Test
	void anEmptyMaskHasNoLabels() {
		assertEquals(0, count(split(Shape.of(5, 4))));
	}
}
