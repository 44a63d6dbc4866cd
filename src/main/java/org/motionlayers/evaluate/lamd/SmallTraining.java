package org.motionlayers.evaluate.lamd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.motionlayers.lamd.autoencoder.AutoencoderModel;
import org.motionlayers.lamd.autoencoder.AutoencoderOptions;
import org.motionlayers.lamd.autoencoder.AutoencoderTrainee;
import org.motionlayers.lamd.autoencoder.LossWeights;
import org.motionlayers.lamd.autoencoder.MotionAutoencoder;
import org.motionlayers.lamd.clip.ClipSource;
import org.motionlayers.lamd.clip.SceneClips;
import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.lamd.generator.GeneratorExample;
import org.motionlayers.lamd.generator.GeneratorOptions;
import org.motionlayers.lamd.generator.GeneratorTrainee;
import org.motionlayers.lamd.generator.MotionGenerator;
import org.motionlayers.lamd.generator.Prompt;
import org.motionlayers.lamd.latent.LatentStatistics;
import org.motionlayers.network.train.AdamW;
import org.motionlayers.network.train.LearningRate;
import org.motionlayers.network.train.ModelTraining;
import org.motionlayers.network.train.Trainee;
import org.motionlayers.network.train.TrainingSettings;
import org.motionlayers.network.train.WeightAverage;
import org.motionlayers.scene.Progress;

/** Trains small models on captioned shapes, all alike. A training that was interrupted goes on where it was. */
final class SmallTraining {

	private static final double RATE = 2e-3, GENERATOR_RATE = 1e-3, AVERAGE = .99;

	/** Part of the steps in which the learning rate rises. */
	private static final int WARM_UP_PART = 20;

	private static final long SAVE_EVERY = 50;

	/** Clips that a generator learns from, in those that it is judged on; latents of its steps, in clips of an autoencoder's. */
	private static final int EXAMPLES = 8, GENERATOR_BATCH = 4;

	/** Frames of a clip that are decoded in a step. */
	private static final int DECODED = 4;

	private SmallTraining() {}

	/**
	 * Trains an autoencoder.
	 *
	 * @param options what it is
	 * @param training for how long
	 * @param folder where it is kept
	 * @param seed of weights and batches
	 * @param progress is told and asked
	 * @return it, open
	 */
	static MotionAutoencoder autoencoder(final AutoencoderOptions options, final Budget.Training training, final Path folder, final long seed,
		final Progress progress) throws IOException
	{
		final ClipSource clips = SceneClips.SHAPES.training(options.frames(), options.side());
		try (AutoencoderTrainee trainee = new AutoencoderTrainee(options, new AutoencoderTrainee.Lessons(clips, training.batch(), DECODED, training.steps(),
			LossWeights.DEFAULT), seed))
		{
			run(trainee, training.steps(), RATE, folder, seed, progress);
		}
		AutoencoderModel.finish(folder, clips, training.clips(), seed, progress);
		return MotionAutoencoder.open(folder);
	}

	/** @return a generator of an autoencoder's motion, told nothing but the first frame; arguments as above */
	static MotionGenerator generator(final MotionAutoencoder autoencoder, final Budget.Training training, final Path folder, final long seed,
		final Progress progress) throws IOException
	{
		final AutoencoderOptions options = autoencoder.options();
		final ClipSource clips = SceneClips.SHAPES.training(options.frames(), options.side());
		final SplittableRandom random = new SplittableRandom(seed);
		final LatentStatistics.Sums sums = new LatentStatistics.Sums(options.latentShape().d());
		final List<GeneratorExample> examples = new ArrayList<>();
		for (int k = 0; k < EXAMPLES * training.clips(); k++) {
			progress.update(k, EXAMPLES * training.clips(), "encoding clips");
			final VideoClip clip = clips.draw(random);
			examples.add(new GeneratorExample(autoencoder.content(clip.frame(0)).coarsest(), autoencoder.encode(clip), Prompt.NONE));
			sums.add(examples.get(k).latent());
		}
		final GeneratorOptions usual = GeneratorOptions.small(options.latentShape(), sums.statistics(), options.contentChannels(),
			GeneratorOptions.Language.NONE), scaled = new GeneratorOptions(usual.shape(), usual.statistics(), usual.contentChannels(), usual
				.size(), usual.content().withDeviation(deviation(examples)), usual.language(), usual.diffusion());
		try (GeneratorTrainee trainee = new GeneratorTrainee(scaled, GENERATOR_BATCH * training.batch(), dice -> examples.get(dice.nextInt(examples.size())),
			seed))
		{
			run(trainee, training.generator(), GENERATOR_RATE, folder, seed, progress);
		}
		return MotionGenerator.open(folder);
	}

	/** @return standard deviation of all content features */
	private static double deviation(final List<GeneratorExample> examples) {
		double sum = 0, squares = 0;
		long count = 0;
		for (final GeneratorExample example : examples) for (final float value : example.content()) {
			sum += value;
			squares += value * (double) value;
			count++;
		}
		return Math.sqrt(Math.max(1e-12, squares / count - sum / count * (sum / count)));
	}

	private static <B> void run(final Trainee<B> trainee, final long steps, final double rate, final Path folder, final long seed, final Progress progress)
		throws IOException
	{
		final TrainingSettings settings = new TrainingSettings(steps, LearningRate.cosine(rate, steps / WARM_UP_PART + 1, steps + 1, rate / 100),
			AdamW.DEFAULT, 1, new WeightAverage(AVERAGE), seed, SAVE_EVERY);
		ModelTraining.run(trainee, settings, folder, (step, all, loss, norm, now) -> progress.update(step, all, "training " + folder.getFileName()));
	}
}
