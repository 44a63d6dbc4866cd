package org.motionlayers.predict.hierarchical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Neighbours are all that a look at all pairs finds, and not many more. */
class VicinityTest {

	private static final int OBJECTS = 400;

	private static double[][] places(final int dimensions, final SplittableRandom random) {
		final double[][] at = new double[OBJECTS][];
		for (int i = 0; i < OBJECTS; i++) if (i % 7 != 3) at[i] = random.doubles(dimensions).map(x -> 1000 * x - 300).toArray();
		return at;
	}

	private static boolean meet(final double[][] at, final double[] reach, final int i, final int j) {
		double squares = 0;
		for (int d = 0; d < at[i].length; d++) squares += (at[i][d] - at[j][d]) * (at[i][d] - at[j][d]);
		return Math.sqrt(squares) <= reach[i] + reach[j];
	}

	private static int[] ofAllPairs(final double[][] at, final double[] reach, final int i, final int after) {
		return IntStream.range(after + 1, OBJECTS).filter(j -> at[j] != null && meet(at, reach, i, j)).toArray();
	}

	private static void check(final Vicinity vicinity, final double[][] at, final double[] reach) {
		for (int i = 0; i < OBJECTS; i++) if (at[i] != null) {
			final int[] near = vicinity.near(i, i);
			for (final int j : ofAllPairs(at, reach, i, i)) assertTrue(Arrays.binarySearch(near, j) >= 0, i + " meets " + j + ", not one of " + Arrays
				.toString(near));
		}
	}

	/** Objects of one size, of many, and one that reaches farther than all are apart; then some that reach farther than at first. */
	@ParameterizedTest
	@CsvSource({ "2, 5, 5, 5", "2, 0.1, 80, 5", "3, 20, 60, 30", "2, 5, 5, 5000", "3, 0, 0, 0", "2, 1e-9, 2e-9, 1e-9" })
	void noMeetingIsMissed(final int dimensions, final double least, final double most, final double farthest) {
		final SplittableRandom random = new SplittableRandom(dimensions);
		final double[][] at = places(dimensions, random);
		final double[] reach = random.doubles(OBJECTS).map(x -> least + (most - least) * x).toArray();
		reach[OBJECTS / 2] = farthest;
		final Vicinity vicinity = new Vicinity(at, reach);
		check(vicinity, at, reach);
		for (int i = 0; i < OBJECTS; i += 5) if (at[i] != null) vicinity.widen(i, reach[i] = 3 * reach[i] + 1);
		check(vicinity, at, reach);
	}

	/** Pairs that are looked at grow as the objects do, not as their square: 4 times as many objects on 4 times the area. */
	@ParameterizedTest
	@CsvSource({ "20, 2", "40, 2", "80, 2", "160, 2", "160, 0.01" })
	void onlyNeighboursAreLookedAt(final int side, final double radius) {
		final double[][] at = new double[side * side][];
		for (int i = 0; i < at.length; i++) at[i] = new double[] { 6.0 * (i % side), 6.0 * (i / side) };
		final double[] reach = new double[at.length];
		Arrays.fill(reach, radius);
		reach[0] = 10 * side; // one wild object
		final Vicinity vicinity = new Vicinity(at, reach);
		final long pairs = IntStream.range(1, at.length).mapToLong(i -> vicinity.near(i, i).length).sum();
		assertTrue(pairs < 20L * at.length, pairs + " pairs of " + at.length + " objects");
		assertEquals(at.length - 1, IntStream.of(vicinity.near(0, 0)).filter(j -> Math.hypot(at[j][0], at[j][1]) < 10 * side).count() + IntStream
			.range(1, at.length).filter(j -> Math.hypot(at[j][0], at[j][1]) >= 10 * side).count());
	}
}
