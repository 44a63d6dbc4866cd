package org.motionlayers.evaluate.dreamer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.motionlayers.evaluate.paper.Estimate;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;

/** Scores of the truth, of standing still and of motions made by hand. */
class ScoreTest {

	/** So few that the test is quick. */
	private static final int DRAWS = 10;

	private static Contest contest;
	private static Sheet truth;
	private static Sheet velocity;

	@BeforeAll
	static void run() {
		contest = new Contest(Trial.of(6, 0, 0, Progress.NONE), DRAWS, Progress.NONE);
		truth = contest.score(Baselines.truth());
		velocity = contest.score(Baselines.constantVelocity());
	}

	private static Motion motion(final int objects, final double... displacements) {
		final int[] labels = new int[objects];
		for (int i = 0; i < objects; i++) labels[i] = i + 1;
		return new Motion(labels, displacements.length / objects / 2, 2, displacements, new double[0], new double[0], new Motion.Provenance(
			"hand", 0, Map.of()));
	}

	@Test
	void theTruthHasNoErrors() {
		assertEquals(new Estimate(0, 0, 0), truth.position());
		assertEquals(0, truth.fvmd().value(), 1e-6);
		assertEquals(0, truth.mean(Score::start).value());
		assertEquals(0, truth.mean(score -> new double[] { score.momentum() }).value());
		assertEquals(0, truth.median(Score::follow).value(), 1e-9);
		// layers move by whole pixels and do not turn, so masks fit up to their rims
		assertTrue(truth.overlap().value() > 0.8, truth.overlap().toString());
		assertTrue(truth.fd().value() < velocity.fd().value(), truth.fd() + " against " + velocity.fd());
	}

	@Test
	void constantVelocityIsItsClosedForm() {
		final double[] expected = contest.trials().stream().flatMapToDouble(trial -> java.util.stream.IntStream.range(0, trial.truth().objects())
			.mapToDouble(i -> {
				// an arrow is the mean displacement, so it leads to the true last place; all else stands
				return trial.hinted(i) ? 0 : Math.hypot(trial.sample().position(Trial.FRAMES, i, 0) - trial.sample().position(0, i, 0), trial.sample()
					.position(Trial.FRAMES, i, 1) - trial.sample().position(0, i, 1));
			})).toArray();
		assertEquals(Arrays.stream(expected).average().orElseThrow(), velocity.position().value(), 1e-9);
		assertEquals(0, velocity.median(Score::follow).value(), 1e-9);
		assertTrue(velocity.fvmd().value() > 100 * Math.max(1e-9, truth.fvmd().value()), velocity.fvmd().toString());
	}

	@Test
	void trueVelocityIsRightUntilTheFirstContact() {
		final Sheet sheet = contest.score(Baselines.trueVelocity());
		int checked = 0;
		for (int k = 0; k < contest.trials().size(); k++) {
			final Trial trial = contest.trials().get(k);
			final double contact = trial.sample().contacts().stream().mapToDouble(c -> c.time()).min().orElse(Trial.FRAMES + 1);
			for (int t = 1; t < contact && t <= Trial.FRAMES; t++, checked++) assertEquals(0, Arrays.stream(sheet.scores().get(k).position()[t -
				1]).max().orElseThrow(), 0.02, "trial " + k + ", frame " + t);
		}
		assertTrue(checked > 4, checked + " frames before a contact");
	}

	@Test
	void objectsThatAreHitHaveNoArrowAndMove() {
		int hit = 0;
		for (final Trial trial : contest.trials()) for (final int i : trial.hit()) {
			assertTrue(!trial.hinted(i));
			hit++;
		}
		assertTrue(hit >= 3, hit + " objects are hit");
	}

	@Test
	void aStartIsInterpolatedBetweenFrames() {
		// 0.25 px after one frame, 1.25 px after two: half a pixel at 1.25 frames
		assertEquals(1.25, Score.start(motion(1, 0.25, 0, 1.25, 0, 5, 0), 0), 1e-12);
		assertEquals(0.125, Score.start(motion(1, 0, 4, 0, 8), 0), 1e-12);
		assertEquals(4, Score.start(motion(1, 0.1, 0, 0.2, 0, 0.3, 0), 0), "never is the frame after the last");
	}

	@Test
	void momentumOfOneBodyIsItsVelocity() {
		final Trial trial = contest.trials().get(0);
		final int n = trial.truth().objects();
		final double[] moved = new double[Trial.FRAMES * n * 2];
		for (int t = 1; t <= Trial.FRAMES; t++) for (int i = 0; i < n; i++) for (int d = 0; d < 2; d++)
			moved[((t - 1) * n + i) * 2 + d] = trial.truth().displacement(t, i, d) + (i == 2 && d == 0 ? 0.5 * t : 0);
		double px = 0, py = 0;
		for (int i = 0; i < n; i++) {
			px += trial.sample().paths().bodies().get(i).mass() * trial.sample().paths().velocities()[0][2 * i];
			py += trial.sample().paths().bodies().get(i).mass() * trial.sample().paths().velocities()[0][2 * i + 1];
		}
		assertEquals(0.5 * trial.sample().paths().bodies().get(2).mass() / Math.hypot(px, py), Momentum.drift(trial, motion(n, moved)), 1e-9);
	}

	@Test
	void anArmAgainstItselfIsNoDifferenceAndAWholeRatio() {
		assertEquals(new Estimate(0, 0, 0), velocity.difference(velocity, Score::lastPosition));
		final Estimate ratio = velocity.ratio(velocity, Score::hit);
		assertEquals(1, ratio.value(), 1e-12);
		assertEquals(1, ratio.low(), 1e-12);
	}

	@Test
	void intervalsHoldTheirValue() {
		for (final Estimate e : new Estimate[] { velocity.position(), velocity.overlap(), velocity.mean(Score::start) })
			assertTrue(e.low() <= e.value() && e.value() <= e.high() && e.low() < e.high(), e.toString());
	}
}
