package org.motionlayers.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.io.image.Images;
import org.motionlayers.predict.Fixtures;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Futures;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Shape;

/** Quantiles and probabilities of futures laid down by a rule, against NumPy: quantile(method="inverted_cdf") and a histogram. */
class FutureFilesTest {

	private static final int SAMPLES = 25;

	@TempDir
	Path temp;

	private static Futures futures(final Shape shape, final Calibration calibration, final int[]... places) {
		final Scene drawn = Fixtures.scene(shape, new int[] { 4, 9 }, places);
		final Scene scene = new Scene("rule", drawn.background(), drawn.layers(), calibration, drawn.display());
		final int dimensions = shape.dimensions();
		final Motion still = new Motion(scene.labels(), 2, dimensions, new double[4 * dimensions], new double[0], new double[0],
			new Motion.Provenance("rule", 0, Map.of()));
		final double[][][] paths = new double[SAMPLES][3][dimensions];
		for (int s = 0; s < SAMPLES; s++) for (int t = 1; t <= 2; t++) {
			paths[s][t][0] = t * (s * 37 % 25 - 12) / 4.0;
			paths[s][t][1] = s * 11 % 25 / 5.0 - 2;
		}
		return new Futures(scene, still, SAMPLES, object -> new Futures.Paths(paths, paths));
	}

	private Path write(final Futures futures, final Progress progress) {
		try (OutputFolder out = OutputFolder.open(temp.resolve("out"), false)) {
			FutureFiles.write(out, futures, 5, progress);
			out.commit(new RunRecord("predict"));
		}
		return temp.resolve("out");
	}

	@Test
	void quantilesAreThoseOfNumPy() throws IOException {
		final Calibration calibration = new Calibration(0.5, 0.25, 1, "um", 10, "s");
		final List<String> lines = Files.readAllLines(write(futures(Shape.of(12, 10), calibration, new int[] { 5, 6 }, new int[] { 2, 3 }),
			Progress.NONE).resolve("quantiles.csv"));
		assertEquals("label,frame,t (frame),t (s),x 10 % (pixel),x 50 % (pixel),x 90 % (pixel),y 10 % (pixel),y 50 % (pixel),y 90 % (pixel)," +
			"80 % region (pixel),x 10 % (um),x 50 % (um),x 90 % (um),y 10 % (um),y 50 % (um),y 90 % (um),80 % region (um)", lines.get(0));
		assertEquals("4,5,1,10,2.5,5,7.5,4.4,6.4,8.4,2.785678,1.25,2.5,3.75,1.1,1.6,2.1,1.265899", lines.get(1));
		assertEquals("9,6,2,20,-3,2,7,1.4,3.4,5.4,5.063596,-1.5,1,3.5,0.35,0.85,1.35,2.507987", lines.get(4));
		assertEquals(5, lines.size());
	}

	@Test
	void probabilityIsTheShareOfFuturesThatCoverAPixel() throws IOException {
		final Movie probability = Images.open(write(futures(Shape.of(12, 10), Calibration.NONE, new int[] { 5, 6 }, new int[] { 2, 3 }),
			Progress.NONE).resolve("probability.tif"));
		assertEquals(PixelType.FLOAT32, probability.type());
		assertEquals(2, probability.frames());
		double sum = 0;
		for (int y = 0; y < 10; y++) for (int x = 0; x < 12; x++) sum += probability.frame(1).value(x, y, 0, 0);
		assertEquals(1.672, sum, 1e-5);
		assertEquals(0.08, probability.frame(1).value(5, 6, 0, 0), 1e-6);
		assertEquals(0.1168, probability.frame(1).value(0, 5, 0, 0), 1e-6, "two objects may come here: 1 - (1 - p)(1 - q)");
	}

	@Test
	void stacksHaveADepth() throws IOException {
		final Path out = write(futures(new Shape(12, 10, 4, 1), Calibration.NONE, new int[] { 5, 6, 2 }, new int[] { 2, 3, 0 }), Progress.NONE);
		assertEquals("4,5,1,2.5,5,7.5,4.4,6.4,8.4,2,2,2,2.785678", Files.readAllLines(out.resolve("quantiles.csv")).get(1));
		final Movie probability = Images.open(out.resolve("probability.tif"));
		assertEquals(4, probability.shape().depth());
		assertEquals(0.08, probability.frame(1).value(5, 6, 2, 0), 1e-6);
		assertEquals(0, probability.frame(1).value(5, 6, 1, 0));
	}

	@Test
	void aCancelLeavesNothing() {
		final Futures futures = futures(Shape.of(12, 10), Calibration.NONE, new int[] { 5, 6 }, new int[] { 2, 3 });
		assertThrows(CancellationException.class, () -> write(futures, new Progress() {

			@Override
			public void report(final long done, final long total, final String what) {
				// nobody listens
			}

			@Override
			public boolean canceled() {
				return true;
			}
		}));
		assertFalse(Files.exists(temp.resolve("out")));
	}
}
