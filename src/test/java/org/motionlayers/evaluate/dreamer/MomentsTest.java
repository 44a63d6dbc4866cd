package org.motionlayers.evaluate.dreamer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.motionlayers.evaluate.distribution.FrechetDistance;
import org.motionlayers.evaluate.distribution.Gaussian;
import org.motionlayers.evaluate.distribution.Moments;
import org.motionlayers.scene.Progress;

class MomentsTest {

	private static final double[][] X = { { 1, 2 }, { 2, 4 }, { 3, 1 }, { 4, 5 }, { 0, 3 } };
	private static final double[][] Y = { { 2, 2 }, { 3, 5 }, { 5, 3 }, { 4, 4 }, { 1, 6 } };

	private static List<Moments> parts(final double[][] all) {
		return List.of(Moments.of(new double[][] { all[0], all[1] }), Moments.of(new double[][] { all[2], all[3], all[4] }));
	}

	@Test
	void sumsOfPartsAreTheWhole() {
		final Gaussian whole = Gaussian.of(X), parts = Moments.gaussian(parts(X), new int[] { 0, 1 });
		assertArrayEquals(whole.mean(), parts.mean(), 1e-12);
		for (int i = 0; i < 2; i++) assertArrayEquals(whole.covariance()[i], parts.covariance()[i], 1e-12);
		assertEquals(5, parts.count());
	}

	@Test
	void aTrialDrawnTwiceCountsTwice() {
		final Gaussian twice = Gaussian.of(new double[][] { X[0], X[1], X[0], X[1] });
		assertArrayEquals(twice.covariance()[0], Moments.gaussian(parts(X), new int[] { 0, 0 }).covariance()[0], 1e-12);
	}

	@Test
	void featuresOfOneTrialDrawnTwiceHaveADistance() {
		// eight vectors in 64 dimensions, each twice: the library's eigenvalues do not converge on them
		final Trial trial = Trial.of(1, 1, 0, Progress.NONE).get(0);
		final List<Moments> truth = List.of(Features.frames(Contest.frames(trial), Progress.NONE));
		final Gaussian twice = Moments.gaussian(truth, new int[] { 0, 0 });
		assertEquals(0, FrechetDistance.between(twice, twice), 1e-9);
	}

	@Test
	void theDistanceIsThatOfSciPy() {
		// numpy and scipy.linalg.sqrtm on the same ten points
		assertEquals(2.634372099, FrechetDistance.between(Moments.gaussian(parts(X), new int[] { 0, 1 }), Moments.gaussian(parts(Y), new int[] { 0,
			1 })), 1e-8);
	}
}
