package org.motionlayers.predict.perobject;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motionlayers.scene.Progress;

/** A movie's predictors end at the velocity that makes Eq. 5 least, however their features look. */
class MovieFitTest {

	private static final double TOLERANCE = 2e-6;

	private static PositionTarget walks(final int objects, final int dimensions, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final double[] d = random.doubles(4L * objects * dimensions, -0.03, 0.03).toArray();
		return PositionTarget.ofDisplacements(d, new int[] { -4, -3, -2, -1 }, objects, dimensions);
	}

	@ParameterizedTest
	@CsvSource({ "1,1,2", "3,3,2", "90,1,3" })
	void convergesToTheLeastSquaresVelocity(final int objects, final int channels, final int dimensions) {
		final PositionTarget target = walks(objects, dimensions, 5);
		final float[] features = new float[objects * channels];
		final SplittableRandom random = new SplittableRandom(2);
		for (int k = 0; k < features.length; k++) features[k] = (float) random.nextDouble();
		final PerObjectPredictors predictors = PerObjectPredictors.create(objects, channels, dimensions, 3);
		final MovieFit.Result result = new MovieFit(predictors, features, target, TOLERANCE).run(Progress.NONE);
		final float[] v = predictors.velocities(features);
		for (int i = 0; i < objects; i++) for (int k = 0; k < dimensions; k++) assertEquals(target.velocity(i, k), v[i * dimensions + k],
			TOLERANCE, "object " + i + ", dimension " + k);
		assertTrue(result.residual() <= TOLERANCE, result.toString());
		assertEquals(target.spread(), result.loss(), 1e-8);
		assertTrue(result.steps() <= MovieFit.COMMON_STEPS + MovieFit.CYCLES * MovieFit.CYCLE_STEPS, result.toString());
	}

	@Test
	void objectsThatLookTheSameMoveApart() {
		final float[] v = { 0.01f, 0, -0.02f, 0.01f };
		final PerObjectPredictors predictors = PerObjectPredictors.create(2, 1, 2, 3);
		new MovieFit(predictors, new float[] { 1, 1 }, PositionTarget.ofVelocities(v, 2), TOLERANCE).run(Progress.NONE);
		assertArrayEquals(v, predictors.velocities(new float[] { 1, 1 }), (float) TOLERANCE);
	}

	@Test
	void theSameSeedGivesTheSameBits() {
		final PositionTarget target = walks(70, 2, 8);
		final float[][] results = new float[2][];
		for (int run = 0; run < 2; run++) {
			final PerObjectPredictors predictors = PerObjectPredictors.create(70, 1, 2, 3);
			new MovieFit(predictors, new float[70], target, TOLERANCE).run(Progress.NONE);
			results[run] = predictors.velocities(new float[70]);
		}
		assertArrayEquals(results[0], results[1]);
	}

	@Test
	void stopsWhenCanceled() {
		final Progress canceled = new Progress() {

			@Override
			public void report(final long done, final long total, final String what) {
				// nobody looks
			}

			@Override
			public boolean canceled() {
				return true;
			}
		};
		final MovieFit fit = new MovieFit(PerObjectPredictors.create(1, 1, 2, 1), new float[1], walks(1, 2, 1), TOLERANCE);
		assertThrows(CancellationException.class, () -> fit.run(canceled));
	}

	@Test
	void sharedWeightsAreRefused() {
		final PerObjectPredictors shared = PerObjectPredictors.create(Architecture.perObject(2, 1, 2).withSharedWeights(), 1);
		assertThrows(IllegalArgumentException.class, () -> new MovieFit(shared, new float[2], walks(2, 2, 1), TOLERANCE));
	}
}
