package org.motionlayers.dreamer.objects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.network.weights.ModelException;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

class ObjectNetworkTest {

	private static final ObjectFormat FORMAT = new ObjectFormat(2, 8, 2, true);
	private static final int FRAMES = 4;

	private static float[] predict(final Network<ObjectNetwork> network, final ObjectInput input, final float[] noisy, final double timestep) {
		return NetworkEngine.call(() -> {
			try (NDManager scope = network.newScope()) {
				final double[] timesteps = new double[input.scenes()];
				Arrays.fill(timesteps, timestep);
				return network.layer().forward(FloatTransfer.in(scope, noisy, new Shape(input.scenes(), input.objects(), input
					.frames(), input.format().tokenValues())), timesteps, network.layer().new Prepared(scope, input), null).last().toFloatArray();
			}
		});
	}

	private static Network<ObjectNetwork> network(final boolean random) {
		return NetworkEngine.call(() -> {
			final Network<ObjectNetwork> network = new Network<>(new ObjectNetwork(ObjectNetwork.config(FORMAT, 16, 8, 2, 1)), 3);
			final SplittableRandom numbers = new SplittableRandom(9);
			if (random) network.weights().forEach((name, weight) -> {
				if (!name.contains("change") && !name.contains("distance")) return;
				final float[] values = new float[weight.size()];
				for (int i = 0; i < values.length; i++) values[i] = (float) numbers.nextDouble(-.3, .3);
				weight.write(values, 0);
			});
			return network;
		});
	}

	private static float[] noise(final int size) {
		final SplittableRandom random = new SplittableRandom(4);
		final float[] noise = new float[size];
		for (int i = 0; i < size; i++) noise[i] = (float) random.nextGaussian();
		return noise;
	}

	@Test
	void untrainedItWalksStraightAndWithFullTrustTakesTheSampleWithoutNoise() {
		try (Network<ObjectNetwork> network = network(false)) {
			final ObjectInput input = ObjectInput.of(FORMAT, FRAMES, List.of(new ObjectInput.Known(Clips.discs(4, new double[] { 20, 20 },
				new double[] { 40, 40 }), new ObjectCues(new double[][] { { 1, 2 }, null }, new double[2][]))));
			final float[] noisy = noise(input.straight().length);
			assertArrayEquals(input.straight(), predict(network, input, noisy, 999), .01f);
			NetworkEngine.run(() -> network.weights().get("trust.bias").write(new float[] { 30 }, 0));
			assertArrayEquals(noisy, predict(network, input, noisy, 0), .01f);
		}
	}

	@Test
	void theOrderOfObjectsDoesNotMatter() {
		final double[][] places = { { 10, 10 }, { 20, 12 }, { 40, 50 } };
		final ObjectScene scene = Clips.discs(4, places);
		final int[] order = { 2, 0, 1 };
		final double[][] swapped = new double[3][], arrows = { { 1, 0 }, null, { 0, -2 } }, swappedArrows = new double[3][];
		final double[] bright = new double[3], depths = new double[3];
		for (int i = 0; i < 3; i++) {
			swapped[i] = places[order[i]];
			swappedArrows[i] = arrows[order[i]];
			bright[i] = scene.brightness()[order[i]];
			depths[i] = scene.depths()[order[i]];
		}
		final ObjectScene other = new ObjectScene(scene.bounds(), swapped, scene.reaches(), scene.areas(), bright, depths);
		try (Network<ObjectNetwork> network = network(true)) {
			final ObjectInput a = ObjectInput.of(FORMAT, FRAMES, List.of(new ObjectInput.Known(scene, new ObjectCues(arrows, new double[3][]))));
			final ObjectInput b = ObjectInput.of(FORMAT, FRAMES, List.of(new ObjectInput.Known(other, new ObjectCues(swappedArrows, new double[3][]))));
			final float[] noisy = noise(a.straight().length), moved = new float[noisy.length];
			final int each = noisy.length / 3;
			for (int i = 0; i < 3; i++) System.arraycopy(noisy, order[i] * each, moved, i * each, each);
			final float[] x = predict(network, a, noisy, 500), y = predict(network, b, moved, 500);
			for (int i = 0; i < 3; i++) assertArrayEquals(Arrays.copyOfRange(x, order[i] * each, (order[i] + 1) * each), Arrays.copyOfRange(y, i *
				each, (i + 1) * each), 1e-4f);
		}
	}

	@Test
	void whoIsFarAwayDoesNotMatterInLargeScenes() {
		final double[][] cluster = new double[40][];
		for (int i = 0; i < 40; i++) cluster[i] = new double[] { i < 12 ? 10 + 3 * (i % 4) : 500 + 3 * (i % 7), 10 + 3 * (i / 4) };
		final double[][] elsewhere = new double[40][];
		for (int i = 0; i < 40; i++) elsewhere[i] = i < 12 ? cluster[i] : new double[] { cluster[i][0] + 40, cluster[i][1] + 7 };
		try (Network<ObjectNetwork> network = network(true)) {
			final ObjectInput a = ObjectInput.of(FORMAT, FRAMES, List.of(new ObjectInput.Known(Clips.discs(1, cluster), Clips.nothing(40))));
			final ObjectInput b = ObjectInput.of(FORMAT, FRAMES, List.of(new ObjectInput.Known(Clips.discs(1, elsewhere), Clips.nothing(40))));
			final float[] noisy = noise(a.straight().length), x = predict(network, a, noisy, 700), y = predict(network, b, noisy, 700);
			final int first = 12 * x.length / 40;
			assertArrayEquals(Arrays.copyOf(x, first), Arrays.copyOf(y, first), 1e-4f);
			assertTrue(Math.abs(x[x.length - 4] - y[y.length - 4]) > 0);
		}
	}

	@Test
	void asManyNeighboursAsObjectsIsEverybody() {
		final ObjectScene scene = Clips.discs(4, new double[] { 10, 10 }, new double[] { 20, 12 }, new double[] { 40, 50 });
		try (Network<ObjectNetwork> network = network(true)) {
			final ObjectInput all = ObjectInput.of(FORMAT, FRAMES, List.of(new ObjectInput.Known(scene, Clips.nothing(3))));
			final ObjectInput chosen = new ObjectInput(FORMAT, 1, 3, FRAMES, 3, all.features(), all.centres(), all.reaches(), all.logSizes(), all
				.bounds(), all.straight(), new int[] { 0, 1, 2, 1, 0, 2, 2, 1, 0 });
			final float[] noisy = noise(all.straight().length);
			assertArrayEquals(predict(network, all, noisy, 300), predict(network, chosen, noisy, 300), 1e-4f);
		}
	}

	/** Two discs of diameter 1 a distance of 3 apart that move towards each other by 1/4 and 1/2 a frame. */
	@Test
	void geometryIsThatOfSchool() {
		final ObjectInput input = ObjectInput.of(FORMAT, 2, List.of(new ObjectInput.Known(Clips.discs(4, new double[] { 7.5, 15.5 },
			new double[] { 31.5, 15.5 }), Clips.nothing(2))));
		final float[] displacement = { .25f, 0, .5f, 0, -.5f, 0, -1, 0 };
		final Geometry geometry = new Geometry(input);
		final float[] velocity = geometry.velocity(displacement);
		final Geometry.View pairs = geometry.ofPairs(displacement, velocity), tokens = geometry.ofTokens(displacement, velocity);
		final int pair = Geometry.pairFeatures(2);
		// the first object sees the second at frame 1: 2.25 away, coming by 3/4; in a frame the gap is still 1/2
		final double[] seen = { 2.25 / 2, 0, 1, 0, -.75 * 3, 0, 0, 0, 1.25 / 2, Math.exp(-2.5), .75 * 3, 1, 0, 1.5, 0 };
		for (int k = 0; k < pair; k++) assertEquals(seen[k], pairs.features()[2 * pair + k], 2e-3, "feature " + k);
		// at frame 1 its left side is .75 from the left border, its right side 8 - 1.75 from the right one
		final double[] alone = { .125, 0, .25 * 3, 0, Math.exp(-.75), Math.exp(-1.5), Math.exp(1.75 - 8), Math.exp(2.5 - 8), 0, 0 };
		for (int k = 0; k < alone.length; k++) assertEquals(alone[k], tokens.features()[k], 1e-3, "feature " + k);
	}

	/** The first disc comes by 1.5 a frame, 1 away from the outline of the second: two thirds of a frame on they exchange velocities. */
	@Test
	void discsOfEqualMassExchangeVelocities() {
		final ObjectInput input = ObjectInput.of(FORMAT, 1, List.of(new ObjectInput.Known(Clips.discs(4, new double[] { 7.5, 15.5 },
			new double[] { 23.5, 15.5 }), Clips.nothing(2))));
		final Geometry.View view = new Geometry(input).ofPairs(new float[4], new float[] { 4.5f, 0, 0, 0 });
		assertEquals(-4.5, view.push()[2], .7);
		assertEquals(4.5, view.push()[4], .7);
		assertEquals(2 / 3.0, view.late()[4] / view.push()[4], .01);
		assertEquals(0, view.push()[0], 1e-6);
		assertEquals(0, view.push()[5], 1e-3);
	}

	/** A disc half a diameter from the left border and coming by one a frame turns round half a frame on. */
	@Test
	void bordersPushBack() {
		final ObjectInput input = ObjectInput.of(FORMAT, 1, List.of(new ObjectInput.Known(Clips.discs(4, new double[] { 7.5, 15.5 }), Clips
			.nothing(1))));
		final Geometry.View view = new Geometry(input).ofTokens(new float[2], new float[] { -3, 0 });
		assertEquals(6, view.push()[0], 1e-3);
		assertEquals(3, view.late()[0], .01);
		assertEquals(0, view.push()[1], 1e-6);
	}

	@Test
	void configurationsSayWhatIsWrong() {
		assertEquals(4, NetworkEngine.<Integer> call(() -> new ObjectNetwork(ObjectNetwork.config(new ObjectFormat(2, 4, 1, true), 8, 4, 2, 1)).format()
			.frames()));
		final ModelConfig wrong = ModelConfig.of(ObjectNetwork.ARCHITECTURE, Map.of("dimensions", 2, "frames", 4, "reach", 1, "appearance", true,
			"channels", 10, "inner", 4, "heads", 4, "blocks", 1));
		assertTrue(assertThrows(ModelException.class, () -> new ObjectNetwork(wrong)).getMessage().contains("10 channels"));
	}
}
