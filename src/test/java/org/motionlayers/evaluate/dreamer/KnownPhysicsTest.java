package org.motionlayers.evaluate.dreamer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.motionlayers.evaluate.motion.MotionError;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;

/** What an arrow tells those who know all of physics. */
class KnownPhysicsTest {

	private static final List<Trial> TRIALS = Trial.of(6, 0, 0, Progress.NONE);

	private static Future imagine(final Trial trial, final int pushes) {
		return new KnownPhysics(pushes).imagine(trial, Progress.NONE);
	}

	@Test
	void arrowsAreMet() {
		for (final Trial trial : TRIALS) for (final Motion motion : imagine(trial, 60).draws()) for (final int i : trial.hinted()) assertTrue(
			new MotionError(motion, trial.truth()).position(trial.frames(), i) <= 1, trial.request().seed() + ": " + new MotionError(motion, trial
				.truth()).position(trial.frames(), i));
	}

	/** Among the pushes that lead to the arrow is one that is like the true one, so what is hit goes where it truly goes. */
	@Test
	void theTruthIsAmongThem() {
		double nearest = 0, still = 0;
		for (final Trial trial : TRIALS) {
			final List<Motion> draws = imagine(trial, 200).draws();
			for (final int i : trial.hit()) {
				nearest += draws.stream().mapToDouble(m -> new MotionError(m, trial.truth()).position(trial.frames(), i)).min().orElseThrow();
				still += Math.hypot(trial.truth().displacement(trial.frames(), i, 0), trial.truth().displacement(trial.frames(), i, 1));
			}
		}
		assertTrue(still > 0 && nearest < .3 * still, nearest + " px of " + still);
	}

	@Test
	void theSameTrialGivesTheSame() {
		final Motion one = imagine(TRIALS.get(0), 10).motion(), two = imagine(TRIALS.get(0), 10).motion();
		for (int i = 0; i < one.objects(); i++) for (int d = 0; d < 2; d++) assertEquals(one.displacement(8, i, d), two.displacement(8, i, d));
	}
}
