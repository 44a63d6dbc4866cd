package org.motionlayers.evaluate.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.random.MersenneTwister;
import org.junit.jupiter.api.Test;
import org.motionlayers.evaluate.Fixtures;
import org.motionlayers.scene.InputException;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Frechet distance against the papers' notes and scipy's matrix square root. */
class FrechetDistanceTest {

	private static final double[][] X = { { 1, 2 }, { 2, 4 }, { 3, 1 }, { 4, 5 }, { 0, 3 } };
	private static final double[][] Y = { { 2, 2 }, { 3, 5 }, { 5, 3 }, { 4, 4 }, { 1, 6 } };

	private static double[][] rows(final JsonElement array) {
		final JsonArray rows = array.getAsJsonArray();
		final double[][] out = new double[rows.size()][];
		for (int i = 0; i < out.length; i++) out[i] = Fixtures.doubles(rows.get(i));
		return out;
	}

	@Test
	void covarianceDividesByCountMinusOne() {
		assertArrayEquals(new double[] { 2.5, .75 }, Gaussian.of(X).covariance()[0], 1e-12);
		assertArrayEquals(new double[] { 2.5, -1 }, Gaussian.of(Y).covariance()[0], 1e-12);
	}

	@Test
	void workedExamples() {
		assertEquals(2.634372099, FrechetDistance.between(Gaussian.of(X), Gaussian.of(Y)), 1e-9);
		final double[][] a = { { 1 }, { 2 }, { 3 }, { 4 } }, b = { { 2 }, { 4 }, { 6 }, { 9 } };
		assertEquals(10.435810996, FrechetDistance.between(Gaussian.of(a), Gaussian.of(b)), 1e-9);
	}

	@Test
	void agreesWithScipy() {
		for (final JsonElement e : Fixtures.section("frechet").getAsJsonArray()) {
			final double value = e.getAsJsonObject().get("value").getAsDouble();
			final FrechetDistance ours = FrechetDistance.of(rows(e.getAsJsonObject().get("x")), rows(e.getAsJsonObject().get("y")), 1);
			assertEquals(value, ours.distance(), 1e-6 * value);
			assertEquals(value, FrechetDistance.fewSamples(rows(e.getAsJsonObject().get("x")), rows(e.getAsJsonObject().get("y"))), 1e-6 * value);
		}
	}

	@Property(tries = 40)
	void neverNegativeNorNaNWithFewerSamplesThanDimensions(@ForAll final int seed, @ForAll @IntRange(min = 2, max = 5) final int n) {
		final MersenneTwister random = new MersenneTwister(seed);
		final double[][] x = new double[n][12];
		for (final double[] row : x) for (int k = 0; k < row.length; k++) row[k] = random.nextGaussian() * Math.pow(10, k % 5 - 2);
		final double self = FrechetDistance.between(Gaussian.of(x), Gaussian.of(x));
		assertTrue(self >= 0 && self < 1e-4, "distance to itself " + self);
	}

	@Test
	void tellsSamplesDimensionsAndFloor() {
		final MersenneTwister random = new MersenneTwister(3);
		final double[][] real = new double[200][3], generated = new double[100][3];
		for (final double[][] set : new double[][][] { real, generated }) for (final double[] row : set) for (int k = 0; k < 3; k++)
			row[k] = random.nextGaussian();
		final FrechetDistance d = FrechetDistance.of(real, generated, 5);
		assertEquals(200, d.realCount());
		assertEquals(100, d.generatedCount());
		assertEquals(3, d.dimensions());
		assertTrue(d.floor() > 0 && d.floor() < 0.3, "floor " + d.floor());
		assertEquals(d, FrechetDistance.of(real, generated, 5), "same seed, same floor");
		assertTrue(Double.isNaN(FrechetDistance.of(new double[][] { { 1 }, { 2 } }, generated1(), 5).floor()));
	}

	private static double[][] generated1() {
		return new double[][] { { 1 }, { 3 } };
	}

	@Test
	void fewSamplesInManyDimensionsGiveWhatTheCovariancesGive() {
		final MersenneTwister random = new MersenneTwister(8);
		final double[][] x = new double[6][40], y = new double[5][40];
		for (final double[][] set : new double[][][] { x, y }) for (final double[] row : set) for (int k = 0; k < row.length; k++) row[k] =
			random.nextGaussian() * (k + 1) + set.length;
		final double value = FrechetDistance.of(x, y, 1).distance();
		assertEquals(FrechetDistance.between(Gaussian.of(x), Gaussian.of(y)), value, 1e-4 * value);
		assertEquals(0, FrechetDistance.fewSamples(x, x), 1e-8);
	}

	@Test
	void refusesWhatHasNoCovariance() {
		assertThrows(InputException.class, () -> Gaussian.of(new double[][] { { 1 } }));
		assertThrows(InputException.class, () -> FrechetDistance.between(Gaussian.of(X), Gaussian.of(generated1())));
	}
}
