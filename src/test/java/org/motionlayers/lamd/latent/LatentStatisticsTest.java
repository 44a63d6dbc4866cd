package org.motionlayers.lamd.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Normalised latents. */
class LatentStatisticsTest {

	@Test
	void theyAreOfSamplesNotOfMeans() {
		final LatentStatistics.Sums sums = new LatentStatistics.Sums(2);
		final LatentShape shape = new LatentShape(2, 1, 2);
		sums.add(new MotionLatent(shape, new float[] { 1, 3, 5, 5 }, new float[] { 0, 0, (float) Math.log(4), (float) Math.log(4) }));
		final LatentStatistics found = sums.statistics();
		assertArrayEquals(new float[] { 2, 5 }, found.mean(), 1e-6f);
		// Channel 0: means vary by 1, each sample by 1. Channel 1: 4 alone.
		assertArrayEquals(new float[] { (float) Math.sqrt(2), 2 }, found.deviation(), 1e-6f);
	}

	@Test
	void normalisingCanBeUndone() {
		final LatentStatistics statistics = new LatentStatistics(new float[] { 1, -2 }, new float[] { 2, .5f });
		final float[] z = { 1, 3, -2, -1 };
		assertArrayEquals(new float[] { 0, 1, 0, 2 }, statistics.normalised(z), 1e-6f);
		assertArrayEquals(z, statistics.restored(statistics.normalised(z)), 1e-6f);
	}

	@Test
	void numbersMustFit() {
		assertThrows(IllegalArgumentException.class, () -> new LatentStatistics(new float[] { 0 }, new float[] { 0 }));
		assertThrows(IllegalArgumentException.class, () -> new LatentStatistics(new float[2], new float[] { 1 }));
		assertThrows(IllegalArgumentException.class, () -> new LatentStatistics(new float[] { 0, 0 }, new float[] { 1, 1 }).normalised(new float[3]));
		assertEquals(2, new LatentStatistics(new float[2], new float[] { 1, 1 }).mean().length);
	}
}
