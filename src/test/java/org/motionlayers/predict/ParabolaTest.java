package org.motionlayers.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Tops of parabolas, and of what is none. */
class ParabolaTest {

	@Test
	void topOfAKnownParabola() {
		// 1 - (x - 0.25)^2 at -1, 0, 1
		assertEquals(0.25, Parabola.top(1 - 1.5625, 1 - 0.0625, 1 - 0.5625), 1e-12);
	}

	@Test
	void aValleyHasNoTop() {
		assertEquals(0, Parabola.top(3, 1, 2));
	}

	@Test
	void aNeighbourOutOfReachMovesNothing() {
		assertEquals(0, Parabola.top(Double.NEGATIVE_INFINITY, 1, 0.5));
		assertEquals(0, Parabola.top(0.5, 1, Double.NEGATIVE_INFINITY));
	}
}
