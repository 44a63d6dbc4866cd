package org.motionlayers.segmentation.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AssignmentTest {

	@Property(tries = 200)
	void asGoodAsTryingEverything(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 5) final int firsts,
		@ForAll @IntRange(min = 1, max = 5) final int seconds)
	{
		final SplittableRandom random = new SplittableRandom(seed);
		final double[][] weights = new double[firsts][seconds];
		final Assignment assignment = new Assignment(firsts, seconds);
		for (int i = 0; i < firsts; i++) for (int j = 0; j < seconds; j++) {
			if (random.nextInt(3) == 0) continue;
			weights[i][j] = random.nextInt(-20, 100) / 100.0;
			assignment.candidate(i, j, weights[i][j]);
		}
		double sum = 0;
		final boolean[] used = new boolean[firsts];
		final int[] partner = assignment.solve();
		for (int j = 0; j < seconds; j++) {
			if (partner[j] < 0) continue;
			assertEquals(false, used[partner[j]], "object " + partner[j] + " is in two pairs");
			used[partner[j]] = true;
			sum += weights[partner[j]][j];
		}
		assertEquals(best(weights, 0, 0), sum, 1e-9);
	}

	private static double best(final double[][] weights, final int i, final int usedSeconds) {
		if (i == weights.length) return 0;
		double best = best(weights, i + 1, usedSeconds);
		for (int j = 0; j < weights[i].length; j++) if ((usedSeconds >> j & 1) == 0 && weights[i][j] > 0) best = Math.max(best, weights[i][j] +
			best(weights, i + 1, usedSeconds | 1 << j));
		return best;
	}

	@Test
	void gainsFromGivingUpTheBestPair() {
		final Assignment assignment = new Assignment(2, 2);
		assignment.candidate(0, 0, 1.0);
		assignment.candidate(0, 1, 0.9);
		assignment.candidate(1, 0, 0.9);
		assertArrayEquals(new int[] { 1, 0 }, assignment.solve());
	}

	@Test
	void aDenseThousandIsSolved() {
		// Everything is a candidate of everything near it, in one component; the diagonal is best.
		final int n = 1000, reach = 6;
		final Assignment assignment = new Assignment(n, n);
		final int[] expected = new int[n];
		for (int i = 0; i < n; i++) {
			expected[i] = i;
			for (int j = Math.max(0, i - reach); j <= Math.min(n - 1, i + reach); j++) assignment.candidate(i, j, 1.0 / (1 + Math.abs(i - j)));
		}
		assertArrayEquals(expected, assignment.solve());
	}
}
