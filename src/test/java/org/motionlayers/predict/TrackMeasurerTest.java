package org.motionlayers.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.motionlayers.predict.Drawing.Ball;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.scene.Tracks;

class TrackMeasurerTest {

	private static final Shape FLAT = Shape.of(90, 80);

	private static double[] p(final double... values) {
		return values;
	}

	private static Tracks measure(final Drawing drawing, final int frames, final TrackMeasurer measurer) {
		final Movie movie = drawing.movie(frames);
		final Segmentation labels = drawing.labels(frames);
		final Scene scene = Fixtures.scene(movie.frame(frames - 1), labels.labels(frames - 1));
		return measurer.measure(movie, labels, scene, Progress.NONE);
	}

	@Test
	void positionsAreCentroidsAndUnseenObjectsHaveNone() {
		final Drawing drawing = new Drawing(FLAT, 1).with(new Ball(7, 6, p(40, 30, 0), p(2, -1, 0))).with(new Ball(70000, 5, p(60, 60, 0), p(-30,
			0, 0)));
		final Tracks tracks = measure(drawing, 3, new TrackMeasurer());
		assertEquals(2, tracks.objects());
		assertEquals(70000, tracks.label(1));
		for (int k = 0; k < 3; k++) {
			assertEquals(40 + 2 * (k - 2), tracks.position(k, 0, 0), 1e-9, "x in frame " + k);
			assertEquals(30 - (k - 2), tracks.position(k, 0, 1), 1e-9, "y in frame " + k);
			assertFalse(tracks.cut(k, 0));
		}
		assertFalse(tracks.seen(0, 1), "at x = 120 of 90 it is outside");
		assertTrue(tracks.cut(1, 1), "at x = 90 of 90 it is cut");
	}

	@Test
	void oneFrameIsEnoughToMeasure() {
		final Tracks tracks = measure(new Drawing(FLAT, 1).with(new Ball(1, 6, p(40, 30, 0), p(0, 0, 0))), 1, new TrackMeasurer());
		assertEquals(40, tracks.position(0, 0, 0), 1e-9);
		assertFalse(tracks.cameraMoves());
	}

	@Test
	void anObjectThatTheBorderCutsIsAlignedNotAveraged() {
		final Drawing drawing = new Drawing(FLAT, 2).with(new Ball(1, 12, p(4, 40, 0), p(-4, 2, 0)));
		final Tracks aligned = measure(drawing, 4, new TrackMeasurer()), centroids = measure(drawing, 4, new TrackMeasurer(
			TrackMeasurer.Border.CENTROID));
		assertTrue(aligned.cut(3, 0));
		double worstCentroid = 0;
		for (int k = 0; k < 4; k++) {
			final double moved = aligned.position(k, 0, 0) - aligned.position(3, 0, 0);
			assertEquals(-4 * (k - 3), moved, 0.5, "x against the reference frame in frame " + k);
			assertEquals(2 * (k - 3), aligned.position(k, 0, 1) - aligned.position(3, 0, 1), 0.5, "y in frame " + k);
			worstCentroid = Math.max(worstCentroid, Math.abs(centroids.position(k, 0, 0) - centroids.position(3, 0, 0) + 4 * (k - 3)));
		}
		assertTrue(worstCentroid > 2, "the centroid of what is left is wrong by " + worstCentroid);
	}

	@Test
	void aCutObjectIsAlignedIn3D() {
		final Drawing drawing = new Drawing(new Shape(40, 40, 12, 1), 3).with(new Ball(1, 7, p(36, 20, 3), p(3, -1, -1)));
		final Tracks tracks = measure(drawing, 3, new TrackMeasurer());
		for (int k = 0; k < 3; k++) {
			assertEquals(3 * (k - 2), tracks.position(k, 0, 0) - tracks.position(2, 0, 0), 0.6, "x in frame " + k);
			assertEquals(-1 * (k - 2), tracks.position(k, 0, 1) - tracks.position(2, 0, 1), 0.6, "y in frame " + k);
			assertEquals(-1 * (k - 2), tracks.position(k, 0, 2) - tracks.position(2, 0, 2), 0.6, "z in frame " + k);
		}
	}

	@Test
	void anObjectThatFillsTheFrameHasNoMotion() {
		final Tracks tracks = measure(new Drawing(FLAT, 2).with(new Ball(1, 500, p(40, 40, 0), p(0, 0, 0))), 2, new TrackMeasurer());
		assertEquals(0, tracks.position(0, 0, 0) - tracks.position(1, 0, 0), 0.05);
	}

	@Test
	void labelsThatDoNotFitAreRefused() {
		final Drawing drawing = new Drawing(FLAT, 1).with(new Ball(1, 6, p(40, 30, 0), p(0, 0, 0)));
		final Movie movie = drawing.movie(2);
		final Scene scene = Fixtures.scene(movie.frame(1), drawing.labels(1).labels(0));
		final TrackMeasurer measurer = new TrackMeasurer();
		final Segmentation three = drawing.labels(3), small = Segmentation.of(Shape.of(4, 4), new int[16], new int[16]);
		assertTrue(assertThrows(InputException.class, () -> measurer.measure(movie, three, scene, Progress.NONE)).getMessage().contains(
			"3 frames"));
		assertTrue(assertThrows(InputException.class, () -> measurer.measure(movie, small, scene, Progress.NONE)).getMessage().contains(
			"4 x 4"));
		final Segmentation afresh = new Segmentation(FLAT, 2, three::labels, Map.of(), false, Calibration.NONE, "a folder");
		assertTrue(assertThrows(InputException.class, () -> measurer.measure(movie, afresh, scene, Progress.NONE)).getMessage().contains(
			"afresh"));
	}
}
