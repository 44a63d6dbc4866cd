package org.motionlayers.segmentation.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;

class PersistenceTest {

	private static void assertHolds(final boolean expected, final String... frames) {
		final List<Regions> regions = new ArrayList<>();
		final int[][] labels = new int[frames.length][];
		for (int t = 0; t < frames.length; t++) {
			labels[t] = frames[t].chars().map(c -> c == '.' ? 0 : c - '0').toArray();
			regions.add(Regions.of(labels[t], Shape.of(labels[t].length, 1)));
		}
		assertEquals(expected, Persistence.holds(regions, t -> labels[t], Progress.NONE), Arrays.toString(frames));
	}

	@Test
	void equalNumbersThatOverlapAreIdentities() {
		assertHolds(true, "111.222.333", ".111222.333", ".111222..33");
	}

	@Test
	void changedPlacesAreNot() {
		assertHolds(false, "111.222.333", "222.333.111");
	}

	@Test
	void aShiftOfNumbersInASingleFrameOfManyIsNot() {
		// Numbered from left to right: one object is new, and all others after it are renumbered, once in a long movie.
		final String before = "111.....222.333.444.555", after = "111.222.333.444.555.666";
		final String[] frames = new String[100];
		Arrays.fill(frames, 0, 50, before);
		Arrays.fill(frames, 50, 100, after);
		assertHolds(false, frames);
	}

	@Test
	void numbersThatNeverComeAgainAreNot() {
		assertHolds(false, "11.22", "33.44", "55.66");
	}

	@Test
	void divisionsAndNewObjectsDoNotDisturb() {
		assertHolds(true, "111111.2222.333.......", "111111.2222.333.......", "44.555.2222.333....666", "44.555.2222.333....666");
	}

	@Test
	void farJumpsOfEqualNumbersAreIdentitiesWhereNothingOverlaps() {
		assertHolds(true, "1...................2....", "..1...................2..", "....1...................2");
		assertHolds(false, "1...................2....", "..2...................1..", "....1...................2");
	}

	@Test
	void aSingleFrameAlwaysHolds() {
		assertHolds(true, "12.3");
	}
}
