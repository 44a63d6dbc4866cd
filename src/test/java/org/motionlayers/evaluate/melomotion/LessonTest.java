package org.motionlayers.evaluate.melomotion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.motionlayers.simulate.SquaresOptions;

class LessonTest {

	private static final Lesson THREE = new Lesson(new float[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 }, new float[] { 10, 20, 40, 50, 70, 80 });

	@Test
	void featuresAndVelocitiesAreShuffledTogether() {
		final SplittableRandom random = new SplittableRandom(1);
		for (int n = 0; n < 20; n++) {
			final Lesson shuffled = THREE.shuffled(random);
			for (int i = 0; i < 3; i++) assertEquals(10 * shuffled.features()[3 * i], shuffled.velocities()[2 * i], "object " + i);
		}
	}

	@Test
	void indicesAreFurtherFeatures() {
		assertArrayEquals(new float[] { 1, 2, 3, 1, 0, 0, 4, 5, 6, 0, 1, 0, 7, 8, 9, 0, 0, 1 }, THREE.withIndices().features());
	}

	@Test
	void baselinesAreWhatTheirFormulasSay() {
		final List<Lesson> training = Lesson.of(Lesson.scenes(SquaresOptions.PAPER, 500, 1)), test = Lesson.of(Lesson.scenes(
			SquaresOptions.PAPER, 500, 2));
		final Baselines baselines = Baselines.of(training, test);
		assertEquals(0.06 * 0.06 / 6, baselines.zero(), 0.4e-4); // papers-notes A3.5: k^2 / 6
		assertEquals(baselines.zero(), baselines.mean(), 0.1e-4);
		assertEquals(0, baselines.leastSquares(), 1e-15);
	}

	@Test
	void meanAndDeviationAreThoseOfASample() {
		final Spread spread = Spread.of(1, 2, 3, 6);
		assertEquals(3, spread.mean());
		assertEquals(Math.sqrt(14 / 3.0), spread.deviation(), 1e-12);
		assertEquals(0, Spread.of(5).deviation());
	}
}
