package org.motionlayers.lamd.autoencoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.lamd.latent.LatentStatistics;
import org.motionlayers.lamd.latent.MotionLatent;
import org.motionlayers.network.ModelFolder;
import org.motionlayers.network.train.ModelTraining;
import org.motionlayers.network.train.TrainingMonitor;
import org.motionlayers.network.weights.Safetensors;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;

/** Training an autoencoder, and what it can do then. */
class AutoencoderTraineeTest {

	private static final LossWeights WEIGHTS = LossWeights.DEFAULT.withDivergence(1e-4);

	@TempDir
	private Path folder;

	private static AutoencoderTrainee trainee(final AutoencoderOptions options, final int decoded, final long steps,
		final LossWeights weights)
	{
		return new AutoencoderTrainee(options, new AutoencoderTrainee.Lessons(new MovingDot(), 4, decoded, steps, weights), 1);
	}

	/** Motion is in the latent (LaMD, 4.2.2): without it the clip is lost, and with another clip's it is another clip. */
	@Test
	void motionAndContentComeApart() throws Exception {
		final long steps = 120;
		try (AutoencoderTrainee trainee = trainee(MovingDot.TINY, 4, steps, WEIGHTS)) {
			ModelTraining.run(trainee, MovingDot.settings(steps), folder, TrainingMonitor.NONE);
		}
		final LatentStatistics statistics = AutoencoderModel.finish(folder, new MovingDot(), 16, 3, Progress.NONE);
		try (MotionAutoencoder autoencoder = MotionAutoencoder.open(folder)) {
			assertArrayEquals(statistics.mean(), autoencoder.statistics().mean());
			assertArrayEquals(statistics.deviation(), autoencoder.statistics().deviation());
			final SplittableRandom random = new SplittableRandom(99);
			double matched = 0, none = 0, still = 0, nats = 0;
			for (int i = 0; i < 8; i++) {
				final VideoClip clip = new MovingDot().draw(random);
				final MotionLatent motion = autoencoder.encode(clip);
				final ContentFeatures content = autoencoder.content(clip.frame(0));
				matched += psnr(clip, autoencoder.decode(content, motion.mean())) / 8;
				final VideoClip unmoved = autoencoder.decode(content, new float[motion.shape().size()]);
				none += psnr(clip, unmoved) / 8;
				still += psnr(clip.still(), unmoved) / 8;
				nats += motion.divergence() / 8;
			}
			assertTrue(matched - none > 1, "PSNR " + matched + " dB, of z = 0 " + none);
			assertTrue(still - none > 3, "z = 0 is " + still + " dB from a clip in which nothing moves, " + none + " dB from the moving one");
			assertTrue(nats > .3, "divergence " + nats);
		}
	}

	@Test
	void aDiscriminatorIsTrainedBesideAndLeftOutInTheEnd() throws Exception {
		final AutoencoderOptions options = MovingDot.TINY.withClips(8, 16, 1).withAdversary(4);
		final AutoencoderTrainee.Lessons lessons = new AutoencoderTrainee.Lessons(random -> twice(new MovingDot().draw(random)), 2, 8, 8, WEIGHTS
			.withAdversarial(.1, .25));
		try (AutoencoderTrainee trainee = new AutoencoderTrainee(options, lessons, 1)) {
			final float[] before = discriminator(trainee);
			final double[] last = new double[1];
			ModelTraining.run(trainee, MovingDot.settings(8), folder, (step, steps, loss, norm, rate) -> last[0] = loss);
			assertTrue(Double.isFinite(last[0]), "loss " + last[0]);
			assertFalse(java.util.Arrays.equals(before, discriminator(trainee)), "the discriminator has not moved");
		}
		AutoencoderModel.finish(folder, lessons.clips(), 2, 3, Progress.NONE);
		assertTrue(Safetensors.read(folder.resolve(ModelFolder.WEIGHTS)).tensors().keySet().stream().noneMatch(name -> name.startsWith(
			"discriminator")));
		MotionAutoencoder.open(folder).close();
	}

	private static float[] discriminator(final AutoencoderTrainee trainee) {
		return trainee.network().tensors().get("discriminator.layer.0.weight").floats();
	}

	private static VideoClip twice(final VideoClip clip) {
		final float[][] frames = new float[8][];
		for (int t = 0; t < 8; t++) frames[t] = clip.frame(t / 2);
		return VideoClip.ofFrames(1, 16, 16, frames);
	}

	@Test
	void decodingSomeFramesAloneIsThatOfAll() throws Exception {
		final VideoClip clip = new MovingDot().draw(new SplittableRandom(5));
		try (AutoencoderTrainee trainee = trainee(MovingDot.TINY, 2, 4, WEIGHTS)) {
			ModelTraining.run(trainee, MovingDot.settings(4), folder, TrainingMonitor.NONE);
			final float[] all = video(trainee, clip, null), some = video(trainee, clip, new int[] { 1, 3 });
			for (int p = 0; p < 256; p++) for (int k = 0; k < 2; k++) assertEquals(all[(2 * k + 1) * 256 + p], some[k * 256 + p], 1e-5);
		}
	}

	private static float[] video(final AutoencoderTrainee trainee, final VideoClip clip, final int[] chosen) {
		return trainee.network().compute(scope -> {
			final AutoencoderNet net = trainee.network().layer();
			final ai.djl.ndarray.NDArray array = org.motionlayers.network.FloatTransfer.in(scope, clip.values(), new ai.djl.ndarray.types.Shape(1, 1,
				4, 16, 16)), first = array.get(":, :, 0");
			return net.video(net.motion(array).get(0), net.content(first), first, chosen, null).toFloatArray();
		});
	}

	@Test
	void aDiscriminatorThatWouldSeeTooFewFramesIsRefused() {
		final String said = assertThrows(InputException.class, () -> trainee(MovingDot.TINY.withAdversary(4), 4, 1, WEIGHTS)).getMessage();
		assertTrue(said.startsWith("frames=4: a discriminator looks at clips of at least 8 frames"), said);
	}

	@Test
	void clipsOfAnotherSizeAreRefused() throws Exception {
		try (AutoencoderTrainee trainee = trainee(MovingDot.TINY, 4, 1, WEIGHTS)) {
			ModelTraining.run(trainee, MovingDot.settings(1), folder, TrainingMonitor.NONE);
		}
		try (MotionAutoencoder autoencoder = MotionAutoencoder.open(folder)) {
			final String said = assertThrows(IllegalArgumentException.class, () -> autoencoder.encode(new VideoClip(1, 3, 16, 16, new float[768])))
				.getMessage();
			assertTrue(said.contains("3 frames") && said.contains("takes 1 channels, 4 frames"), said);
			assertThrows(IllegalArgumentException.class, () -> autoencoder.content(new float[5]));
			assertThrows(IllegalArgumentException.class, () -> autoencoder.decode(autoencoder.content(new float[256]), new float[5]));
			assertEquals(16 * 4 * 4, autoencoder.content(new float[256]).coarsest().length);
		}
	}

	private static double psnr(final VideoClip truth, final VideoClip found) {
		final float[] a = truth.values(), b = found.values();
		double sum = 0;
		for (int i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (double) (a[i] - b[i]);
		return 10 * Math.log10(a.length / sum);
	}
}
