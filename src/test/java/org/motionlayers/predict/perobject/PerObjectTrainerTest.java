package org.motionlayers.predict.perobject;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class PerObjectTrainerTest {

	private static final int MANY = 203;

	/** Features of some objects and velocities 0.06 (colour - 0.5), as in MeloMotion, 4.1. */
	private record Sample(float[] colours, PositionTarget target) {

		static Sample of(final int objects, final SplittableRandom random) {
			final float[] colours = new float[3 * objects], v = new float[2 * objects];
			for (int k = 0; k < colours.length; k++) colours[k] = (float) random.nextDouble();
			for (int i = 0; i < objects; i++) for (int k = 0; k < 2; k++) v[2 * i + k] = 0.06f * (colours[3 * i + k] - 0.5f);
			return new Sample(colours, PositionTarget.ofVelocities(v, 2));
		}
	}

	private static double[] train(final PerObjectPredictors predictors, final int steps) {
		final SplittableRandom random = new SplittableRandom(7);
		final PerObjectTrainer trainer = new PerObjectTrainer(predictors, steps);
		final double[] losses = new double[steps];
		for (int n = 0; n < steps; n++) {
			final Sample sample = Sample.of(predictors.architecture().objects(), random);
			losses[n] = trainer.step(sample.colours, sample.target);
		}
		return losses;
	}

	private static double mean(final double[] values, final int from, final int to) {
		return java.util.Arrays.stream(values, from, to).average().orElseThrow();
	}

	@Test
	void learnsVelocityFromColourAsInTableTwo() {
		final double[] losses = train(PerObjectPredictors.create(3, 3, 2, 1), 12000);
		assertTrue(mean(losses, 10000, 12000) < 1e-6, "mean loss of the last epoch " + mean(losses, 10000, 12000));
		assertTrue(mean(losses, 11800, 12000) < 1e-7, "mean loss at the end " + mean(losses, 11800, 12000));
	}

	@Test
	void sharedWeightsLearnItTooBecauseColourTellsAll() {
		final double[] losses = train(PerObjectPredictors.create(Architecture.perObject(3, 3, 2).withSharedWeights(), 1), 4000);
		assertTrue(mean(losses, 3900, 4000) < 1e-6, "mean loss at the end " + mean(losses, 3900, 4000));
	}

	@Test
	void theNumberOfThreadsChangesNoBit() {
		final float[][] results = new float[3][];
		final int[] threads = { 1, 2, 7 };
		for (int run = 0; run < threads.length; run++) {
			final PerObjectPredictors predictors = PerObjectPredictors.create(MANY, 3, 2, 5);
			final PerObjectTrainer trainer = new PerObjectTrainer(predictors, AdamW.MELOMOTION, LearningRate.constant(1e-2), threads[run]);
			final SplittableRandom random = new SplittableRandom(3);
			for (int n = 0; n < 5; n++) {
				final Sample sample = Sample.of(MANY, random);
				trainer.step(sample.colours, sample.target);
			}
			final SplittableRandom test = new SplittableRandom(4);
			results[run] = predictors.velocities(Sample.of(MANY, test).colours);
		}
		assertArrayEquals(results[0], results[1]);
		assertArrayEquals(results[0], results[2]);
	}

	@Test
	void weightsDependOnTheSeedAndTheObjectAlone() {
		final float[] third = PerObjectPredictors.create(3, 3, 2, 5).predictorWeights(2);
		assertArrayEquals(third, PerObjectPredictors.create(30, 3, 2, 5).predictorWeights(2));
		assertNotEquals(third[0], PerObjectPredictors.create(3, 3, 2, 6).predictorWeights(2)[0]);
		assertNotEquals(third[0], PerObjectPredictors.create(3, 3, 2, 5).predictorWeights(1)[0]);
		for (int k = 0; k < third.length; k++) assertTrue(Math.abs(third[k]) <= 1 / Math.sqrt(k < 64 * 32 + 32 ? 64 : 32), "weight " + k +
			" is " + third[k]);
	}

	@Test
	void objectsLearnWithoutTouchingEachOther() {
		final Architecture direct = new Architecture(2, 6, 2, 6, 4, Architecture.Input.DIRECT, Architecture.Weights.OWN, false);
		final PerObjectPredictors both = PerObjectPredictors.create(direct, 9);
		final float[] before = both.predictorWeights(1);
		final PositionTarget firstAlone = PositionTarget.ofDisplacements(new double[] { 1, 1, Double.NaN, Double.NaN }, new int[] { 1 }, 2, 2);
		final PerObjectTrainer trainer = new PerObjectTrainer(both, new AdamW(0.9, 0.95, 1e-8, 0), LearningRate.constant(1e-2), 1);
		for (int n = 0; n < 3; n++) trainer.step(new float[12], firstAlone);
		assertArrayEquals(before, both.predictorWeights(1), "an object never seen keeps its weights");
		assertNotEquals(before[direct.outputBias()], both.predictorWeights(0)[direct.outputBias()]);
		assertEquals(3, trainer.steps());
	}

	@Test
	void theCosineEndsAtZero() {
		final LearningRate rate = LearningRate.cosine(0.2, 10);
		assertEquals(0.2, rate.at(0), 1e-15);
		assertEquals(0.1, rate.at(5), 1e-15);
		assertEquals(0, rate.at(10));
		assertEquals(0, rate.at(11));
		assertEquals(0.2, new PerObjectTrainer(PerObjectPredictors.create(1, 1, 2, 1), AdamW.MELOMOTION, rate, 1).learningRate());
	}

	@Test
	void featuresAndTargetsOfAnotherSizeAreRefused() {
		final PerObjectPredictors predictors = PerObjectPredictors.create(3, 3, 2, 1);
		final PerObjectTrainer trainer = new PerObjectTrainer(predictors, 10);
		final PositionTarget two = PositionTarget.ofVelocities(new float[4], 2), deep = PositionTarget.ofVelocities(new float[9], 3);
		assertThrows(IllegalArgumentException.class, () -> trainer.step(new float[9], two));
		assertThrows(IllegalArgumentException.class, () -> trainer.step(new float[9], deep));
		assertThrows(IllegalArgumentException.class, () -> trainer.step(new float[8], PositionTarget.ofVelocities(new float[6], 2)));
		assertThrows(IllegalArgumentException.class, () -> predictors.velocities(new float[10]));
		assertThrows(IllegalArgumentException.class, () -> predictors.setProjectorWeights(new float[1]));
	}
}
