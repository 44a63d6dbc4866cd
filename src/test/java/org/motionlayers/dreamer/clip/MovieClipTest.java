package org.motionlayers.dreamer.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;

/** A square of 16 x 16 pixels in a 16-bit movie of 128 x 96 that moves by (4, 2), and one of 8 x 8 that rests. */
class MovieClipTest {

	private static final int WIDTH = 128;
	private static final int HEIGHT = 96;

	private static int[] labels(final int t) {
		final int[] labels = new int[WIDTH * HEIGHT];
		for (int y = 0; y < HEIGHT; y++) for (int x = 0; x < WIDTH; x++) {
			if (x >= 32 + 4 * t && x < 48 + 4 * t && y >= 16 + 2 * t && y < 32 + 2 * t) labels[y * WIDTH + x] = 700;
			if (x >= 96 && x < 104 && y >= 64 && y < 72) labels[y * WIDTH + x] = 3;
		}
		return labels;
	}

	private static Movie movie() {
		final List<Frame> frames = IntStream.range(0, 5).mapToObj(t -> {
			final int[] labels = labels(t);
			final short[] data = new short[labels.length];
			for (int p = 0; p < data.length; p++) data[p] = (short) (labels[p] == 700 ? 5000 : labels[p] == 3 ? 3000 : 1000);
			return Frame.of(PixelType.UINT16, WIDTH, HEIGHT, data);
		}).toList();
		return Movie.of("squares", frames);
	}

	private static Segmentation segmentation() {
		return Segmentation.of(Shape.of(WIDTH, HEIGHT), IntStream.range(0, 5).mapToObj(MovieClipTest::labels).toArray(int[][]::new));
	}

	@Test
	void halvesSizeAndMotion() {
		final Clip clip = MovieClip.of(movie(), segmentation(), 1, 3, 64);
		assertEquals(64, clip.width());
		assertEquals(3, clip.frames());
		// At t = 1 of the movie the square starts at (36, 18): (18, 9) on the grid, 8 rows lower for the empty border of a 4:3 image.
		for (int y = 0; y < 64; y++) for (int x = 0; x < 64; x++) {
			final boolean large = x >= 18 && x < 26 && y >= 17 && y < 25, small = x >= 48 && x < 52 && y >= 40 && y < 44;
			assertEquals(large ? 700 : small ? 3 : 0, clip.labels(0)[y * 64 + x], "label at " + x + ", " + y);
			assertEquals(large ? 1 : small ? .5 : y < 8 || y >= 56 ? mean() : 0, clip.rgb(0)[y * 64 + x], 1e-5, "red at " + x + ", " + y);
			assertEquals(large ? 2 : small ? 1 : Float.POSITIVE_INFINITY, clip.depth(0)[y * 64 + x], "depth at " + x + ", " + y);
		}
		for (int p = 0; p < 64 * 64; p++) {
			assertEquals(clip.labels(2)[p] == 700 ? 2 : 0, clip.flow(2)[p], 1e-5);
			assertEquals(clip.labels(2)[p] == 700 ? 1 : 0, clip.flow(2)[64 * 64 + p], 1e-5);
		}
	}

	/** Of values stretched from 1000 .. 5000 to 0 .. 1. */
	private static double mean() {
		return (16 * 16 * 1 + 8 * 8 * .5) / (WIDTH * HEIGHT);
	}

	@Test
	void anObjectThatNoPixelCentreHitsKeepsOnePixel() {
		final int[] labels = new int[256 * 256];
		labels[10 * 256 + 13] = 5;
		final int[] grid = new Canvas(Shape.of(256, 256), 64).labels(labels);
		assertEquals(5, grid[2 * 64 + 3]);
		assertEquals(1, IntStream.of(grid).filter(l -> l != 0).count());
	}

	@Test
	void refusesWhatDoesNotFit() {
		assertTrue(assertThrows(InputException.class, () -> MovieClip.of(movie(), segmentation(), 2, 3, 64)).getMessage().contains("5 frames"));
		assertTrue(assertThrows(InputException.class, () -> new Canvas(Shape.of(40, 30), 64)).getMessage().contains("40 x 30"));
		assertTrue(assertThrows(InputException.class, () -> new Canvas(new Shape(80, 80, 5, 1), 64)).getMessage().contains("one plane"));
	}
}
