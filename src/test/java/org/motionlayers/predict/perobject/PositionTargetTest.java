package org.motionlayers.predict.perobject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PositionTargetTest {

	private static final int OBJECTS = 3;

	/** Eq. 5 as it is printed, over the pairs that were seen. */
	private static double printed(final double[] displacements, final int[] times, final float[] v, final int dimensions) {
		double sum = 0;
		int pairs = 0;
		for (int t = 0; t < times.length; t++) for (int i = 0; i < OBJECTS; i++) {
			final int at = (t * OBJECTS + i) * dimensions;
			if (times[t] == 0 || Double.isNaN(displacements[at])) continue;
			pairs++;
			for (int k = 0; k < dimensions; k++) sum += Math.pow(times[t] * v[i * dimensions + k] - displacements[at + k], 2) / (times[t] *
				times[t]);
		}
		return pairs == 0 ? 0 : sum / pairs;
	}

	@Property(tries = 100)
	void theLossIsEquationFive(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 9) final int frames,
		@ForAll @IntRange(min = 2, max = 3) final int dimensions)
	{
		final SplittableRandom random = new SplittableRandom(seed);
		final double[] d = random.doubles((long) frames * OBJECTS * dimensions, -5, 5).toArray();
		final int[] times = new int[frames];
		for (int t = 0; t < frames; t++) times[t] = t - frames / 2;
		for (int i = 0; i < frames * OBJECTS; i++) if (random.nextInt(4) == 0) java.util.Arrays.fill(d, i * dimensions, (i + 1) * dimensions,
			Double.NaN);
		final float[] v = new float[OBJECTS * dimensions];
		for (int k = 0; k < v.length; k++) v[k] = (float) random.nextDouble(-2, 2);
		assertEquals(printed(d, times, v, dimensions), PositionTarget.ofDisplacements(d, times, OBJECTS, dimensions).loss(v), 1e-5);
	}

	@Test
	void theBestVelocityIsTheMeanOfDisplacementOverTime() {
		final double nan = Double.NaN;
		final PositionTarget target = PositionTarget.ofDisplacements(new double[] { 2, -1, nan, nan, 6, -4, nan, nan }, new int[] { 1, 2 }, 2,
			2);
		assertEquals(2.5f, target.velocity(0, 0));
		assertEquals(-1.5f, target.velocity(0, 1));
		assertEquals(1, target.share(0));
		assertEquals(0, target.share(1), "never seen");
		assertEquals(target.spread(), target.loss(new float[] { 2.5f, -1.5f, 9, 9 }), 1e-12);
		assertEquals(0.5, target.spread(), 1e-12, "variance of 2 and 3 plus that of -1 and -2");
	}

	@Test
	void constantVelocitiesHaveNoSpread() {
		final float[] v = { 1, 2, 3, 4 };
		final PositionTarget target = PositionTarget.ofVelocities(v, 2);
		assertEquals(0, target.loss(v));
		assertEquals(0.5, target.loss(new float[] { 2, 2, 3, 4 }), 1e-12, "one of two objects is wrong by 1");
		assertTrue(target.objects() == 2 && target.dimensions() == 2);
	}

	@Test
	void displacementsOfAnotherSizeAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> PositionTarget.ofDisplacements(new double[5], new int[] { 1 }, 3, 2));
	}
}
