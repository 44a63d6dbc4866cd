package org.motionlayers.evaluate.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.InputException;

/** Four points on a circle whose motion is known by hand. */
class SwarmMotionTest {

	private static final double[][] CROSS = { { 3, 0 }, { 0, 3 }, { -3, 0 }, { 0, -3 } };

	/** x of a point of the cross at time t. */
	private interface Law {

		double[] at(double x, double y, int t);
	}

	private static SwarmMotion measured(final Law law) {
		final double[][][] tracks = new double[16][4][];
		for (int t = 0; t < 16; t++) for (int i = 0; i < 4; i++) tracks[t][i] = law.at(CROSS[i][0], CROSS[i][1], t);
		return SwarmMotion.of(tracks);
	}

	@Test
	void aDriftIsAllDrift() {
		final SwarmMotion m = measured((x, y, t) -> new double[] { x + .5 * t, y - .2 * t });
		assertEquals(15 * Math.hypot(.5, .2), m.net(), 1e-9);
		assertEquals(1, m.drift(), 1e-9);
		assertEquals(0, m.rotation(), 1e-9);
		assertEquals(0, m.divergence(), 1e-9);
		assertEquals(2, m.exponent(), 1e-9);
	}

	/** Over an angle a the chord splits into sin a along the circle and 1 - cos a inwards: the parts are sin^2 a and (1 - cos a)^2 over the chord. */
	@Test
	void aRotationIsARotationAndALittleConvergence() {
		final double w = .05, a = 3 * w;
		final SwarmMotion m = measured((x, y, t) -> new double[] { x * Math.cos(w * t) - y * Math.sin(w * t), x * Math.sin(w * t) + y * Math.cos(w *
			t) });
		final double chord = 2 - 2 * Math.cos(a);
		assertEquals(Math.pow(Math.sin(a), 2) / chord, m.rotation(), 1e-9);
		assertEquals(-Math.pow(1 - Math.cos(a), 2) / chord, m.divergence(), 1e-9);
		assertEquals(0, m.drift(), 1e-9);
	}

	@Test
	void growthHasItsSign() {
		assertEquals(1, measured((x, y, t) -> new double[] { x * Math.pow(1.02, t), y * Math.pow(1.02, t) }).divergence(), 1e-9);
		assertEquals(-1, measured((x, y, t) -> new double[] { x * Math.pow(.98, t), y * Math.pow(.98, t) }).divergence(), 1e-9);
	}

	@Test
	void whatJumpsToAndFroIsConfined() {
		assertEquals(0, measured((x, y, t) -> new double[] { x + t % 2, y }).exponent(), 1e-9);
		assertEquals(0, measured((x, y, t) -> new double[] { x, y }).net());
		assertThrows(InputException.class, () -> SwarmMotion.of(new double[5][3][2]));
	}
}
