package org.motionlayers.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Shape;

/** Line and Kalman filter give numpy's forecasts; the numbers are those of scripts/make_predictor_fixtures.py. */
class BaselinePredictorsTest {

	private static final int FRAMES = 7;
	private static final int OBJECTS = 3;

	@ParameterizedTest
	@CsvSource({ "velocity,2", "velocity,3", "kalman,2", "kalman,3" })
	void forecastsAreNumpys(final String name, final int dimensions) throws IOException {
		final Shape shape = new Shape(64, 64, dimensions == 3 ? 64 : 1, 1);
		final Scene scene = Fixtures.scene(shape, new int[] { 1, 2, 3 }, new int[] { 1, 1 }, new int[] { 2, 2 }, new int[] { 3, 3 });
		final double[][][] x = positions(dimensions);
		final MotionPredictor predictor = name.equals("kalman") ? new KalmanPredictor() : new VelocityPredictor();
		final Motion motion = predictor.predict(Fixtures.request(scene, Fixtures.tracks(scene, x), Cues.NONE, 8), Progress.NONE);
		int compared = 0;
		for (final String[] row : rows(name, dimensions)) {
			final int h = Integer.parseInt(row[2]), i = Integer.parseInt(row[3]);
			for (int d = 0; d < dimensions; d++, compared++) assertEquals(Double.parseDouble(row[4 + d]), x[FRAMES - 1][i][d] + motion
				.displacement(h, i, d), 1e-9, name + ", h " + h + ", object " + i + ", dimension " + d);
		}
		assertTrue(compared == 4 * OBJECTS * dimensions, compared + " numbers compared");
	}

	private static double[][][] positions(final int dimensions) throws IOException {
		final double[][][] x = new double[FRAMES][OBJECTS][dimensions];
		for (final double[][] frame : x) for (final double[] position : frame) Arrays.fill(position, Double.NaN);
		for (final String[] row : rows("track", dimensions)) for (int d = 0; d < dimensions; d++) x[Integer.parseInt(row[2])][Integer
			.parseInt(row[3])][d] = Double.parseDouble(row[4 + d]);
		return x;
	}

	private static List<String[]> rows(final String kind, final int dimensions) throws IOException {
		try (InputStream in = BaselinePredictorsTest.class.getResourceAsStream("forecasts.csv")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split(",")).filter(row -> row[0].equals(
				kind) && row[1].equals(Integer.toString(dimensions))).toList();
		}
	}
}
