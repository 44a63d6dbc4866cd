package org.motionlayers.evaluate.dreamer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.motionlayers.evaluate.motion.MotionError;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;

class PatchTrackerTest {

	private static final List<Trial> TRIALS = Trial.of(8, 0, 0, Progress.NONE);

	@Test
	void compositedFramesTellToAFractionOfAPixelHowLayersWereMoved() {
		for (final Trial trial : TRIALS) {
			final Motion truth = trial.truth();
			final Motion measured = PatchTracker.track(trial.scene(), Baselines.truth().imagine(trial, Progress.NONE).frames());
			for (int i = 0; i < truth.objects(); i++) for (int d = 0; d < 2; d++) assertEquals(Math.rint(truth.displacement(Trial.FRAMES, i, d)),
				measured.displacement(Trial.FRAMES, i, d), 0.3, "object " + i + " of " + trial.sample().movie().title());
		}
	}

	@Test
	void trueFramesTellMostOfTheTruthThoughBodiesTurn() {
		final List<Double> errors = new ArrayList<>();
		for (final Trial trial : TRIALS) {
			final MotionError error = new MotionError(PatchTracker.track(trial.scene(), Contest.frames(trial)), trial.truth());
			for (int i = 0; i < trial.truth().objects(); i++) errors.add(error.position(Trial.FRAMES, i));
		}
		final double[] sorted = errors.stream().mapToDouble(Double::doubleValue).sorted().toArray();
		assertTrue(sorted[sorted.length / 2] < 0.5, "median error: " + Arrays.toString(sorted));
	}
}
