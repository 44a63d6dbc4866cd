package org.motionlayers.dreamer.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.motionlayers.diffusion.Drawing;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.predict.Cues;
import org.motionlayers.predict.Fixtures;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Impatient;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.scene.Tracks;

/** What any network, even an untrained one, must keep to: arrows, sizes, seeds, groups, memory. */
class GridReasonerTest {

	private static final Drawing FAST = new Drawing(Drawing.Method.DDIM, 3);

	private static Network<GridNetwork> network;
	private static GridReasoner reasoner;

	@BeforeAll
	static void build() {
		network = NetworkEngine.call(() -> {
			final Network<GridNetwork> made = new Network<>(new GridNetwork(Tiny.OPTIONS), 1);
			// Outputs that start at 0 would say that nothing ever happens.
			made.weights().forEach((name, weight) -> {
				final float[] values = new float[weight.size()];
				final java.util.SplittableRandom random = new java.util.SplittableRandom(name.hashCode());
				for (int i = 0; i < values.length; i++) values[i] = (float) random.nextDouble(-.15, .15);
				weight.write(values, 0);
			});
			return made;
		});
		reasoner = new GridReasoner(network);
	}

	@AfterAll
	static void close() {
		reasoner.close();
	}

	/** Squares of 6 pixels in a 16-bit image of 48 x 36. */
	private static PredictionRequest request(final int objects, final int frames, final long seed, final int... labelsWithArrow) {
		final int width = 48, height = 36;
		final int[] image = new int[width * height];
		final short[] data = new short[image.length];
		for (int i = 0; i < objects; i++) for (int y = 0; y < 6; y++) for (int x = 0; x < 6; x++) {
			final int p = (3 + i / 5 * 12 + y) * width + 2 + i % 5 * 9 + x;
			image[p] = 10 + i;
			data[p] = (short) (1000 * (i + 1));
		}
		return request(Frame.of(PixelType.UINT16, width, height, data), image, frames, seed, labelsWithArrow);
	}

	private static PredictionRequest request(final Frame frame, final int[] image, final int frames, final long seed, final int... labelsWithArrow) {
		final Scene scene = Fixtures.scene(frame, image);
		final int n = scene.objects(), d = scene.shape().dimensions();
		final double[] positions = new double[n * d];
		for (int i = 0; i < n; i++) for (int k = 0; k < d; k++) positions[i * d + k] = scene.layers().get(i).centroid(k);
		final Map<Integer, double[]> arrows = new TreeMap<>();
		for (final int label : labelsWithArrow) arrows.put(label, new double[] { 1.5, -.25 });
		return new PredictionRequest(scene, Movie.of("squares", List.of(frame)), Segmentation.of(scene.shape(), image), new Tracks(scene.labels(), 1, d,
			positions, new boolean[n], new double[d]), new Cues(new TreeMap<>(arrows)), frames, seed);
	}

	private static Motion draw(final PredictionRequest request) {
		return reasoner.draw(request, 1, FAST, Progress.NONE).get(0);
	}

	@Test
	void objectsWithAnArrowFollowIt() {
		for (final int frames : new int[] { 3, 4, 10 }) {
			final Motion motion = draw(request(4, frames, 1, 10, 12));
			assertEquals(frames, motion.frames());
			for (final int object : new int[] { 0, 2 }) {
				assertEquals(frames * 1.5, motion.displacement(frames, object, 0), 1e-9, frames + " frames along x");
				assertEquals(frames * -.25, motion.displacement(frames, object, 1), 1e-9, frames + " frames along y");
			}
		}
	}

	@Test
	void theSameSeedGivesTheSameMotion() {
		final Motion one = draw(request(4, 4, 1, 10)), again = draw(request(4, 4, 1, 10)), other = draw(request(4, 4, 2, 10));
		final List<Motion> three = reasoner.draw(request(4, 4, 1, 10), 3, FAST, Progress.NONE);
		boolean differs = false;
		for (int t = 1; t <= 4; t++) for (int i = 0; i < 4; i++) for (int d = 0; d < 2; d++) {
			assertEquals(one.displacement(t, i, d), again.displacement(t, i, d));
			assertEquals(one.displacement(t, i, d), three.get(0).displacement(t, i, d), 1e-2, "the first of three futures");
			differs |= one.displacement(t, i, d) != other.displacement(t, i, d);
		}
		assertTrue(differs, "another seed gives another motion");
		assertEquals(3, three.size());
	}

	@Test
	void saysWhatWasScaledAndGrouped() {
		final Motion motion = draw(request(15, 6, 1, 10));
		assertEquals(15, motion.objects());
		// 15 are 7 and 8, and 8 are too many for seven colours: 4 and 4.
		final String remark = motion.provenance().remark();
		assertTrue(remark.contains("16 x 16") && remark.contains("3.0 pixels") && remark.contains("15 objects in 3 groups") && remark.contains(
			"every 4 frames"), remark);
	}

	@Test
	void nothingStaysInTheEngine() {
		final int before = NetworkEngine.call(network::ownedArrays);
		for (int i = 0; i < 3; i++) draw(request(4, 8, i, 10));
		assertEquals(before, NetworkEngine.call(network::ownedArrays));
	}

	@Test
	void aSceneWithoutObjectsHasNoMotion() {
		assertEquals(0, draw(request(0, 4, 1)).objects());
	}

	@Test
	void refusesVolumesAndImagesSmallerThanTheGrid() {
		final Shape volume = new Shape(20, 20, 3, 1);
		final int[] image = new int[1200];
		image[500] = 1;
		final PredictionRequest deep = request(new Frame(PixelType.UINT8, volume, new byte[1200]), image, 2, 1);
		assertTrue(assertThrows(InputException.class, () -> draw(deep)).getMessage().contains("20 x 20 x 3"));
		final int[] few = new int[100];
		few[50] = 1;
		final PredictionRequest small = request(Frame.of(PixelType.FLOAT32, 10, 10, new float[100]), few, 2, 1);
		assertTrue(assertThrows(InputException.class, () -> draw(small)).getMessage().contains("10 x 10"));
		assertThrows(InputException.class, () -> draw(request(2, 4, 1, 99)));
	}

	@Test
	void stopsWhenAsked() {
		assertThrows(CancellationException.class, () -> reasoner.draw(request(4, 4, 1, 10), 1, FAST, new Impatient(1)));
	}
}
