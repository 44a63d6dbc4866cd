package org.motionlayers.dreamer.decoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

import ai.djl.ndarray.NDManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.dreamer.clip.Clip;
import org.motionlayers.dreamer.clip.CollisionClips;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.train.AdamW;
import org.motionlayers.network.train.LearningRate;
import org.motionlayers.network.train.ModelTraining;
import org.motionlayers.network.train.TrainingMonitor;
import org.motionlayers.network.train.TrainingSettings;
import org.motionlayers.network.train.WeightAverage;
import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.network.weights.ModelException;

class DecoderTraineeTest {

	/** Frames of 16 x 16, two at once, a network of a few thousand weights. */
	static final DecoderOptions TINY = DecoderOptions.STAGE_TWO.withSize(2, 16).withTrunk(2, 8, 1, 2);

	static DecoderTrainee trainee(final DecoderOptions options) {
		final CollisionClips scenes = new CollisionClips(options.side(), options.frames());
		return new DecoderTrainee(options, new DecoderTrainee.Lessons(random -> scenes.clip(random.nextInt(4)), 4), 3);
	}

	private static double loss(final DecoderTrainee trainee, final DecoderBatch batch) {
		return NetworkEngine.call(() -> {
			try (NDManager scope = trainee.network().newScope()) {
				return (double) trainee.of(scope, batch).getFloat();
			}
		});
	}

	@Test
	void withoutAPriorTheTargetIsV() {
		try (DecoderTrainee trainee = trainee(TINY.withDeviations(1, 1))) {
			final DecoderBatch batch = trainee.batch(0, new SplittableRandom(5));
			final SplittableRandom again = new SplittableRandom(5);
			final Clip clip = new CollisionClips(16, 2).clip(again.nextInt(4));
			final int pixels = clip.pixels();
			double alphaBar = 1;
			for (int t = 0; t <= batch.timesteps()[0]; t++) alphaBar *= 1 - (1e-4 + (.02 - 1e-4) * t / 999);
			for (int i = 0; i < 2 * 3 * pixels; i++) {
				final double x0 = 2 * clip.rgb(1 + i / (3 * pixels))[i % (3 * pixels)] - 1;
				final double noise = (batch.noisy()[i] - Math.sqrt(alphaBar) * x0) / Math.sqrt(1 - alphaBar);
				assertEquals(Math.sqrt(alphaBar) * noise - Math.sqrt(1 - alphaBar) * x0, batch.rest()[i], 1e-3, "v of value " + i);
				assertEquals(1, batch.gain()[i], 1e-6);
			}
		}
	}

	@Test
	void aNetworkThatSaysTheRestGivesV() {
		final FramePrior prior = new FramePrior(new float[] { .3f, -.4f }, new float[] { 1, 0 }, .1, .6);
		final float[] sample = { .5f, -1.2f }, v = { .7f, -.2f }, gain = new float[2], output = v.clone();
		prior.split(sample, .4, output, gain);
		for (int i = 0; i < 2; i++) output[i] /= gain[i];
		prior.toV(sample, .4, output);
		assertArrayEquals(v, output, 1e-6f);
	}

	@Test
	void trainingLearnsFourClips(@TempDir final Path folder) throws Exception {
		// Plain v-prediction: of so small steps a splatted frame tells all, and nothing would be left to learn.
		for (final Condition condition : Condition.values()) try (DecoderTrainee trainee = trainee(TINY.with(condition).withDeviations(1, 1))) {
			final DecoderOptions options = DecoderOptions.of(trainee.config());
			final DecoderBatch held = trainee.batch(0, new SplittableRandom(11));
			final double before = loss(trainee, held);
			final Path model = folder.resolve(condition.key());
			ModelTraining.run(trainee, new TrainingSettings(30, LearningRate.constant(3e-3), AdamW.DEFAULT, 1, new WeightAverage(.9), 1, 30),
				model, TrainingMonitor.NONE);
			final double after = loss(trainee, held);
			assertTrue(after < .85 * before, condition + ": loss " + before + " before, " + after + " after");
			assertTrue(Files.exists(model.resolve("model.safetensors")));
			try (VideoDecoder decoder = VideoDecoder.open(model)) {
				assertEquals(options.config(), decoder.options().config());
			}
		}
	}

	@Test
	void sameSeedSameBatch() {
		try (DecoderTrainee a = trainee(TINY); DecoderTrainee b = trainee(TINY)) {
			final DecoderBatch x = a.batch(3, new SplittableRandom(9)), y = b.batch(3, new SplittableRandom(9));
			assertArrayEquals(x.planes(), y.planes());
			assertArrayEquals(x.noisy(), y.noisy());
			assertArrayEquals(x.rest(), y.rest());
		}
	}

	@Test
	void aStageOneCanBeAskedForItsMotion() {
		final int[] asked = new int[1];
		final CollisionClips scenes = new CollisionClips(16, 2);
		final DecoderTrainee.Lessons lessons = new DecoderTrainee.Lessons(scenes::draw, 16, clip -> {
			asked[0]++;
			return clip.future();
		});
		try (DecoderTrainee trainee = new DecoderTrainee(TINY, lessons, 1)) {
			final DecoderBatch batch = trainee.batch(0, new SplittableRandom(1));
			int told = 0;
			final int clip = 2 * FrameConditions.PLANES * 256;
			for (int i = 0; i < 16; i++) if (batch.planes()[i * clip + FrameConditions.LEVEL * 256] == .5f) told++;
			assertEquals(asked[0], told, "clips told to be unsure by half");
			assertTrue(asked[0] > 2 && asked[0] < 14, asked[0] + " of 16 clips were asked for");
		}
	}

	@Test
	void configurationsRoundTripAndBadOnesAreNamed() {
		for (final DecoderOptions options : new DecoderOptions[] { DecoderOptions.STAGE_TWO, DecoderOptions.ONE_STAGE, DecoderOptions.PAPER })
			assertEquals(options.config(), DecoderOptions.of(ModelConfig.parse(options.config().json(), "x")).config());
		final String json = DecoderOptions.STAGE_TWO.config().json();
		assertTrue(assertThrows(ModelException.class, () -> DecoderOptions.of(ModelConfig.parse(json.replace("representation", "sound"),
			"config.json"))).getMessage().contains("config.json: 'condition' is sound; accepted are representation, cues"));
		assertTrue(assertThrows(ModelException.class, () -> DecoderOptions.of(ModelConfig.parse(json.replace("\"side\": 64", "\"side\": 60"),
			"config.json"))).getMessage().contains("frames of 60 pixels cannot be halved"));
	}

	@Test
	void paperScaleBuildsAndStatesItsParameters() {
		assertEquals(724_020, new DecoderNet(DecoderOptions.STAGE_TWO).parameters());
		assertEquals(425_156_682, new DecoderNet(DecoderOptions.PAPER).parameters());
	}

	@Test
	void anUntrainedDecoderDrawsTheSplattedFrameAndTheSameSeedTheSame() {
		final Clip clip = new CollisionClips(16, 2).clip(CollisionClips.HELD_OUT);
		final FirstFrame first = FirstFrame.of(clip);
		try (DecoderTrainee trainee = trainee(TINY); VideoDecoder decoder = borrowed(trainee.network())) {
			final float[] a = draw(decoder, first, clip, 1);
			assertArrayEquals(a, draw(decoder, first, clip, 1));
			final float[] splatted = FrameConditions.ofMotion(TINY, first, DecoderLesson.way(clip.future()), 0, clip.future(), MotionNoise.NONE,
				null).prior().expected();
			// Given only what is expected, the most likely frame is the splatted one; noise of the start is left by s = .07 at most.
			double sum = 0;
			for (int i = 0; i < a.length; i++) sum += Math.pow(2 * a[i] - 1 - splatted[i], 2);
			assertTrue(Math.sqrt(sum / a.length) < .15, "differs by " + Math.sqrt(sum / a.length));
		}
	}

	private static VideoDecoder borrowed(final Network<DecoderNet> network) {
		return VideoDecoder.of(network);
	}

	private static float[] draw(final VideoDecoder decoder, final FirstFrame first, final Clip clip, final long seed) {
		return decoder.decode(first, clip.future(), 0, org.motionlayers.diffusion.Drawing.DEFAULT, seed, org.motionlayers.scene.Progress.NONE);
	}
}
