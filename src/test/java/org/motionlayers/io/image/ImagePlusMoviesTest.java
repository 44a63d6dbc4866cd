package org.motionlayers.io.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Shape;

class ImagePlusMoviesTest {

	/** A stack of 2 x 1 pixels whose planes hold their number, from 1. */
	private static ImagePlus numbered(final int channels, final int slices, final int frames) {
		final ImageStack stack = new ImageStack(2, 1);
		for (int n = 1; n <= channels * slices * frames; n++) stack.addSlice(new ByteProcessor(2, 1, new byte[] { (byte) n, (byte) (100 + n) }));
		final ImagePlus imp = new ImagePlus("numbered.tif", stack);
		imp.setDimensions(channels, slices, frames);
		return imp;
	}

	@Test
	void channelsComeFirstThenSlicesThenTime() {
		final Movie movie = ImagePlusMovies.toMovie(numbered(2, 3, 4));
		assertEquals(new Shape(2, 1, 3, 2), movie.shape());
		assertEquals(4, movie.frames());
		for (int t = 0; t < 4; t++) for (int z = 0; z < 3; z++) for (int c = 0; c < 2; c++) assertEquals(1 + c + 2 * z + 6 * t, movie.frame(t)
			.value(0, 0, z, c), "c " + c + " z " + z + " t " + t);
	}

	@Test
	void frameKeepsPixelsAfterAnEdit() {
		final ImagePlus imp = numbered(1, 1, 2);
		final Frame frame = ImagePlusMovies.toMovie(imp).frame(0);
		imp.getStack().getProcessor(1).set(0, 0, 77);
		assertEquals(1, frame.value(0, 0, 0, 0));
	}

	@Test
	void slicesCanBeTakenForTime() {
		final Movie movie = ImagePlusMovies.toMovie(numbered(2, 3, 1));
		assertTrue(Movies.hasSlicesOnly(movie));
		final Movie timed = Movies.zAsTime(movie);
		assertEquals(3, timed.frames());
		assertEquals(new Shape(2, 1, 1, 2), timed.shape());
		assertEquals(6, timed.frame(2).value(0, 0, 0, 1));
		assertThrows(IllegalArgumentException.class, () -> Movies.zAsTime(timed));
	}

	@Test
	void slicesOfAMovieInMemoryToo() {
		final byte[] data = { 1, 2, 3, 4, 5, 6, 7, 8 };
		final Movie movie = Movie.of("memory", List.of(new Frame(PixelType.UINT8, new Shape(1, 2, 2, 2), data)));
		final Movie timed = Movies.zAsTime(movie);
		assertEquals(4, timed.frame(1).value(0, 1, 0, 0));
		assertEquals(7, timed.frame(1).value(0, 0, 0, 1));
	}

	@Test
	void aVirtualStackIsReadPlaneByPlane() {
		final List<Integer> asked = new ArrayList<>();
		final VirtualStack stack = new VirtualStack(2, 1) {

			@Override
			public int getSize() {
				return 100;
			}

			@Override
			public ImageProcessor getProcessor(final int n) {
				asked.add(n);
				return new ShortProcessor(2, 1, new short[] { (short) n, 0 }, null);
			}
		};
		final ImagePlus imp = new ImagePlus("virtual", stack);
		imp.setDimensions(1, 2, 50);
		final Movie movie = ImagePlusMovies.toMovie(imp);
		asked.clear();
		assertEquals(82, movie.frame(40).value(0, 0, 1, 0));
		assertEquals(List.of(81, 82), asked);
	}

	@Test
	void stacksThatUseOneArrayAgainAreReadByManyThreads() {
		final byte[] shared = new byte[4096];
		final VirtualStack stack = new VirtualStack(64, 64) {

			@Override
			public int getSize() {
				return 200;
			}

			@Override
			public ImageProcessor getProcessor(final int n) {
				java.util.Arrays.fill(shared, (byte) n);
				return new ByteProcessor(64, 64, shared);
			}
		};
		final ImagePlus imp = new ImagePlus("one array", stack);
		imp.setDimensions(1, 2, 100);
		final Movie movie = ImagePlusMovies.toMovie(imp);
		java.util.stream.IntStream.range(0, 100).parallel().forEach(t -> {
			final Frame frame = movie.frame(t);
			for (int i = 0; i < 8192; i++) assertEquals((byte) (2 * t + 1 + i / 4096), ((byte[]) frame.data())[i], "frame " + t);
		});
	}

	@Test
	void rgbBecomesThreeChannels() {
		final Movie movie = ImagePlusMovies.toMovie(new ImagePlus("rgb", new ColorProcessor(2, 1, new int[] { 0x102030, 0xfffefd })));
		assertEquals(Display.RGB, movie.display());
		assertEquals(new Shape(2, 1, 1, 3), movie.shape());
		assertEquals(0x10, movie.frame(0).value(0, 0, 0, 0));
		assertEquals(0xfe, movie.frame(0).value(1, 0, 0, 1));
		assertEquals(0xfd, movie.frame(0).value(1, 0, 0, 2));
	}

	@Test
	void floatsAreMovedBitByBit() {
		final float[] values = { Float.NaN, -0f, Float.POSITIVE_INFINITY, 1e-40f };
		final Frame frame = ImagePlusMovies.toMovie(new ImagePlus("float", new FloatProcessor(2, 2, values.clone()))).frame(0);
		for (int i = 0; i < 4; i++) assertEquals(Float.floatToRawIntBits(values[i]), Float.floatToRawIntBits(((float[]) frame.data())[i]));
	}

	@Test
	void unitsAreMended() {
		final ImagePlus imp = numbered(1, 1, 1);
		imp.getCalibration().pixelWidth = 0.65;
		imp.getCalibration().setUnit("\\u00B5m");
		imp.getCalibration().frameInterval = 2;
		imp.getCalibration().setTimeUnit("min");
		assertEquals(new Calibration(0.65, 1, 1, "\u00b5m", 2, "min"), ImagePlusMovies.toMovie(imp).calibration());
	}

	@Test
	void anUncalibratedImageIsInPixelsAndFrames() {
		assertEquals(Calibration.NONE, ImagePlusMovies.toMovie(numbered(1, 1, 3)).calibration());
	}

	@Test
	void theEmptyImageThatMeansNoneIsRefused() {
		assertTrue(assertThrows(InputException.class, () -> ImagePlusMovies.toMovie(new ImagePlus())).getMessage().startsWith("No image"));
		assertThrows(InputException.class, () -> ImagePlusMovies.toMovie(null));
	}

	@Test
	void unlikePlanesAreRefused() {
		final VirtualStack stack = new VirtualStack(2, 1) {

			@Override
			public int getSize() {
				return 2;
			}

			@Override
			public ImageProcessor getProcessor(final int n) {
				return n == 1 ? new ByteProcessor(2, 1) : new FloatProcessor(2, 1);
			}
		};
		final ImagePlus imp = new ImagePlus("unlike", stack);
		imp.setDimensions(1, 1, 2);
		final Movie movie = ImagePlusMovies.toMovie(imp);
		assertTrue(assertThrows(InputException.class, () -> movie.frame(1)).getMessage().contains("another size or pixel type"));
	}

	@Test
	void titlesLoseTheirEndings() {
		assertEquals("numbered", ImagePlusMovies.toMovie(numbered(1, 1, 1)).title());
		assertEquals("a", Titles.withoutEnding("a.ome.tif"));
		assertEquals(".tif", Titles.withoutEnding(".tif"));
		assertEquals("v1.2", Titles.withoutEnding("v1.2"));
	}

	@Test
	void namesAreOrderedAsPeopleDo() {
		final List<String> names = new ArrayList<>(List.of("t10.tif", "t2.tif", "T1.tif", "t02.tif", "s3", "t"));
		names.sort(NaturalOrder.INSTANCE);
		assertEquals(List.of("s3", "t", "T1.tif", "t02.tif", "t2.tif", "t10.tif"), names);
	}

	@Test
	void aRangeOfNoughtToOneIsUnknownInWholeNumbers() {
		final ImagePlus converted = new ImagePlus("converted", new ij.process.ShortProcessor(4, 4));
		converted.setDisplayRange(0, 1);
		assertEquals(0, ImagePlusMovies.toMovie(converted).display().channels().size(), "the host's converter says so of all images");
		converted.setDisplayRange(0, 700);
		assertEquals(700, ImagePlusMovies.toMovie(converted).display().channels().get(0).maximum());
		final ImagePlus shares = new ImagePlus("shares", new ij.process.FloatProcessor(4, 4));
		shares.setDisplayRange(0, 1);
		assertEquals(1, ImagePlusMovies.toMovie(shares).display().channels().get(0).maximum());
	}
}
