package org.motionlayers.dreamer.cue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.motionlayers.predict.Cues;

/** How much of the instance flow is hidden, and how. */
class MaskingTest {

	private static final int OBJECTS = 6;
	private static final int DRAWS = 20000;

	private static Cues cues() {
		final Map<Integer, double[]> velocities = new TreeMap<>();
		for (int label = 1; label <= OBJECTS; label++) velocities.put(label, new double[] { label, -label });
		return new Cues(new TreeMap<>(velocities));
	}

	@Test
	void hidesHalfOfTheObjectsAndAllOrNoneInATenthEach() {
		final SplittableRandom random = new SplittableRandom(1);
		final int[] counts = new int[OBJECTS + 1];
		for (int i = 0; i < DRAWS; i++) counts[Masking.DEFAULT.shown(cues(), random).velocities().size()]++;
		final double chance = .8 / 64;
		assertEquals(.1 + chance, counts[0] / (double) DRAWS, .01, "none");
		assertEquals(.1 + chance, counts[OBJECTS] / (double) DRAWS, .01, "all");
		for (int k = 1; k < OBJECTS; k++) assertEquals(chance * binomial(k), counts[k] / (double) DRAWS, .012, k + " of 6");
	}

	private static int binomial(final int k) {
		return new int[] { 1, 6, 15, 20, 15, 6, 1 }[k];
	}

	@Test
	void showsAllWhereNothingIsHidden() {
		final SplittableRandom random = new SplittableRandom(2);
		for (int i = 0; i < 100; i++) assertEquals(OBJECTS, new Masking(Masking.By.INSTANCE, 0).shown(cues(), random).velocities().size());
	}

	@Test
	void hidesComponentsOneByOne() {
		final int[] labels = new int[10000];
		java.util.Arrays.fill(labels, 3);
		final CueField field = CueField.paint(labels, cues()), hidden = new Masking(Masking.By.ELEMENT, .3).hide(field, new SplittableRandom(3));
		int shown = 0, both = 0;
		for (int p = 0; p < labels.length; p++) {
			final int x = hidden.flow()[p] == 0 ? 0 : 1, y = hidden.flow()[labels.length + p] == 0 ? 0 : 1;
			assertEquals((x + y) / 2f, hidden.known()[p], "known part of pixel " + p);
			shown += x + y;
			both += x * y;
		}
		assertEquals(.7, shown / 20000., .01);
		assertEquals(.49, both / 10000., .02, "components are hidden independently");
		assertSame(field, Masking.DEFAULT.hide(field, new SplittableRandom(3)));
		// Neighbours give the object's motion away.
		assertEquals(3, hidden.means(labels).velocity(3, 0), 1e-9);
		assertEquals(-3, hidden.means(labels).velocity(3, 1), 1e-9);
	}

	@Test
	void paintsMasksOrCentres() {
		final int[] labels = new int[8 * 8];
		for (int y = 2; y < 5; y++) for (int x = 3; x < 6; x++) labels[y * 8 + x] = 2;
		labels[63] = 9;
		final CueField all = CueField.paint(labels, cues()), points = CueField.points(labels, 8, cues());
		int painted = 0, centres = 0;
		for (int p = 0; p < 64; p++) {
			painted += all.known()[p];
			centres += points.known()[p];
		}
		assertEquals(9, painted);
		assertEquals(1, centres);
		assertEquals(2, points.flow()[3 * 8 + 4]);
		assertEquals(-2, points.flow()[64 + 3 * 8 + 4]);
		assertTrue(all.known()[63] == 0, "label 9 has no arrow");
	}
}
