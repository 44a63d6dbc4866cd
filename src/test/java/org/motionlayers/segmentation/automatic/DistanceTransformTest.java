package org.motionlayers.segmentation.automatic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.Fixtures;

class DistanceTransformTest {

	@Test
	void agreesWithScipyIn3D() throws IOException {
		// scipy.ndimage.distance_transform_edt with sampling 2.5, 1, 1: see scripts/make_segmentation_fixtures.py.
		final List<String> lines = Files.readAllLines(Fixtures.file("distances.csv"));
		final boolean[] mask = new boolean[lines.size()];
		final float[] expected = new float[lines.size()];
		for (int p = 0; p < mask.length; p++) {
			mask[p] = lines.get(p).startsWith("1");
			expected[p] = Float.parseFloat(lines.get(p).split(",")[1]);
		}
		assertArrayEquals(expected, new DistanceTransform(new Shape(10, 9, 4, 1), 2.5).of(mask), 2e-6f);
	}

	@Test
	void aFullMaskIsNowhereFartherThanItsDiagonal() {
		final boolean[] mask = new boolean[12];
		java.util.Arrays.fill(mask, true);
		for (final float d : new DistanceTransform(Shape.of(4, 3), 1).of(mask)) assertEquals(5, d, 0.2);
	}
}
