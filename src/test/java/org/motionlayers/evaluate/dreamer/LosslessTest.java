package org.motionlayers.evaluate.dreamer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.Progress;

class LosslessTest {

	@Test
	void whereTheMotionIsTrueEveryPixelOfABodyIsTheGenerators() {
		final Lossless found = Lossless.of(Trial.of(20, 0, 0, Progress.NONE));
		assertEquals(0, found.different(), found.toString());
		assertEquals(0, found.largest());
		assertTrue(found.pixels() > 20 * Trial.FRAMES * 200, found.toString());
	}
}
