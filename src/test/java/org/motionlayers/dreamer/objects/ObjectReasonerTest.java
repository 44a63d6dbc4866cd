package org.motionlayers.dreamer.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.diffusion.Drawing;
import org.motionlayers.network.ModelFolder;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.predict.Cues;
import org.motionlayers.predict.Fixtures;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Shape;

/** A reasoner whose network says anything but nothing: weights that start at 0 are random here. */
class ObjectReasonerTest {

	private static final ModelConfig CONFIG = ObjectNetwork.config(new ObjectFormat(2, 4, 2, true), 16, 8, 2, 1);
	private static final Drawing QUICK = new Drawing(Drawing.Method.DDIM, 4);
	private static final Scene SCENE = Fixtures.scene(Shape.of(40, 30), new int[] { 4, 7, 9 }, new int[] { 5, 5 }, new int[] { 12, 6 },
		new int[] { 30, 20 });

	private static ObjectReasoner reasoner;

	@BeforeAll
	static void make() {
		reasoner = new ObjectReasoner(NetworkEngine.call(() -> {
			final Network<ObjectNetwork> network = new Network<>(new ObjectNetwork(CONFIG), 3);
			final SplittableRandom numbers = new SplittableRandom(9);
			network.weights().forEach((name, weight) -> {
				final float[] values = new float[weight.size()];
				for (int i = 0; i < values.length; i++) values[i] = (float) numbers.nextDouble(-.2, .2);
				if (name.contains("change")) weight.write(values, 0);
			});
			return network;
		}));
	}

	@AfterAll
	static void free() {
		reasoner.close();
	}

	private static PredictionRequest request(final Cues cues, final int frames, final double[][]... positions) {
		final double[][] last = { { 5, 5 }, { 12, 6 }, { 30, 20 } };
		final double[][][] all = new double[positions.length + 1][][];
		System.arraycopy(positions, 0, all, 0, positions.length);
		all[positions.length] = last;
		return Fixtures.request(SCENE, Fixtures.tracks(SCENE, all), cues, frames);
	}

	private static Cues arrow(final int label, final double... velocity) {
		return new Cues(new TreeMap<>(Map.of(label, velocity)));
	}

	@Test
	void objectsWithAnArrowFollowItWhateverTheNetworkSays() {
		for (final int frames : new int[] { 1, 3, 4, 11 }) for (final Motion motion : reasoner.draw(request(arrow(7, 1.5, -.5), frames), 3, QUICK,
			Progress.NONE))
		{
			assertEquals(frames, motion.frames());
			assertEquals(1.5 * frames, motion.displacement(frames, 1, 0), 1e-9);
			assertEquals(-.5 * frames, motion.displacement(frames, 1, 1), 1e-9);
			assertNotEquals(0, motion.displacement(frames, 0, 0));
		}
	}

	@Test
	void aFutureDependsOnSeedAndNumberAlone() {
		final List<Motion> two = reasoner.draw(request(Cues.NONE, 6), 2, QUICK, Progress.NONE), five = reasoner.draw(request(Cues.NONE, 6), 5,
			QUICK, Progress.NONE);
		for (int k = 0; k < 2; k++) for (int t = 1; t <= 6; t++) for (int i = 0; i < 3; i++) assertEquals(two.get(k).displacement(t, i, 0), five.get(
			k).displacement(t, i, 0), 1e-5);
		assertNotEquals(two.get(0).displacement(6, 0, 0), two.get(1).displacement(6, 0, 0));
	}

	@Test
	void theCameraGoesOnAndArrowsAreInTheImage() {
		final double[][][] positions = { { { 2, 5 }, { 9, 6 }, { 27, 20 } }, { { 5, 5 }, { 12, 6 }, { 30, 20 } } };
		final PredictionRequest request = Fixtures.request(SCENE, Fixtures.tracks(SCENE, positions, new double[][] { { -3, 0 }, { 0, 0 } }),
			arrow(4, 2, 0), 4);
		final Motion motion = reasoner.draw(request, 1, QUICK, Progress.NONE).get(0);
		assertEquals(12, motion.camera(4, 0), 1e-9);
		assertEquals(8, motion.displacement(4, 0, 0), 1e-9);
	}

	@Test
	void everyStepCanBeTheLast() {
		for (int stop = 1; stop < 9; stop++) {
			final int at = stop;
			final int[] asked = new int[1];
			final Progress progress = new Progress() {

				@Override
				public void report(final long done, final long total, final String what) {
					assertTrue(done <= total, done + " of " + total);
				}

				@Override
				public boolean canceled() {
					return ++asked[0] >= at;
				}
			};
			assertThrows(CancellationException.class, () -> reasoner.draw(request(Cues.NONE, 8), 1, QUICK, progress));
		}
	}

	@Test
	void noObjectsMoveNowhere() {
		final Scene empty = Fixtures.scene(Shape.of(8, 8), new int[0]);
		final List<Motion> motions = reasoner.draw(Fixtures.request(empty, Fixtures.tracks(empty, new double[1][0][]), Cues.NONE, 3), 2, QUICK,
			Progress.NONE);
		assertEquals(2, motions.size());
		assertEquals(0, motions.get(0).objects());
	}

	@Test
	void volumesNeedAModelOfVolumes() {
		final Scene deep = Fixtures.scene(new Shape(8, 8, 4, 1), new int[] { 1 }, new int[] { 2, 2, 2 });
		final InputException refused = assertThrows(InputException.class, () -> reasoner.draw(Fixtures.request(deep, Fixtures.tracks(deep,
			new double[][][] { { { 2, 2, 2 } } }), Cues.NONE, 3), 1, QUICK, Progress.NONE));
		assertTrue(refused.getMessage().contains("2D motion and the image is 3D"), refused.getMessage());
		try (ObjectReasoner volumes = new ObjectReasoner(NetworkEngine.call(() -> new Network<>(new ObjectNetwork(ObjectNetwork.config(
			new ObjectFormat(3, 4, 2, false), 16, 8, 2, 1)), 3))))
		{
			final Motion motion = volumes.draw(Fixtures.request(deep, Fixtures.tracks(deep, new double[][][] { { { 2, 2, 2 } } }), arrow(1, 0, 0, .5),
				2), 1, QUICK, Progress.NONE).get(0);
			assertEquals(1, motion.displacement(2, 0, 2), 1e-9);
		}
	}

	@Test
	void modelsAreLoadedFromTheirFolder(@TempDir final Path folder) throws Exception {
		try (Network<ObjectNetwork> network = NetworkEngine.call(() -> new Network<>(new ObjectNetwork(CONFIG), 3))) {
			ModelFolder.save(folder, CONFIG, NetworkEngine.call(network::tensors), Map.of());
		}
		try (ObjectReasoner loaded = ObjectReasoner.open(folder)) {
			assertEquals(2, loaded.draw(request(Cues.NONE, 2), 1, QUICK, Progress.NONE).get(0).frames());
		}
	}

	/** Memory stays flat: nothing of a thousand steps is left in the engine. */
	@Test
	void nothingStaysOfAThousandSteps() {
		final PredictionRequest request = request(Cues.NONE, 4);
		final int before = owned();
		reasoner.draw(request, 1, new Drawing(Drawing.Method.DDPM, 1000), Progress.NONE);
		assertEquals(before, owned());
	}

	private static int owned() {
		return NetworkEngine.call(() -> reasoner.network().ownedArrays());
	}
}
