package org.motionlayers.segmentation.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Shape;

class EllipseMaskTest {

	@Test
	void ballHasThePixelsInsideTheInequality() {
		final Shape shape = new Shape(9, 9, 7, 1);
		final double[] c = { 4.2, 3.9, 3.1 }, r = { 3.3, 3.0, 2.1 };
		final StringBuilder expected = new StringBuilder();
		for (int i = 0; i < shape.pixels(); i++) {
			final double x = (i % 9 - c[0]) / r[0], y = (i / 9 % 9 - c[1]) / r[1], z = (i / 81 - c[2]) / r[2];
			expected.append(x * x + y * y + z * z < 1 ? '1' : '.').append(i % 9 == 8 ? "\n" : "");
		}
		assertEquals(expected.toString(), Masks.text(new EllipseMask(c, r), shape));
	}

	@Test
	void spotSmallerThanAPixelIsThePixelAtItsCentre() {
		assertEquals("....\n..1.\n", Masks.text(EllipseMask.inPlane(2.4, 0.6, 0.1, 0.1, 0), Shape.of(4, 2)));
	}

	@Test
	void spotOutsideTheImageIsNothing() {
		assertEquals(0, EllipseMask.inPlane(-40, 0, 3, 3, 0).area(Shape.of(4, 2)));
	}

	@Test
	void radiusAndPositionAreChecked() {
		for (final double wrong : new double[] { 0, -1, Double.NaN, Double.POSITIVE_INFINITY }) {
			final InputException e = assertThrows(InputException.class, () -> EllipseMask.inPlane(1, 1, wrong, 1, 0));
			assertTrue(e.getMessage().contains("radius of " + wrong), e.getMessage());
		}
		assertThrows(InputException.class, () -> EllipseMask.inPlane(Double.NaN, 1, 1, 1, 0));
	}
}
