package org.motionlayers.lamd.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** The distribution that a clip's motion is kept as. */
class MotionLatentTest {

	private static final LatentShape SHAPE = new LatentShape(3, 40, 50);

	@Test
	void theDivergenceIsThatOfNormalDistributions() {
		// By hand: (.25 + e^-1 - 1 + 1) / 2.
		assertEquals(.308940, constant(.5f, -1).divergence(), 1e-6);
		assertEquals(0, constant(0, 0).divergence(), 0);
	}

	@Test
	void samplesHaveTheMeanAndTheVariance() {
		final float[] z = constant(2, (float) Math.log(.25)).sample(new Random(1));
		double sum = 0, squares = 0;
		for (final float value : z) {
			sum += value;
			squares += (value - 2) * (value - 2);
		}
		assertEquals(2, sum / z.length, .03);
		assertEquals(.25, squares / z.length, .02);
	}

	@Test
	void itIsImmutable() {
		final MotionLatent latent = constant(1, 0);
		latent.mean()[0] = 5;
		latent.logVariance()[0] = 5;
		assertEquals(constant(1, 0), latent);
		assertArrayEquals(constant(1, 0).mean(), latent.mean());
	}

	@Test
	void sizesMustFit() {
		assertThrows(IllegalArgumentException.class, () -> new MotionLatent(SHAPE, new float[3], new float[3]));
		assertThrows(IllegalArgumentException.class, () -> new LatentShape(3, 0, 2));
		assertEquals(6000, SHAPE.size());
	}

	private static MotionLatent constant(final float mean, final float logVariance) {
		final float[] means = new float[SHAPE.size()], logs = new float[SHAPE.size()];
		Arrays.fill(means, mean);
		Arrays.fill(logs, logVariance);
		return new MotionLatent(SHAPE, means, logs);
	}
}
