package org.motionlayers.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class LabelColorsTest {

	/** skimage.color.rgb2lab of [255, 0, 0], [34, 136, 204] and [128, 128, 128]. */
	@Test
	void convertsToLab() {
		assertArrayEquals(new double[] { 53.2406, 80.0923, 67.2028 }, LabelColors.lab(0xff0000), 0.02);
		assertArrayEquals(new double[] { 54.3494, -4.0718, -42.9880 }, LabelColors.lab(0x2288cc), 0.02);
		assertArrayEquals(new double[] { 53.5850, 0, 0 }, LabelColors.lab(0x808080), 0.02);
	}

	@Test
	void coloursAreAllDifferent() {
		assertEquals(255, IntStream.rangeClosed(1, 255).map(LabelColors::rgb).distinct().count());
		assertEquals(0, LabelColors.rgb(0));
		assertEquals(LabelColors.rgb(1), LabelColors.rgb(256));
	}

	@Test
	void theFirstColoursAreFarApart() {
		// a difference of 2.3 is just seen; the first twelve are told apart at a glance
		for (int a = 1; a <= 12; a++) for (int b = a + 1; b <= 12; b++) {
			final double[] p = LabelColors.lab(LabelColors.rgb(a)), q = LabelColors.lab(LabelColors.rgb(b));
			final double distance = Math.sqrt(Math.pow(p[0] - q[0], 2) + Math.pow(p[1] - q[1], 2) + Math.pow(p[2] - q[2], 2));
			assertTrue(distance > 30, "labels " + a + " and " + b + ": " + distance);
		}
	}

	@Test
	void theTableIsBlackThenTheColours() {
		final int[] lut = LabelColors.lut();
		assertEquals(256, lut.length);
		assertEquals(0, lut[0]);
		assertEquals(LabelColors.rgb(17), lut[17]);
	}
}
