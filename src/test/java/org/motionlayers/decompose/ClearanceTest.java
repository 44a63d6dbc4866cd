package org.motionlayers.decompose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motionlayers.scene.Shape;

/** Distances to masks against looking at every pixel around. */
class ClearanceTest {

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 5, 30 })
	void aPixelIsClearWhereNoLabelIsInTheBoxAroundIt(final int distance) {
		for (final Shape shape : new Shape[] { Shape.of(23, 17), new Shape(13, 9, 7, 1), Shape.of(1, 1) }) {
			final SplittableRandom random = new SplittableRandom(distance);
			final int[] labels = new int[shape.pixels()];
			for (int n = 0; n < labels.length / 150; n++) labels[random.nextInt(labels.length)] = 1 + n;
			final boolean[] clear = Clearance.of(labels, shape, distance);
			for (int p = 0; p < labels.length; p++) assertEquals(!near(labels, shape, p, distance), clear[p], "pixel " + p);
		}
	}

	private static boolean near(final int[] labels, final Shape shape, final int p, final int distance) {
		final int deep = (distance + 1) / 2;
		for (int q = 0; q < labels.length; q++)
			if (labels[q] != 0 && Math.abs(Rule.x(p, shape) - Rule.x(q, shape)) <= distance && Math.abs(Rule.y(p, shape) - Rule.y(q,
				shape)) <= distance && Math.abs(Rule.z(p, shape) - Rule.z(q, shape)) <= deep) return true;
		return false;
	}
}
