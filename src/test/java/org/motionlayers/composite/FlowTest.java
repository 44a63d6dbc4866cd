package org.motionlayers.composite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motionlayers.scene.Box;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Shape;

/** Labels, depth and flow agree: what is seen now was seen where the flow says it came from, unless something hid it. */
class FlowTest {

	private static final int FRAMES = 6;

	private static Motion wander(final BoxScene truth, final int dimensions, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final int[] labels = truth.scene().labels();
		final double[] paths = random.doubles((long) FRAMES * labels.length * dimensions, -6, 6).toArray();
		final double[] camera = random.doubles((long) FRAMES * dimensions, -3, 3).toArray();
		return new Motion(labels, FRAMES, dimensions, paths, new double[0], camera, BoxScene.provenance());
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6 })
	void labelsComeFromWhereTheFlowSays(final long seed) {
		final Shape shape = seed % 2 == 0 ? Shape.of(40, 30) : new Shape(24, 20, 8, 1);
		final BoxScene truth = new BoxScene(PixelType.UINT8, shape).with(1, new Box(4, 4, 0, 6, 6, 2 - (int) (seed + 1) % 2), 0, 0).with(2, new Box(
			14, 6, 0, 8, 5, 1), 0, 0).with(3, new Box(8, 14, 0, 5, 5, 1), 0, 0);
		final int d = shape.dimensions();
		final Motion motion = wander(truth, d, seed);
		final LazyVideo video = Compositor.composite(truth.scene(), motion);
		for (final float v : video.flow(0)) assertEquals(0, v);
		for (int t = 1; t <= FRAMES; t++) {
			int visible = 0;
			for (int p = 0; p < shape.pixels(); p++) visible += check(video, t, p, shape) ? 1 : 0;
			assertTrue(visible > shape.pixels() / 8, visible + " of " + shape.pixels() + " pixels could be checked");
		}
	}

	/** @return whether the source pixel was inside the frame and visible */
	private static boolean check(final LazyVideo video, final int t, final int p, final Shape shape) {
		final int n = shape.pixels();
		final float[] flow = video.flow(t);
		final int x = p % shape.width() - (int) flow[p], y = p / shape.width() % shape.height() - (int) flow[n + p];
		final int z = p / shape.planeSize() - (shape.dimensions() == 3 ? (int) flow[2 * n + p] : 0);
		if (x < 0 || y < 0 || z < 0 || x >= shape.width() || y >= shape.height() || z >= shape.depth()) return false;
		final int now = video.labels(t)[p], before = video.labels(t - 1)[shape.index(x, y, z)];
		// hidden before: something nearer was seen there
		if (video.depth(t - 1)[shape.index(x, y, z)] < video.depth(t)[p]) return false;
		assertEquals(now, before, "frame " + t + ", pixel " + p + " from " + x + " " + y + " " + z);
		return true;
	}

	@ParameterizedTest
	@ValueSource(longs = { 11, 12 })
	void depthIsThatOfTheObjectSeen(final long seed) {
		final BoxScene truth = new BoxScene(PixelType.UINT8, Shape.of(30, 20)).with(4, new Box(4, 4, 0, 6, 6, 1), 0, 0).with(9, new Box(14, 6, 0, 8,
			5, 1), 0, 0);
		final LazyVideo video = Compositor.composite(truth.scene(), wander(truth, 2, seed));
		for (int t = 0; t <= FRAMES; t++) {
			final int[] labels = video.labels(t);
			for (int p = 0; p < labels.length; p++) assertEquals(labels[p] == 0 ? Float.POSITIVE_INFINITY : labels[p] == 4 ? 1 : 2, video.depth(
				t)[p]);
		}
	}
}
