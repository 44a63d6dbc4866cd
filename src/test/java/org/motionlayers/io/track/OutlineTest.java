package org.motionlayers.io.track;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import ij.gui.Wand;
import ij.process.ByteProcessor;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.motionlayers.io.BoxWorld;
import org.motionlayers.scene.Box;
import org.motionlayers.scene.Shape;

class OutlineTest {

	private static Outline of(final int width, final int... labels) {
		return Outline.of(Shape.of(width, labels.length / width), labels, 1, new Box(0, 0, 0, width, labels.length / width, 1));
	}

	private static double area(final double[] x, final double[] y) {
		double twice = 0;
		for (int i = 0, j = x.length - 1; i < x.length; j = i++) twice += x[j] * y[i] - x[i] * y[j];
		return twice / 2;
	}

	@Test
	void aPixelIsASquareAboutItsCentre() {
		final Outline outline = of(1, 1);
		assertArrayEquals(new double[] { -0.5, 0.5, 0.5, -0.5 }, outline.x());
		assertArrayEquals(new double[] { -0.5, -0.5, 0.5, 0.5 }, outline.y());
	}

	@Test
	void verticesAreWhereTheEdgeTurns() {
		final Outline outline = of(3, 1, 1, 1, 1, 0, 0);
		assertArrayEquals(new double[] { -0.5, 2.5, 2.5, 0.5, 0.5, -0.5 }, outline.x());
		assertArrayEquals(new double[] { -0.5, -0.5, 0.5, 0.5, 1.5, 1.5 }, outline.y());
	}

	@Test
	void theLargestPartCounts() {
		assertEquals(3, area(of(5, 1, 0, 1, 1, 1).x(), of(5, 1, 0, 1, 1, 1).y()), "the part of three pixels");
	}

	@Test
	void holesAreLeftOut() {
		final Outline outline = of(3, 1, 1, 1, 1, 0, 1, 1, 1, 1);
		assertEquals(4, outline.x().length);
		assertEquals(9, area(outline.x(), outline.y()));
	}

	@Test
	void turnsAboutTheOrigin() {
		final Outline turned = new Outline(new double[] { 1 }, new double[] { 0 }).rotated(Math.PI / 2);
		assertEquals(0, turned.x()[0], 1e-12);
		assertEquals(1, turned.y()[0], 1e-12);
	}

	@Test
	void aLayerHasTheOutlineOfItsMask() {
		final Outline outline = Outline.of(BoxWorld.flat().scene().layers().get(0));
		assertArrayEquals(new double[] { 5.5, 9.5, 9.5, 5.5 }, outline.x());
		assertArrayEquals(new double[] { 3.5, 3.5, 6.5, 6.5 }, outline.y());
	}

	@Provide
	Arbitrary<int[]> masks() {
		return Arbitraries.integers().between(0, 1).array(int[].class).ofSize(8 * 7);
	}

	/** ImageJ's wand in its 4-connected mode walks the same edge. */
	@Property(tries = 300)
	void isWhatImageJsWandFinds(@ForAll("masks") final int[] labels) {
		if (Arrays.stream(labels).noneMatch(l -> l == 1)) return;
		final Outline outline = of(8, labels);
		final ByteProcessor image = new ByteProcessor(8, 7);
		for (int i = 0; i < labels.length; i++) image.set(i, labels[i]);
		// the first vertex is the corner of the first pixel of the part
		final Wand wand = new Wand(image);
		wand.autoOutline((int) (outline.x()[0] + 0.5), (int) (outline.y()[0] + 0.5), 1, 1, Wand.FOUR_CONNECTED);
		final double[] x = new double[wand.npoints], y = new double[wand.npoints];
		for (int i = 0; i < wand.npoints; i++) {
			x[i] = wand.xpoints[i] - 0.5;
			y[i] = wand.ypoints[i] - 0.5;
		}
		assertEquals(Math.abs(area(x, y)), area(outline.x(), outline.y()), () -> Arrays.toString(labels));
		assertEquals(wand.npoints, outline.x().length, () -> Arrays.toString(labels));
	}
}
