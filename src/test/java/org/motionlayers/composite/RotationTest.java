package org.motionlayers.composite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motionlayers.decompose.Decomposer;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;

/** Rotation about the centroid by nearest neighbour out of the frozen patch. */
class RotationTest {

	private static final int SIZE = 31;

	/** A 9 x 9 square of distinct values about (15, 15), and what is left of it after its upper right quarter is cut away. */
	private static Scene scene(final boolean whole) {
		final short[] image = new short[SIZE * SIZE];
		final int[] labels = new int[SIZE * SIZE];
		for (int y = 11; y <= 19; y++)
			for (int x = 11; x <= 19; x++) {
				if (!whole && x > 15 && y < 15) continue;
				image[y * SIZE + x] = (short) (100 * y + x);
				labels[y * SIZE + x] = 3;
			}
		final List<ObjectLayer> layers = Decomposer.layers(Frame.of(PixelType.UINT16, SIZE, SIZE, image), Segmentation.of(Shape.of(SIZE, SIZE),
			labels), 0, Optional.empty(), Progress.NONE);
		return new Scene("turn", Frame.of(PixelType.UINT16, SIZE, SIZE, new short[SIZE * SIZE]), layers, Calibration.NONE, Display.DEFAULT);
	}

	private static LazyVideo turned(final Scene scene, final double[] shifts, final double... angles) {
		return Compositor.composite(scene, new Motion(new int[] { 3 }, angles.length, 2, shifts, angles, new double[0], BoxScene.provenance()));
	}

	@Test
	void aQuarterTurnPermutesThePixels() {
		final short[] found = (short[]) turned(scene(true), new double[] { 2, -1 }, Math.PI / 2).image(1).data();
		for (int y = 11; y <= 19; y++)
			for (int x = 11; x <= 19; x++) {
				// from x towards y: (dx, dy) goes to (-dy, dx)
				final int px = 15 - (y - 15) + 2, py = 15 + (x - 15) - 1;
				assertEquals(100 * y + x, found[py * SIZE + px], "from " + x + " " + y);
			}
		assertEquals(81, IntStream.range(0, found.length).filter(p -> found[p] != 0).count());
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.3, -1.1, 2.5, 3.1 })
	void everyPixelLooksUpItsNearestNeighbour(final double angle) {
		final Scene scene = scene(false);
		final ObjectLayer layer = scene.layers().get(0);
		final short[] found = (short[]) turned(scene, new double[] { 3.6, -20 }, angle).image(1).data();
		for (int y = 0; y < SIZE; y++)
			for (int x = 0; x < SIZE; x++) {
				final double dx = x - layer.centroid(0) - 4, dy = y - layer.centroid(1) + 20;
				final int qx = (int) Math.round(layer.centroid(0) + Math.cos(angle) * dx + Math.sin(angle) * dy);
				final int qy = (int) Math.round(layer.centroid(1) - Math.sin(angle) * dx + Math.cos(angle) * dy);
				final boolean inside = qx >= 11 && qx <= 19 && qy >= 11 && qy <= 19 && !(qx > 15 && qy < 15);
				assertEquals(inside ? 100 * qy + qx : 0, found[y * SIZE + x], x + " " + y);
			}
	}

	@Test
	void aFullTurnIsAtRestAndTheFlowFollowsThePoints() {
		final Scene scene = scene(false);
		final LazyVideo video = turned(scene, new double[4], Math.PI, 2 * Math.PI);
		assertArrayEquals((short[]) video.image(0).data(), (short[]) video.image(2).data());
		final float[] flow = video.flow(1);
		final int[] labels = video.labels(1);
		final double cx = scene.layers().get(0).centroid(0), cy = scene.layers().get(0).centroid(1);
		int seen = 0;
		for (int p = 0; p < labels.length; p++) {
			if (labels[p] == 0) continue;
			seen++;
			assertEquals(2 * (p % SIZE - cx), flow[p], 1e-4);
			assertEquals(2 * (p / SIZE - cy), flow[labels.length + p], 1e-4);
		}
		assertTrue(seen > 50, seen + " pixels");
	}

	@Test
	void aLayerThatOnlyMovesIsNotTurnedWhereOthersAre() {
		final Scene scene = scene(true);
		final LazyVideo still = turned(scene, new double[] { 4, 5, 4, 5 }, 0, 0.5);
		final LazyVideo moved = Compositor.composite(scene, Motion.constant(new int[] { 3 }, 1, 2, new double[] { 4, 5 }, new double[0], BoxScene
			.provenance()));
		assertArrayEquals((short[]) moved.image(1).data(), (short[]) still.image(1).data());
		assertArrayEquals(moved.flow(1), still.flow(1));
	}
}
