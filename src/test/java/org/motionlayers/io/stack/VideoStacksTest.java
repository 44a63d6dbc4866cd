package org.motionlayers.io.stack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.io.BoxWorld;
import org.motionlayers.io.image.ImagePlusMovies;
import org.motionlayers.io.image.Images;
import org.motionlayers.scene.Box;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.LabelColors;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;

class VideoStacksTest {

	@TempDir
	Path folder;

	private static void assertSameFrames(final Movie expected, final Movie actual) {
		assertEquals(expected.type(), actual.type());
		assertEquals(expected.shape(), actual.shape());
		assertEquals(expected.frames(), actual.frames());
		for (int t = 0; t < expected.frames(); t++) {
			final Frame a = expected.frame(t), b = actual.frame(t);
			for (int i = 0; i < a.shape().values(); i++) {
				final int at = i, time = t;
				assertEquals(a.type().get(a.data(), i), b.type().get(b.data(), i), () -> "value " + at + " of frame " + time);
			}
		}
	}

	@Test
	void aStackIsRealBelowTheLimitAndVirtualAbove() {
		final FrameSeries series = VideoStacks.image(BoxWorld.flat());
		final long bytes = 24 * 16 * 4 * 2;
		assertFalse(series.image(bytes).getStack().isVirtual());
		assertTrue(series.image(bytes - 1).getStack().isVirtual());
		assertSameFrames(ImagePlusMovies.toMovie(series.image(bytes)), ImagePlusMovies.toMovie(series.image(0)));
	}

	@Test
	void timeIsTAndPlanesAreNamed() {
		final ImagePlus imp = VideoStacks.image(BoxWorld.flat()).image(0);
		assertArrayEquals(new int[] { 24, 16, 1, 1, 4 }, imp.getDimensions());
		assertEquals("t+3 predicted", imp.getStack().getSliceLabel(3));
		assertEquals(0.25, imp.getCalibration().pixelHeight);
		assertEquals(20, imp.getCalibration().frameInterval);
	}

	@Test
	void observedFramesComeInFront() {
		final BoxWorld world = BoxWorld.flat();
		final ImagePlus imp = VideoStacks.image(world.movie(), world).image(0);
		assertEquals(7, imp.getNFrames());
		assertEquals(List.of("t-2 observed", "t-1 observed", "t observed", "t+1 predicted"), IntStream.rangeClosed(1, 4).mapToObj(n -> imp
			.getStack().getSliceLabel(n)).toList());
		assertEquals(31, imp.getStack().getProcessor(1).get(2, 4), "label 3 begins at x 2");
		assertEquals(31, imp.getStack().getProcessor(7).get(14, 4), "label 3 has moved to x 14");
	}

	@Test
	void imagesGoOutAndComeBack() {
		for (final BoxWorld world : List.of(BoxWorld.flat(), BoxWorld.solid(), rgb())) {
			final Movie back = ImagePlusMovies.toMovie(VideoStacks.image(world).image());
			assertSameFrames(VideoStacks.image(world).movie(), back);
			assertEquals(world.scene().calibration(), back.calibration());
			assertEquals(world.scene().display().mode(), back.display().mode());
		}
	}

	private static BoxWorld rgb() {
		return new BoxWorld(new Shape(12, 8, 1, 3), PixelType.UINT8, Calibration.NONE, Display.RGB, 1, 2).with(5, new Box(1, 1, 0, 4, 4, 1), 1,
			0, 0);
	}

	@Test
	void channelsKeepTheirRanges() {
		final CompositeImage imp = (CompositeImage) VideoStacks.image(BoxWorld.solid()).image();
		assertEquals(IJ.COMPOSITE, imp.getMode());
		assertEquals(90, imp.getLuts()[0].max);
		assertEquals(5, imp.getLuts()[1].min);
		assertArrayEquals(new int[] { 10, 9, 2, 6, 3 }, imp.getDimensions());
	}

	@Test
	void filesReadBackTheSame() throws IOException {
		for (final BoxWorld world : List.of(BoxWorld.flat(), BoxWorld.solid(), rgb())) {
			final FrameSeries series = VideoStacks.image(world.movie(), world);
			final Path path = folder.resolve("video.tif");
			series.write(path, Progress.NONE);
			final Movie back = Images.open(path);
			assertSameFrames(series.movie(), back);
			assertEquals(world.scene().calibration(), back.calibration());
			assertEquals(world.scene().display().mode(), back.display().mode());
			final ImagePlus imp = IJ.openImage(path.toString());
			assertEquals("t observed", imp.getStack().getSliceLabel(imp.getStackIndex(1, 1, world.movie().frames())));
		}
	}

	@Test
	void theSameFramesGiveTheSameBytes() throws IOException {
		VideoStacks.labels(BoxWorld.flat()).write(folder.resolve("a.tif"), Progress.NONE);
		VideoStacks.labels(BoxWorld.flat()).write(folder.resolve("b.tif"), Progress.NONE);
		assertEquals(-1, Files.mismatch(folder.resolve("a.tif"), folder.resolve("b.tif")));
	}

	@Test
	void labelsKeepTheirNumbersAndHaveColours() throws IOException {
		final Path path = folder.resolve("labels.tif");
		VideoStacks.labels(BoxWorld.flat()).write(path, Progress.NONE);
		final Movie back = Images.open(path);
		assertEquals(PixelType.UINT16, back.type());
		assertEquals(1000, back.frame(0).value(14, 7, 0, 0));
		assertEquals(3, back.frame(0).value(8, 4, 0, 0));
		assertArrayEquals(LabelColors.lut(), back.display().channels().get(0).lut());
		assertEquals(1000, back.display().channels().get(0).maximum());
	}

	@Test
	void largeLabelsAreFloatsAndVeryLargeOnesAreNumberedAfresh() {
		final BoxWorld large = BoxWorld.flat().with(1 << 24, new Box(0, 0, 0, 1, 1, 1), 0, 0, 0);
		assertEquals(PixelType.FLOAT32, VideoStacks.labels(large).movie().type());
		assertEquals(1 << 24, VideoStacks.labels(large).movie().frame(0).value(0, 0, 0, 0));
		final BoxWorld veryLarge = BoxWorld.flat().with((1 << 24) + 1, new Box(0, 0, 0, 1, 1, 1), 0, 0, 0);
		final FrameSeries series = VideoStacks.labels(veryLarge.segmentation(), veryLarge);
		assertEquals(PixelType.UINT16, series.movie().type());
		assertEquals(3, series.movie().frame(0).value(0, 0, 0, 0));
		assertEquals("1 = label 3\n2 = label 1000\n3 = label 16777217\n", series.info());
		assertEquals(series.info(), series.image().getProperty("Info"));
	}

	@Test
	void flowHasAChannelForEveryAxis() throws IOException {
		final Path path = folder.resolve("flow.tif");
		VideoStacks.flow(BoxWorld.solid()).write(path, Progress.NONE);
		final Movie back = Images.open(path);
		assertEquals(new Shape(10, 9, 6, 3), back.shape());
		assertEquals(1, back.frame(0).value(3, 3, 2, 0));
		assertEquals(0, back.frame(0).value(3, 3, 2, 1));
		assertEquals(1, back.frame(0).value(3, 3, 2, 2));
		assertEquals("t+1 predicted dz (pixel)", IJ.openImage(path.toString()).getStack().getSliceLabel(3));
	}

	@Test
	void depthIsInfiniteBehindObjects() {
		final Movie depth = VideoStacks.depth(BoxWorld.flat()).movie();
		assertEquals(Double.POSITIVE_INFINITY, depth.frame(0).value(0, 0, 0, 0));
		assertEquals(1000, depth.frame(0).value(14, 7, 0, 0));
		assertEquals(3, depth.display().channels().get(0).minimum());
	}

	@Test
	void aSinglePlaneIsWrittenToo() throws IOException {
		final Movie one = Movie.of("one", List.of(Frame.of(PixelType.FLOAT32, 2, 1, new float[] { 1.5f, Float.NaN })));
		new FrameSeries(one, (t, c) -> null, "").write(folder.resolve("one.tif"), Progress.NONE);
		final Frame back = Images.open(folder.resolve("one.tif")).frame(0);
		assertEquals(1.5, back.value(0, 0, 0, 0));
		assertTrue(Double.isNaN(back.value(1, 0, 0, 0)));
	}

	@Test
	void framesAreAskedForOnceAndOneAtATime() throws IOException {
		final AtomicInteger asked = new AtomicInteger();
		final Movie from = BoxWorld.solid().movie();
		final Movie counted = new Movie("counted", from.type(), from.shape(), from.frames(), from.calibration(), from.display(), t -> {
			asked.incrementAndGet();
			return from.frame(t);
		});
		new FrameSeries(counted, (t, c) -> null, "").write(folder.resolve("counted.tif"), Progress.NONE);
		// once for the header, then once a frame
		assertTrue(asked.get() <= from.frames() + 1, "asked " + asked + " times for " + from.frames() + " frames");
	}

	@Test
	void writingStopsWhenCanceled() {
		final Progress canceled = new Progress() {

			@Override
			public void report(final long done, final long total, final String what) {
				// nobody listens
			}

			@Override
			public boolean canceled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> VideoStacks.image(BoxWorld.flat()).write(folder.resolve("a.tif"), canceled));
	}
}
