package org.motionlayers.composite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Array;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.motionlayers.composite.Compositor.Mode;
import org.motionlayers.decompose.Decomposer;
import org.motionlayers.scene.Box;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;

/** Compositing against frames drawn pixel by pixel: not a bit may differ. */
class CompositorTest {

	private static final Shape FLAT = Shape.of(40, 30);
	private static final Shape SOLID = new Shape(20, 18, 9, 1);

	static void assertSame(final Frame expected, final Frame found, final String what) {
		final int n = Array.getLength(expected.data());
		assertEquals(n, Array.getLength(found.data()), what);
		for (int i = 0; i < n; i++) {
			final int at = i;
			assertEquals(Array.get(expected.data(), i), Array.get(found.data(), i), () -> what + ", value " + at);
		}
	}

	private static void assertFollows(final BoxScene truth, final int frames) {
		final LazyVideo video = Compositor.composite(truth.scene(), truth.motion(frames));
		for (int t = 0; t <= frames; t++) {
			assertSame(truth.frame(t), video.image(t), "frame " + t);
			assertArrayEquals(truth.labels(t), video.labels(t), "labels " + t);
		}
	}

	static Stream<Arguments> kinds() {
		return Stream.of(PixelType.values()).flatMap(type -> Stream.of(FLAT, FLAT.withChannels(3), SOLID, SOLID.withChannels(2)).map(
			shape -> Arguments.of(type, shape)));
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void squaresApartComeOutAsTheGeneratorDrewThem(final PixelType type, final Shape shape) {
		final boolean flat = shape.depth() == 1;
		assertFollows(new BoxScene(type, shape).with(2, new Box(2, 3, 0, 5, 5, flat ? 1 : 3), 1, 2, flat ? 0 : 1).with(70000, new Box(12, 1, 0, 4,
			3, 1), -1, 0, flat ? 0 : 2).with(9, new Box(13, 12, 0, 4, 4, 1), 0, 0), 4);
	}

	@Test
	void aHiddenObjectReappearsIntact() {
		final BoxScene truth = new BoxScene(PixelType.UINT16, FLAT).with(1, new Box(1, 5, 0, 8, 8, 1), 2, 0).with(2, new Box(14, 7, 0, 4, 3, 1), 0,
			0).with(3, new Box(30, 5, 0, 8, 8, 1), -2, 0);
		assertFollows(truth, 15);
	}

	@Test
	void ofEqualDepthsTheSmallerLabelIsInFront() {
		final BoxScene truth = new BoxScene(PixelType.UINT8, FLAT).with(5, new Box(2, 4, 0, 6, 6, 1), 1, 0).with(4, new Box(20, 4, 0, 6, 6, 1), -1,
			0);
		final Frame level = Frame.of(PixelType.UINT8, 40, 30, new byte[40 * 30]);
		final LazyVideo video = Compositor.composite(truth.scene(Optional.of(level)), truth.motion(20));
		for (int t = 0; t <= 20; t++) assertSame(truth.frame(t), video.image(t), "frame " + t);
		assertEquals(4, video.labels(9)[6 * 40 + 13]);
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void objectsThatLeaveVanishAndNeverWrap(final PixelType type, final Shape shape) {
		final int depth = shape.depth() == 1 ? 0 : 1;
		final int right = shape.width() - 7, low = shape.height() - 8;
		assertFollows(new BoxScene(type, shape).with(1, new Box(2, 2, 0, 4, 4, 1), -3, 0).with(2, new Box(9, 2, depth, 4, 4, 1), 0, -3, -depth)
			.with(3, new Box(right, 6, 0, 5, 4, 1), 4, 0).with(4, new Box(3, low, depth * 3, 5, 6, 1 + depth), 0, 5, 3 * depth).with(5, new Box(right,
				low, 0, 3, 3, 1), 40, 40), 5);
	}

	@Test
	void rowsAcrossBandsArePaintedOnce() {
		final Shape tall = Shape.of(3000, 90);
		assertFollows(new BoxScene(PixelType.UINT8, tall).with(1, new Box(5, 3, 0, 40, 80, 1), 30, 1).with(2, new Box(100, 0, 0, 700, 90, 1), -3, 0)
			.with(3, new Box(900, 20, 0, 50, 50, 1), -40, 3), 6);
	}

	@ParameterizedTest
	@EnumSource(PixelType.class)
	void sumAddsToTheLetterOfEquation4(final PixelType type) {
		final BoxScene truth = new BoxScene(type, FLAT.withChannels(2)).with(1, new Box(1, 5, 0, 9, 8, 1), 2, 0).with(2, new Box(14, 7, 0, 8, 8, 1),
			-1, 0);
		final Scene scene = truth.scene();
		final Motion motion = truth.motion(5);
		final Frame found = Compositor.composite(scene, motion, Mode.SUM).image(5);
		final double[] sums = IntStream.range(0, scene.shape().values()).mapToDouble(i -> type.get(truth.background().data(), i)).toArray();
		for (int i = 0; i < scene.objects(); i++) {
			final BoxScene alone = truth;
			final int label = scene.labels()[i];
			final int[] labels = alone.labels(0);
			for (int p = 0; p < labels.length; p++)
				if (labels[p] == label) for (int c = 0; c < 2; c++) sums[c * labels.length + p + 5 * truth.velocity(label)[0]] += type.get(truth.frame(
					0).data(), c * labels.length + p);
		}
		for (int i = 0; i < sums.length; i++) assertEquals(Math.min(sums[i], type.maximum()), type.get(found.data(), i), 1e-5, "value " + i);
	}

	@Test
	void displacementsAreRoundedOncePerFrameHalvesUpwards() {
		final BoxScene truth = new BoxScene(PixelType.UINT8, Shape.of(400, 8)).with(1, new Box(100, 1, 0, 2, 2, 1), 0, 0).with(2, new Box(300, 4, 0,
			3, 3, 1), 0, 0);
		final int frames = 150;
		final Motion motion = Motion.constant(new int[] { 1, 2 }, frames, 2, new double[] { 0.3, 0, -0.5, 0 }, new double[0], BoxScene
			.provenance());
		final LazyVideo video = Compositor.composite(truth.scene(), motion);
		for (int t = 0; t <= frames; t++) {
			final int[] labels = video.labels(t);
			assertEquals(100 + (int) Math.floor(t * 0.3 + 0.5), first(labels, 1), "label 1 at frame " + t);
			assertEquals(300 - t / 2, first(labels, 2) - 4 * 400, "label 2 at frame " + t);
		}
	}

	private static int first(final int[] labels, final int label) {
		return IntStream.range(0, labels.length).filter(p -> labels[p] == label).findFirst().orElseThrow() - (label == 1 ? 400 : 0);
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void theCameraMovesTheBackgroundAndReplicatesItsEdge(final PixelType type, final Shape shape) {
		final BoxScene truth = new BoxScene(type, shape).with(1, new Box(2, 3, 0, 3, 3, 1), 0, 0);
		final int d = shape.dimensions();
		final double[] camera = d == 2 ? new double[] { 3.4, -2, -60, 5, 0, 100 } : new double[] { 3.4, -2, 1, -60, 5, -2, 0, 100, 20 };
		final Motion motion = new Motion(new int[] { 1 }, 3, d, new double[3 * d], new double[0], camera, BoxScene.provenance());
		final LazyVideo video = Compositor.composite(truth.scene(), motion);
		for (int t = 1; t <= 3; t++) {
			final int[] labels = video.labels(t);
			final long[] s = { Math.round(camera[(t - 1) * d]), Math.round(camera[(t - 1) * d + 1]), d == 3 ? Math.round(camera[(t - 1) * d + 2]) : 0 };
			for (int c = 0; c < shape.channels(); c++)
				for (int z = 0; z < shape.depth(); z++)
					for (int y = 0; y < shape.height(); y++)
						for (int x = 0; x < shape.width(); x++) {
							if (labels[shape.index(x, y, z)] != 0) continue;
							final double expected = truth.background().value(clamp(x - s[0], shape.width()), clamp(y - s[1], shape.height()), clamp(z - s[2],
								shape.depth()), c);
							assertEquals(expected, video.image(t).value(x, y, z, c), "frame " + t + " at " + x + " " + y + " " + z);
						}
		}
	}

	private static int clamp(final long coordinate, final int size) {
		return (int) Math.max(0, Math.min(size - 1, coordinate));
	}

	@Test
	void aPixelThatFillsTheFrameIsComposited() {
		assertFollows(new BoxScene(PixelType.FLOAT32, Shape.of(1, 1)).with(8, new Box(0, 0, 0, 1, 1, 1), 0, 0), 2);
		assertFollows(new BoxScene(PixelType.FLOAT32, Shape.of(1, 1)).with(8, new Box(0, 0, 0, 1, 1, 1), 1, 0), 2);
	}

	@Test
	void aSceneWithoutLayersIsItsBackground() {
		final Frame background = new BoxScene(PixelType.UINT16, FLAT).background();
		final Scene scene = new BoxScene(PixelType.UINT16, FLAT).with(1, new Box(0, 0, 0, 2, 2, 1), 0, 0).scene().withLayers(List.of());
		final LazyVideo video = Compositor.composite(scene, Motion.constant(new int[0], 2, 2, new double[0], new double[0], BoxScene
			.provenance()));
		assertSame(background, video.image(2), "frame 2");
		assertTrue(IntStream.of(video.labels(1)).allMatch(label -> label == 0));
	}

	@Test
	void nanPixelsAreMovedLikeOthers() {
		final float[] image = { 1, Float.NaN, 3, Float.POSITIVE_INFINITY };
		final Frame frame = Frame.of(PixelType.FLOAT32, 4, 1, image);
		final Scene scene = new Scene("nan", Frame.of(PixelType.FLOAT32, 4, 1, new float[4]), Decomposer.layers(frame,
			Segmentation.of(Shape.of(4, 1), new int[] { 6, 6, 0, 0 }), 0, Optional.empty(),
			Progress.NONE), Calibration.NONE, Display.DEFAULT);
		final LazyVideo video = Compositor.composite(scene, Motion.constant(new int[] { 6 }, 1, 2, new double[] { 2, 0 }, new double[0], BoxScene
			.provenance()));
		assertArrayEquals(new float[] { 0, 0, 1, Float.NaN }, (float[]) video.image(1).data());
	}

	@Test
	void motionAndSceneMustBeOfTheSameObjects() {
		final BoxScene truth = new BoxScene(PixelType.UINT8, SOLID).with(1, new Box(0, 0, 0, 2, 2, 1), 0, 0, 0);
		final Motion other = new Motion(new int[] { 2 }, 1, 3, new double[3], new double[0], new double[0], new Motion.Provenance("x", 0, Map
			.of()));
		assertThrows(IllegalArgumentException.class, () -> Compositor.composite(truth.scene(), other));
		final Motion flat = Motion.constant(new int[] { 1 }, 1, 2, new double[2], new double[0], BoxScene.provenance());
		assertThrows(IllegalArgumentException.class, () -> Compositor.composite(truth.scene(), flat));
	}
}
