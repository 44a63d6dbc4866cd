package org.motionlayers.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.InputException;

class SweepTest {

	private static void refused(final String text, final String part) {
		final String message = assertThrows(InputException.class, () -> Sweep.of(text)).getMessage();
		assertTrue(message.contains(part), message);
	}

	@Test
	void nothingIsOneCombinationOfNothing() {
		assertEquals(List.of(List.of()), Sweep.of(" "));
	}

	@Test
	void theLastKeyIsTheFastest() {
		assertEquals(List.of(List.of("seed=-1", "predictor=still"), List.of("seed=-1", "predictor=kalman"), List.of("seed=0", "predictor=still"),
			List.of("seed=0", "predictor=kalman")), Sweep.of("seed=-1..0 predictor=still,kalman"));
	}

	@Test
	void valuesInBracketsMayHaveSpaces() {
		assertEquals(List.of(List.of("labels=my labels.tif"), List.of("labels=b.tif")), Sweep.of("labels=[my labels.tif,b.tif]"));
	}

	@Test
	void foldersAreCalledAfterWhatVaries() {
		assertEquals("seed=1_labels=a-b.tif", Sweep.folder(List.of("seed=1", "labels=a/b.tif")));
	}

	@Test
	void whatIsNoSweepIsRefused() {
		refused("seed", "'seed' was found, key=value");
		refused("seed=1..3 seed=4", "seed is there twice");
		refused("seed=3..1", "first..last");
		refused("labels=[a", "a bracket is not closed");
		refused("seed=1..1000 steps=2..1000 frames=1..10", "more than 1000000 combinations");
	}
}
