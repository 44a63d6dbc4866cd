package org.motionlayers.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motionlayers.predict.Drawing.Ball;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.scene.Tracks;

import ij.ImagePlus;
import ij.io.Opener;

/** The camera's motion is found where there is one, in drawn and in real movies, and is exactly 0 where there is none. */
class CameraTrackTest {

	private static final int FRAMES = 5;
	private static final Shape FLAT = Shape.of(160, 140);
	private static final Ball FAST = new Ball(1, 12, new double[] { 80, 60, 0 }, new double[] { 6, -3, 0 });
	private static final Ball SLOW = new Ball(2, 9, new double[] { 40, 90, 0 }, new double[] { -1, 1, 0 });

	private static Tracks measure(final Movie movie, final Segmentation labels) {
		final int last = movie.frames() - 1;
		final Scene scene = Fixtures.scene(movie.frame(last), labels.labels(last));
		return new TrackMeasurer(TrackMeasurer.Border.CENTROID).measure(movie, labels, scene, Progress.NONE);
	}

	private static Tracks measure(final Drawing drawing) {
		return measure(drawing.movie(FRAMES), drawing.labels(FRAMES));
	}

	@ParameterizedTest
	@CsvSource({ "3,-2", "-1,0", "0,2.5", "-7,6" })
	void findsTheDriftOfATexturedBackground(final double vx, final double vy) {
		final Tracks tracks = measure(new Drawing(FLAT, 5).drifting(vx, vy).with(FAST).with(SLOW));
		for (int k = 0; k < FRAMES; k++) {
			final int t = k - (FRAMES - 1);
			assertEquals(Math.rint(vx * t), tracks.camera(k, 0), 0.25, "x in frame " + k);
			assertEquals(Math.rint(vy * t), tracks.camera(k, 1), 0.25, "y in frame " + k);
		}
	}

	@Test
	void findsTheDriftIn3D() {
		final Ball ball = new Ball(1, 6, new double[] { 40, 40, 6 }, new double[] { -2, 1, 0 });
		final Tracks tracks = measure(new Drawing(new Shape(80, 72, 12, 1), 5).drifting(2, -1, 1).with(ball));
		for (int k = 1; k < FRAMES; k++) {
			final int t = k - (FRAMES - 1);
			assertEquals(2 * t, tracks.camera(k, 0), 0.3, "x in frame " + k);
			assertEquals(-t, tracks.camera(k, 1), 0.3, "y in frame " + k);
			assertEquals(t, tracks.camera(k, 2), 0.3, "z in frame " + k);
		}
	}

	@ParameterizedTest
	@CsvSource({ "30,2", "30,30", "0,20", "0,0", "3,10" })
	void aStillBackgroundHasExactlyNoDriftWhateverTheNoise(final double contrast, final double noise) {
		final Tracks tracks = measure(new Drawing(FLAT, 6).looking(contrast, noise).with(FAST).with(SLOW));
		for (int k = 0; k < FRAMES; k++) for (int d = 0; d < 2; d++) assertEquals(0, tracks.camera(k, d), "frame " + k + ", dimension " + d);
	}

	@Test
	void framesThatTellNothingLieBetweenThoseThatDo() {
		final Drawing drawing = new Drawing(FLAT, 7).drifting(3, 0).with(SLOW);
		final Movie movie = drawing.movie(FRAMES);
		final List<Frame> frames = new ArrayList<>();
		for (int k = 0; k < FRAMES; k++) frames.add(k == 0 || k == 2 ? new Frame(PixelType.UINT8, FLAT, new byte[FLAT.values()]) : movie.frame(
			k));
		final Tracks tracks = measure(Movie.of("with black frames", frames), drawing.labels(FRAMES));
		for (int k = 0; k < FRAMES; k++) assertEquals(3 * (k - 4), tracks.camera(k, 0), 0.5, "frame " + k);
	}

	@Test
	void aFrameFullOfObjectsHasNoDrift() {
		final Drawing drawing = new Drawing(FLAT, 8).with(new Ball(1, 300, new double[] { 80, 60, 0 }, new double[3]));
		assertFalse(measure(drawing).cameraMoves());
	}

	@ParameterizedTest
	@ValueSource(strings = { "nuclei_hela_h2b", "phase_t98g", "cars_parking_rgb", "droplet_3dt" })
	void inventsNoDriftInRealMovies(final String name) {
		final Tracks tracks = measure(Real.movie(name, 5, 4, 0, 0), Real.labels(name, 5, 4, 0, 0));
		assertFalse(tracks.cameraMoves(), () -> name + ": " + tracks.camera(0, 0) + ", " + tracks.camera(0, 1));
	}

	@ParameterizedTest
	@CsvSource({ "nuclei_hela_h2b,1", "phase_t98g,1", "cars_parking_rgb,1" })
	void findsTheDriftPutIntoRealMovies(final String name, final double tolerance) {
		final Tracks tracks = measure(Real.movie(name, 5, 4, -4, -3), Real.labels(name, 5, 4, -4, -3));
		assertTrue(tracks.cameraMoves(), name);
		final double[] velocity = new StabilizedTracks(tracks).cameraVelocity();
		assertEquals(-4, velocity[0], tolerance, name);
		assertEquals(-3, velocity[1], tolerance, name);
	}

	/** Frames of a real movie, cut out so that all content moves by some pixels per frame. */
	private static final class Real {

		static Movie movie(final String name, final int from, final int frames, final int vx, final int vy) {
			final ImagePlus image = open(name, "image.tif");
			final List<Frame> list = new ArrayList<>();
			for (int k = 0; k < frames; k++) list.add(frame(image, from + k, frames, vx * (k - frames + 1), vy * (k - frames + 1), vx, vy));
			return Movie.of(name, list);
		}

		static Segmentation labels(final String name, final int from, final int frames, final int vx, final int vy) {
			final ImagePlus image = open(name, "labels.tif");
			final int[][] labels = new int[frames][];
			Shape shape = null;
			for (int k = 0; k < frames; k++) {
				final Frame frame = frame(image, from + k, frames, vx * (k - frames + 1), vy * (k - frames + 1), vx, vy);
				shape = frame.shape();
				labels[k] = new int[shape.pixels()];
				for (int i = 0; i < labels[k].length; i++) labels[k][i] = (int) frame.type().get(frame.data(), i);
			}
			return Segmentation.of(shape, labels);
		}

		private static ImagePlus open(final String name, final String file) {
			final Path path = Path.of("..", "shared", "data", name, file);
			Assumptions.assumeTrue(Files.exists(path), () -> path + " is not there");
			return new Opener().openImage(path.toString());
		}

		private static Frame frame(final ImagePlus image, final int t, final int frames, final int sx, final int sy, final int vx,
			final int vy)
		{
			final int marginX = Math.abs(vx) * frames, marginY = Math.abs(vy) * frames;
			final Shape shape = new Shape(image.getWidth() - 2 * marginX, image.getHeight() - 2 * marginY, image.getNSlices(), image
				.getNChannels());
			final PixelType type = image.getBitDepth() == 8 ? PixelType.UINT8 : PixelType.UINT16;
			final Object data = type.newArray(shape.values());
			int at = 0;
			for (int c = 1; c <= shape.channels(); c++) for (int z = 1; z <= shape.depth(); z++) {
				final Object plane = image.getStack().getPixels(image.getStackIndex(c, z, t + 1));
				for (int y = 0; y < shape.height(); y++, at += shape.width()) System.arraycopy(plane, (y + marginY - sy) * image.getWidth() + marginX -
					sx, data, at, shape.width());
			}
			return new Frame(type, shape, data);
		}
	}
}
