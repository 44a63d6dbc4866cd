package org.motionlayers.composite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.RandomAccess;
import net.imglib2.img.Img;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.motionlayers.scene.Box;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Shape;

/** Frames on demand, and the same frames as ImgLib2 images. */
class LazyVideoTest {

	private static final Shape SHAPE = new Shape(11, 9, 4, 2);

	private static LazyVideo video(final PixelType type) {
		final BoxScene truth = new BoxScene(type, SHAPE).with(6, new Box(1, 2, 0, 3, 4, 2), 2, 1, 1);
		return Compositor.composite(truth.scene(), truth.motion(3));
	}

	@Test
	void nothingIsComputedTwiceWhileItIsHeld() {
		final LazyVideo video = video(PixelType.UINT8);
		assertSame(video.image(2), video.image(2));
		assertSame(video.labels(2), video.labels(2));
		assertSame(video.depth(2), video.depth(2));
		assertSame(video.flow(2), video.flow(2));
	}

	@Test
	void manyThreadsSeeTheSameFrames() {
		final LazyVideo one = video(PixelType.UINT16), many = video(PixelType.UINT16);
		IntStream.range(0, 64).parallel().forEach(i -> {
			final int t = i % 4;
			assertArrayEquals((short[]) one.image(t).data(), (short[]) many.image(t).data());
			assertArrayEquals(one.labels(t), many.labels(t));
			assertArrayEquals(one.flow(t), many.flow(t));
		});
	}

	@ParameterizedTest
	@EnumSource(PixelType.class)
	void theImageIsAStackOfItsFrames(final PixelType type) {
		final LazyVideo video = video(type);
		final Img<? extends RealType<?>> image = video.image();
		assertArrayEquals(new long[] { 11, 9, 4, 2, 4 }, Intervals.dimensionsAsLongArray(image));
		assertEquals(type.bits(), image.firstElement().getBitsPerPixel());
		final RandomAccess<? extends RealType<?>> access = image.randomAccess();
		for (int t = 0; t <= 3; t++)
			for (int c = 0; c < 2; c++)
				for (int z = 0; z < 4; z++)
					for (int y = 0; y < 9; y++)
						for (int x = 0; x < 11; x++) assertEquals(video.image(t).value(x, y, z, c), access.setPositionAndGet(x, y, z, c, t)
							.getRealDouble());
	}

	@Test
	void labelsDepthAndFlowAreStacksOfTheirFrames() {
		final LazyVideo video = video(PixelType.UINT8);
		final Img<IntType> labels = video.labels();
		final Img<FloatType> depth = video.depth(), flow = video.flow();
		assertArrayEquals(new long[] { 11, 9, 4, 4 }, Intervals.dimensionsAsLongArray(labels));
		assertArrayEquals(new long[] { 11, 9, 4, 4 }, Intervals.dimensionsAsLongArray(depth));
		assertArrayEquals(new long[] { 11, 9, 4, 3, 4 }, Intervals.dimensionsAsLongArray(flow));
		final int p = SHAPE.index(5, 4, 2);
		assertEquals(6, labels.getAt(5, 4, 2, 1).get());
		assertEquals(video.depth(1)[p], depth.getAt(5, 4, 2, 1).get());
		assertEquals(2, flow.getAt(5, 4, 2, 0, 1).get());
		assertEquals(1, flow.getAt(5, 4, 2, 2, 1).get());
	}

	@Test
	void everyCellIsAFrame() {
		final Img<IntType> labels = video(PixelType.UINT8).labels();
		final int[] cell = new int[4];
		((LazyCellImg<IntType, ?>) labels).getCellGrid().cellDimensions(cell);
		assertArrayEquals(new int[] { 11, 9, 4, 1 }, cell);
	}

	@Test
	void renderingIntoAnArrayIsTheSameFrame() {
		final LazyVideo video = video(PixelType.FLOAT32);
		final float[] mine = new float[SHAPE.values()];
		video.render(2, mine);
		assertArrayEquals((float[]) video.image(2).data(), mine);
		assertThrows(IllegalArgumentException.class, () -> video.render(2, new float[5]));
	}

	@Test
	void anyValueCanBePaintedForALayer() {
		final LazyVideo video = crowd();
		for (int t = 0; t <= 3; t++) {
			final short[] painted = new short[SHAPE.pixels()];
			Arrays.fill(painted, (short) 77);
			video.paint(t, new short[] { -1, 40, 50, 60 }, painted);
			final int[] labels = video.labels(t);
			for (int p = 0; p < painted.length; p++) assertEquals(switch (labels[p]) {
				case 3 -> 40;
				case 6 -> 50;
				case 8 -> 60;
				default -> -1;
			}, painted[p]);
			final float[] flow = new float[3 * SHAPE.pixels()];
			Arrays.fill(flow, 9);
			video.flow(t, flow);
			assertArrayEquals(video.flow(t), flow);
		}
		assertThrows(IllegalArgumentException.class, () -> video.paint(1, new int[3], new int[SHAPE.pixels()]));
		assertThrows(IllegalArgumentException.class, () -> video.paint(1, new int[4], new int[SHAPE.pixels() - 1]));
	}

	@Test
	void whatIsSeenOfALayerIsCounted() {
		final LazyVideo video = crowd();
		final List<Integer> told = new ArrayList<>();
		final int[][] counts = video.visiblePixels(told::add);
		assertEquals(List.of(1, 2, 3), told);
		for (int t = 1; t <= 3; t++) {
			final int[] labels = video.labels(t);
			assertArrayEquals(IntStream.of(3, 6, 8).map(label -> (int) Arrays.stream(labels).filter(l -> l == label).count()).toArray(), counts[t -
				1]);
		}
		assertEquals(6, counts[0][0], "nearest of all");
		assertEquals(0, counts[2][2], "out of the frame");
	}

	/** Three boxes: one comes in front of another, one leaves the frame. */
	private static LazyVideo crowd() {
		final BoxScene truth = new BoxScene(PixelType.UINT8, SHAPE).with(6, new Box(1, 2, 0, 4, 4, 2), 2, 1, 1).with(3, new Box(7, 4, 1, 3, 2, 1), 0, 0,
			0).with(8, new Box(0, 0, 3, 3, 2, 1), -1, 0, 0);
		return Compositor.composite(truth.scene(), truth.motion(3));
	}

	@Test
	void framesOutsideAreRefused() {
		final LazyVideo video = video(PixelType.UINT8);
		assertEquals(3, video.frames());
		assertThrows(IndexOutOfBoundsException.class, () -> video.image(4));
		assertThrows(IndexOutOfBoundsException.class, () -> video.labels(-1));
	}
}
