package org.motionlayers.dreamer.decoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.motionlayers.composite.Compositor;
import org.motionlayers.decompose.ConstantInpainter;
import org.motionlayers.decompose.Decomposer;
import org.motionlayers.diffusion.Drawing;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.DenseMotion;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.scene.Video;

/** An untrained decoder draws the splatted first frame, so that a moved box must be where compositing puts it. */
class DecodedVideoTest {

	private static final Drawing FEW = new Drawing(Drawing.Method.DDIM, 4);

	private static DecoderTrainee trainee;
	private static VideoDecoder decoder;

	@BeforeAll
	static void make() {
		trainee = DecoderTraineeTest.trainee(DecoderTraineeTest.TINY);
		decoder = VideoDecoder.of(trainee.network());
	}

	@AfterAll
	static void free() {
		decoder.close();
	}

	/** A bright box of 8 x 8 pixels on a darker ground that goes 4 pixels to the right in every frame. */
	private static Video video(final PixelType type, final Shape shape, final Display display, final int frames) {
		final Object data = type.newArray(shape.values());
		final int[] labels = new int[shape.pixels()];
		for (int z = 0; z < shape.depth(); z++) for (int y = 0; y < shape.height(); y++) for (int x = 0; x < shape.width(); x++) {
			final int p = shape.index(x, y, z);
			final boolean box = x >= 4 && x < 12 && y >= 8 && y < 16;
			if (box) labels[p] = 3;
			for (int c = 0; c < shape.channels(); c++) type.set(data, c * shape.pixels() + p, box ? 200 - 20 * c : 100 + 10 * c);
		}
		final Movie movie = Movie.of("box", List.of(new Frame(type, shape, data))).with(Calibration.NONE, display);
		final Scene scene = Decomposer.decompose(movie, Segmentation.of(shape, labels), new ConstantInpainter(), Optional.empty(), 1, Progress.NONE);
		return Compositor.composite(scene, Motion.constant(new int[] { 3 }, frames, shape.dimensions(), shape.dimensions() == 2 ? new double[] { 4,
			0 } : new double[] { 4, 0, 0 }, new double[0], new Motion.Provenance("test", 1, Map.of())));
	}

	private static DecodedVideo draw(final Video video) {
		return DecodedVideo.of(decoder, video, FEW, 1, Progress.NONE);
	}

	@Test
	void labelsFlowAndDepthOnTheGridAreThoseOfTheVideo() {
		final Video video = video(PixelType.UINT8, Shape.of(16, 16), Display.DEFAULT, 1);
		final DenseMotion same = new GridVideo(video, 16).motion();
		assertArrayEquals(video.labels(1), same.labels(1));
		assertArrayEquals(video.flow(1), same.flow(1));
		assertArrayEquals(video.depth(1), same.depth(1));
		// Half the size: the box is 4 x 4 pixels and goes 2 pixels.
		final DenseMotion half = new GridVideo(video(PixelType.UINT8, Shape.of(32, 32), Display.DEFAULT, 1), 16).motion();
		int area = 0;
		for (int p = 0; p < 256; p++) if (half.labels(1)[p] == 3) {
			area++;
			assertEquals(2, half.flow(1)[p]);
			assertTrue(p % 16 >= 4 && p % 16 < 8 && p / 16 >= 4 && p / 16 < 8, "pixel " + p);
		}
		assertEquals(16, area);
	}

	@Test
	void greyOf16BitIsDrawnInItsRangeAndSize() {
		final Video video = video(PixelType.UINT16, Shape.of(32, 32), new Display(Display.Mode.GRAYSCALE, List.of(new Display.Channel(50, 250,
			new int[0]))), 2);
		final DecodedVideo drawn = draw(video);
		assertEquals(3, drawn.movie().frames());
		assertSame(video.image(0), drawn.movie().frame(0));
		final Frame last = drawn.movie().frame(2);
		assertEquals(PixelType.UINT16, last.type());
		assertEquals(200, last.value(16, 12, 0, 0), 25, "the middle of the box");
		assertEquals(100, last.value(28, 28, 0, 0), 25, "the ground");
		assertTrue(drawn.remark().contains("Frames 1 to 2 were drawn by the video decoder at 16 x 16 pixels and enlarged to 32 x 32, grey as equal" +
			" red, green and blue; values from 50 to 250"), drawn.remark());
	}

	@Test
	void channelsAreDrawnOneByOneAndThreeTogether() {
		final Frame two = draw(video(PixelType.FLOAT32, new Shape(16, 16, 1, 2), Display.DEFAULT, 1)).movie().frame(1);
		assertEquals(200, two.value(11, 11, 0, 0), 25);
		assertEquals(180, two.value(11, 11, 0, 1), 25);
		final DecodedVideo colour = draw(video(PixelType.UINT8, new Shape(16, 16, 1, 3), Display.RGB, 1));
		for (int c = 0; c < 3; c++) assertEquals(200 - 20 * c, colour.movie().frame(1).value(11, 11, 0, c), 25);
		assertEquals("Frames 1 to 1 were drawn by the video decoder at 16 x 16 pixels; values from 0 to 255 (first channel) are kept, others" +
			" clipped.", colour.remark());
	}

	@Test
	void moreFramesThanTheNetworkDrawsComeInParts() {
		final DecodedVideo drawn = draw(video(PixelType.UINT8, Shape.of(64, 16), Display.DEFAULT, 5));
		assertEquals(6, drawn.movie().frames());
		assertTrue(drawn.remark().endsWith("; 2 frames at a time."), drawn.remark());
		final Frame last = drawn.movie().frame(5);
		assertTrue(last.value(28, 12, 0, 0) > last.value(8, 12, 0, 0) + 30, "the box has come to x = 28: " + last.value(28, 12, 0, 0) + " against " +
			last.value(8, 12, 0, 0));
	}

	@Test
	void volumesAndSmallImagesAreRefused() {
		assertTrue(assertThrows(InputException.class, () -> draw(video(PixelType.UINT8, new Shape(32, 32, 4, 1), Display.DEFAULT, 1)))
			.getMessage().startsWith("render=decoder: the image has 4 planes"));
		assertTrue(assertThrows(InputException.class, () -> draw(video(PixelType.UINT8, Shape.of(15, 15), Display.DEFAULT, 1))).getMessage()
			.startsWith("render=decoder: the image has 15 x 15 pixels"));
	}

	@Test
	void aCancelStopsWithinAStep() {
		final int[] steps = new int[1];
		final Progress impatient = new Progress() {

			@Override
			public void report(final long done, final long total, final String what) {
				steps[0]++;
			}

			@Override
			public boolean canceled() {
				return steps[0] == 2;
			}
		};
		assertThrows(CancellationException.class, () -> DecodedVideo.of(decoder, video(PixelType.UINT8, Shape.of(16, 16), Display.DEFAULT, 1), FEW,
			1, impatient));
		assertEquals(2, steps[0]);
	}

	@Test
	void nothingStaysInTheEngine() {
		final int owned = NetworkEngine.call(trainee.network()::ownedArrays);
		DecodedVideo.of(decoder, video(PixelType.UINT8, Shape.of(16, 16), Display.DEFAULT, 2), new Drawing(Drawing.Method.DDPM, 300), 1,
			Progress.NONE);
		assertEquals(owned, NetworkEngine.call(trainee.network()::ownedArrays));
	}
}
