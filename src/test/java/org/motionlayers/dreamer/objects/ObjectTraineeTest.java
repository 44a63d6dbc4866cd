package org.motionlayers.dreamer.objects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.train.AdamW;
import org.motionlayers.network.train.LearningRate;
import org.motionlayers.network.train.TrainingLoop;
import org.motionlayers.network.train.TrainingSettings;
import org.motionlayers.network.train.WeightAverage;
import org.motionlayers.network.weights.ModelConfig;

import ai.djl.ndarray.NDManager;

class ObjectTraineeTest {

	private static final ModelConfig TINY = ObjectNetwork.config(new ObjectFormat(2, 4, 2, true), 16, 8, 2, 1);

	private static ObjectTrainee trainee(final ObjectTrainee.Options options, final ObjectClip... clips) {
		return new ObjectTrainee(TINY, List.of(clips), options.withBatch(8), 1);
	}

	@Test
	void aFewClipsAreLearned() {
		try (ObjectTrainee trainee = trainee(ObjectTrainee.Options.DEFAULT, SimulatedClips.COLLISIONS.clips(4, 4, 5).toArray(new ObjectClip[0]))) {
			final int steps = 120;
			final TrainingSettings settings = new TrainingSettings(steps, LearningRate.cosine(3e-3, 10, steps, 0), AdamW.DEFAULT, 1,
				new WeightAverage(0), 1, steps);
			final List<Double> losses = new ArrayList<>();
			new TrainingLoop(trainee.network(), TINY, settings, null).run(trainee, trainee, (step, all, loss, norm, rate) -> losses.add(loss));
			final double first = mean(losses.subList(0, 20)), last = mean(losses.subList(100, 120));
			assertTrue(last < .7 * first, "loss " + first + " at first, " + last + " at last");
		}
	}

	private static double mean(final List<Double> values) {
		return values.stream().mapToDouble(v -> v).average().orElseThrow();
	}

	/** The loss by hand: an untrained network's estimates in pure noise are straight motion, in every round. */
	@Test
	void theLossIsTheMeanErrorPlusThatOfWhatAnArrowMoves() {
		final ObjectClip clip = Clips.straight(Clips.discs(4, new double[] { 20, 20 }, new double[] { 40, 40 }), 1, new double[] { 4, 0 },
			new double[] { 0, 8 });
		final ObjectCues cues = new ObjectCues(new double[][] { { 2, 0 }, null }, new double[2][]);
		final ObjectBatch batch = ObjectBatch.of(new ObjectFormat(2, 4, 2, true), 1, List.of(clip), List.of(cues), .1);
		assertArrayEquals(new float[] { .25f, 0, 0, -1, 0, .5f, 0, 1 }, batch.truth(), 1e-6f);
		assertArrayEquals(new float[] { 1, 1 }, batch.weights());
		assertArrayEquals(new float[] { 1, 0 }, batch.moved());
		try (ObjectTrainee trainee = trainee(ObjectTrainee.Options.DEFAULT, clip)) {
			final float loss = NetworkEngine.call(() -> {
				try (NDManager scope = trainee.network().newScope()) {
					return trainee.of(scope, new ObjectTrainee.Lesson(batch, new float[8], new double[] { 999 }, false)).getFloat();
				}
			});
			// the mean of both and that of what the arrow moves, for the last round; a quarter of it for the walk, half of it for the departure
			assertEquals(1.75 * ((error(.125) + error(.5)) / 2 + error(.125)), loss, 3e-3);
		}
	}

	/** A square near 0, and in proportion from a twentieth on. */
	private static double error(final double distance) {
		return 2 * .05 * (Math.sqrt(distance * distance + .05 * .05) - .05);
	}

	/** Where a walk is looked at that ends where the arrow says, only its presence tells it from none: a weight of its own, 0 at first. */
	@Test
	void anUntrainedNetworkMakesTheSameOfAWalkOfItsOwn() {
		final ObjectClip clip = Clips.straight(Clips.discs(4, new double[] { 20, 20 }, new double[] { 40, 40 }), 1, new double[] { 4, 0 },
			new double[] { 0, 8 });
		final ObjectBatch batch = ObjectBatch.of(new ObjectFormat(2, 4, 2, true), 1, List.of(clip), List.of(new ObjectCues(new double[][] { { 2, 0 },
			null }, new double[2][])), .1);
		try (ObjectTrainee trainee = trainee(ObjectTrainee.Options.DEFAULT, clip)) {
			final float[] losses = NetworkEngine.call(() -> {
				try (NDManager scope = trainee.network().newScope()) {
					final float[] both = new float[2];
					for (int k = 0; k < 2; k++) both[k] = trainee.of(scope, new ObjectTrainee.Lesson(batch, new float[8], new double[] { 999 }, k == 1))
						.getFloat();
					return both;
				}
			});
			assertEquals(losses[0], losses[1], 1e-6);
		}
	}

	@Test
	void batchesDependOnTheirRandomNumbersAlone() {
		try (ObjectTrainee trainee = trainee(ObjectTrainee.Options.DEFAULT, SimulatedClips.COLLISIONS.clips(4, 4, 5).toArray(new ObjectClip[0]))) {
			final ObjectTrainee.Lesson a = trainee.batch(3, new SplittableRandom(8)), b = trainee.batch(3, new SplittableRandom(8));
			assertArrayEquals(a.noisy(), b.noisy());
			assertArrayEquals(a.timesteps(), b.timesteps());
			assertEquals(8, a.batch().input().scenes());
		}
	}

	@Test
	void objectsThatAreNotSeenDoNotCount() {
		final ObjectClip clip = Clips.straight(Clips.discs(4, new double[] { 20, 20 }), 2, new double[] { 4, 0 });
		clip.displacements()[1][0][0] = Float.NaN;
		final ObjectBatch batch = ObjectBatch.of(new ObjectFormat(2, 4, 2, true), 2, List.of(clip), List.of(Clips.nothing(1)), .1);
		assertArrayEquals(new float[] { 1, 0 }, batch.weights());
	}

	@Test
	void cuesAreDroppedAsOftenAsSaid() {
		final ObjectClip clip = Clips.straight(Clips.discs(2, new double[] { 10, 10 }, new double[] { 30, 30 }, new double[] { 50, 50 }), 2,
			new double[] { 1, 0 }, new double[] { 0, 0 }, new double[] { 0, 0 });
		final SplittableRandom random = new SplittableRandom(2);
		final int n = 20_000;
		final int[] arrows = new int[3];
		int seen = 0;
		for (int k = 0; k < n; k++) {
			final ObjectCues cues = CueDraw.DEFAULT.draw(clip, 2, random);
			for (int i = 0; i < 3; i++) if (cues.arrows()[i] != null) arrows[i]++;
			if (cues.velocities()[1] != null) seen++;
		}
		// all .05, none .05, pushed alone .6, else each with .5
		assertEquals(.05 + .7 + .2 * .5, arrows[0] / (double) n, .015);
		assertEquals(.05 + .2 * .5, arrows[1] / (double) n, .015);
		assertEquals(.2, seen / (double) n, .015);
	}
}
