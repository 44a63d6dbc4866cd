package org.motionlayers.diffusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestepsTest {

	@Test
	void spacedRoundsToEvenHalves() {
		assertArrayEquals(new int[] { 0, 42, 83, 125, 166, 208, 250, 291, 333, 375, 416, 458, 500, 541, 583, 624, 666, 708, 749, 791, 832, 874,
			916, 957, 999 }, Timesteps.spaced(1000, 25));
		assertArrayEquals(new int[] { 0, 111, 222, 333, 444, 555, 666, 777, 888, 999 }, Timesteps.spaced(1000, 10));
		assertArrayEquals(new int[] { 0, 16, 33, 50, 66, 82, 99 }, Timesteps.spaced(100, 7));
	}

	@ParameterizedTest
	@CsvSource({ "50, 24975", "100, 49950", "200, 99900", "250, 124875" })
	void sumsOfSpaced(final int count, final int sum) {
		assertEquals(sum, Arrays.stream(Timesteps.spaced(1000, count)).sum());
	}

	@Test
	void gapsOfSpaced200() {
		final int[] steps = Timesteps.spaced(1000, 200);
		final int[] wide = IntStream.range(0, 199).filter(i -> steps[i + 1] - steps[i] == 6).toArray();
		assertArrayEquals(new int[] { 24, 74, 124, 174 }, wide);
		assertEquals(195, IntStream.range(0, 199).filter(i -> steps[i + 1] - steps[i] == 5).count());
	}

	@Test
	void sectionsAreSpacedEachOnItsOwn() {
		assertArrayEquals(new int[] { 0, 4, 5, 7, 9 }, Timesteps.spaced(10, 2, 3));
		assertArrayEquals(new int[] { 0, 2, 4, 5, 6, 8, 9 }, Timesteps.parse(10, "3, 4"));
	}

	@Test
	void wholeStridesByName() {
		assertArrayEquals(IntStream.range(0, 10).map(i -> 100 * i).toArray(), Timesteps.parse(1000, "ddim10"));
		assertArrayEquals(IntStream.range(0, 200).map(i -> 5 * i).toArray(), Timesteps.parse(1000, "ddim200"));
		assertThrows(IllegalArgumentException.class, () -> Timesteps.parse(1000, "ddim300"));
		assertArrayEquals(Timesteps.spaced(1000, 10, 15, 20), Timesteps.parse(1000, "10,15,20"));
	}

	@Test
	void textThatIsNoCountIsRefused() {
		final String message = assertThrows(IllegalArgumentException.class, () -> Timesteps.parse(1000, "many")).getMessage();
		assertTrue(message.contains("'many'"), message);
	}

	@Test
	void leadingWithOffset() {
		assertArrayEquals(new int[] { 1, 201, 401, 601, 801 }, Timesteps.leading(1000, 5, 1));
	}

	@Test
	void trailingEndsAtPureNoise() {
		assertArrayEquals(new int[] { 99, 199, 299, 399, 499, 599, 699, 799, 899, 999 }, Timesteps.trailing(1000, 10));
	}

	@Test
	void linspaceAboveZero() {
		assertArrayEquals(new int[] { 100, 200, 300, 400, 500, 599, 699, 799, 899, 999 }, Timesteps.linspaceAboveZero(1000, 10));
	}

	@Property(tries = 200)
	void allSpacingsGiveIncreasingStepsWithinRange(@ForAll @IntRange(min = 2, max = 1000) final int total, @ForAll @IntRange(min = 1,
		max = 1000) final int count)
	{
		if (count > total) {
			assertThrows(IllegalArgumentException.class, () -> Timesteps.spaced(total, count));
			return;
		}
		for (final int[] steps : new int[][] { Timesteps.spaced(total, count), Timesteps.trailing(total, count), Timesteps.linspace(total,
			count), Timesteps.leading(total, count, 0) }) {
			assertEquals(count, steps.length);
			NoiseSchedule.linear(total, 1e-4, .02).respaced(steps);
		}
	}
}
