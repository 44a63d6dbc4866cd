package org.motionlayers.composite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.motionlayers.decompose.AutoInpainter;
import org.motionlayers.decompose.Decomposer;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;

/** The glow of an object goes with it. */
class HaloTest {

	private static final int WIDTH = 40;
	private static final int HEIGHT = 30;
	private static final int BACKGROUND = 10;

	/** Steps from a square of 7 x 7 pixels to a pixel. */
	private static int steps(final int p, final int cx, final int cy) {
		return Math.max(0, Math.abs(p % WIDTH - cx) - 3) + Math.max(0, Math.abs(p / WIDTH - cy) - 3);
	}

	/** A square whose glow reaches two steps farther, on an even background. */
	private static Frame frame(final PixelType type, final int cx, final int cy) {
		final Shape shape = new Shape(WIDTH, HEIGHT, 1, 2);
		final Object data = type.newArray(shape.values());
		for (int c = 0; c < 2; c++) for (int p = 0; p < shape.pixels(); p++) {
			final int steps = steps(p, cx, cy);
			type.set(data, c * shape.pixels() + p, steps == 0 ? 100 + p % WIDTH - cx : steps <= 2 ? 60 - 5 * c : BACKGROUND);
		}
		return new Frame(type, shape, data);
	}

	private static int[] labels(final int cx, final int cy) {
		final int[] labels = new int[WIDTH * HEIGHT];
		for (int p = 0; p < labels.length; p++) if (steps(p, cx, cy) == 0) labels[p] = 7;
		return labels;
	}

	private static Scene scene(final PixelType type) {
		return Decomposer.decompose(Movie.of("glow", List.of(frame(type, 12, 14))), Segmentation.of(Shape.of(WIDTH, HEIGHT), labels(12, 14)),
			new AutoInpainter(), Optional.empty(), 0, Progress.NONE);
	}

	private static Motion motion(final double x, final double y) {
		return new Motion(new int[] { 7 }, 1, 2, new double[] { x, y }, new double[0], new double[0], new Motion.Provenance("test", 0, Map.of()));
	}

	private static void assertSame(final Frame expected, final Frame found) {
		for (int i = 0; i < expected.shape().values(); i++) assertEquals(expected.type().get(expected.data(), i), found.type().get(found.data(),
			i), "value " + i);
	}

	@ParameterizedTest
	@EnumSource(PixelType.class)
	void noGhostIsLeftBehind(final PixelType type) {
		final LazyVideo video = Compositor.composite(scene(type), motion(9, -3));
		assertSame(frame(type, 12, 14), video.image(0));
		assertSame(frame(type, 21, 11), video.image(1));
	}

	@Test
	void labelsAndFlowDoNotKnowOfIt() {
		final LazyVideo video = Compositor.composite(scene(PixelType.UINT8), motion(9, -3));
		assertArrayEquals(labels(21, 11), video.labels(1));
		for (int p = 0; p < WIDTH * HEIGHT; p++) assertEquals(labels(21, 11)[p] == 7 ? 9 : 0, video.flow(1)[p]);
	}

	@Test
	void isNotAddedWhereLayersAre() {
		final Frame rest = Compositor.composite(scene(PixelType.UINT16), motion(0, 0), Compositor.Mode.SUM).image(0);
		final Frame seen = frame(PixelType.UINT16, 12, 14);
		for (int p = 0; p < WIDTH * HEIGHT; p++) assertEquals(seen.type().get(seen.data(), p) + (labels(12, 14)[p] == 7 ? BACKGROUND : 0), rest
			.type().get(rest.data(), p));
	}

	@Test
	void leavesTheFrameWithItsObject() {
		final Frame gone = Compositor.composite(scene(PixelType.UINT8), motion(-60, 0)).image(1);
		for (int i = 0; i < gone.shape().values(); i++) assertEquals(BACKGROUND, gone.type().get(gone.data(), i));
	}

	@Test
	void turnsWithItsObject() {
		final Motion quarter = new Motion(new int[] { 7 }, 1, 2, new double[] { 6, 2 }, new double[] { Math.PI / 2 }, new double[0],
			new Motion.Provenance("test", 0, Map.of()));
		final Frame turned = Compositor.composite(scene(PixelType.UINT8), quarter).image(1);
		for (int p = 0; p < WIDTH * HEIGHT; p++) {
			final int steps = steps(p, 18, 16);
			if (steps > 0) assertEquals(steps <= 2 ? 60 : BACKGROUND, turned.type().get(turned.data(), p), "pixel " + p);
		}
	}
}
