package org.motionlayers.evaluate.lamd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.motionlayers.evaluate.paper.BriefTraining;
import org.motionlayers.lamd.autoencoder.AutoencoderModel;
import org.motionlayers.lamd.autoencoder.AutoencoderOptions;
import org.motionlayers.lamd.autoencoder.AutoencoderTrainee;
import org.motionlayers.lamd.autoencoder.LossWeights;
import org.motionlayers.lamd.autoencoder.MotionAutoencoder;
import org.motionlayers.lamd.clip.ClipSource;
import org.motionlayers.lamd.clip.SceneClips;
import org.motionlayers.lamd.generator.GeneratorTrainee;
import org.motionlayers.lamd.generator.MotionGenerator;
import org.motionlayers.lamd.generator.Prompt;
import org.motionlayers.lamd.lesson.MotionLessons;
import org.motionlayers.lamd.lesson.ToldClip;
import org.motionlayers.network.train.ModelTraining;
import org.motionlayers.network.train.Trainee;
import org.motionlayers.scene.Progress;

/** Trains models on captioned shapes with a small budget, all alike. A training that was interrupted goes on where it was. */
final class SmallTraining {

	private static final double RATE = 1e-3, GENERATOR_RATE = 1e-3;

	/** Clips that a generator learns from, in those that it is judged on; latents of its steps, in clips of an autoencoder's. */
	private static final int EXAMPLES = 8, GENERATOR_BATCH = 4;

	/** Frames of a clip that are decoded in a step. */
	private static final int DECODED = 4;

	private SmallTraining() {}

	/**
	 * Trains an autoencoder.
	 *
	 * @param options what it is
	 * @param start folder of a trained one, whose weights it begins with where they have the same name and shape; empty for weights drawn anew
	 * @param training for how long
	 * @param folder where it is kept
	 * @param seed of weights and batches
	 * @param progress is told and asked
	 * @return it, open
	 */
	static MotionAutoencoder autoencoder(final AutoencoderOptions options, final Optional<Path> start, final Budget.Training training,
		final Path folder, final long seed, final Progress progress) throws IOException
	{
		final ClipSource clips = SceneClips.SHAPES.training(options.frames(), options.side());
		try (AutoencoderTrainee trainee = new AutoencoderTrainee(options, new AutoencoderTrainee.Lessons(clips, training.batch(), DECODED, training.steps(),
			LossWeights.DEFAULT), seed))
		{
			if (start.isPresent()) ModelTraining.begin(trainee, start.get());
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
		final MotionLessons lessons = MotionLessons.of(autoencoder, k -> new ToldClip(clips.draw(random), Prompt.NONE), EXAMPLES * training.clips(),
			progress);
		try (GeneratorTrainee trainee = lessons.trainee(lessons.options(List.of(), false), GENERATOR_BATCH * training.batch(), seed)) {
			run(trainee, training.generator(), GENERATOR_RATE, folder, seed, progress);
		}
		return MotionGenerator.open(folder);
	}

	private static void run(final Trainee<?> trainee, final long steps, final double rate, final Path folder, final long seed, final Progress progress)
		throws IOException
	{
		new BriefTraining(steps, steps + 1, rate, seed).run(trainee, folder, String.valueOf(folder.getFileName()), progress);
	}
}
