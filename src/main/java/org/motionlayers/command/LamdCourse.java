package org.motionlayers.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.LongFunction;

import org.motionlayers.lamd.LatentSettings;
import org.motionlayers.lamd.ModelPair;
import org.motionlayers.lamd.autoencoder.AutoencoderModel;
import org.motionlayers.lamd.autoencoder.AutoencoderOptions;
import org.motionlayers.lamd.autoencoder.AutoencoderTrainee;
import org.motionlayers.lamd.autoencoder.LossWeights;
import org.motionlayers.lamd.autoencoder.MotionAutoencoder;
import org.motionlayers.lamd.autoencoder.PerceptualLoss;
import org.motionlayers.lamd.clip.ClipSource;
import org.motionlayers.lamd.clip.MovieClips;
import org.motionlayers.lamd.generator.GeneratorTrainee;
import org.motionlayers.lamd.generator.Prompt;
import org.motionlayers.lamd.lesson.MotionLessons;
import org.motionlayers.lamd.lesson.ToldClip;
import org.motionlayers.lamd.lesson.ToldScenes;
import org.motionlayers.network.train.Trainee;
import org.motionlayers.network.weights.ModelException;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;

/** What of latent motion diffusion (LaMD) can be trained. Movies of one's own need no labels. */
enum LamdCourse implements TrainingCourse {

	/** MCD-VAE. */
	AUTOENCODER(new CourseSummary("LaMD, the motion-content decomposed video autoencoder", new TrainingPlan(16, 3_600, 4, 2e-3, 0, 0), 0, ToldScenes
		.titles(), List.of("One plane, 64 x 64 pixels: other images are scaled, and what is smaller than a pixel there is not seen.",
			"It decodes what it has seen in training; another kind of motion or content comes out blurred."))) {

		@Override
		public Trainee<?> trainee(final TrainingPlan plan, final TrainingMaterial material, final Progress progress) {
			final LatentChoices choices = material.latent();
			final AutoencoderOptions options = autoencoder(plan).withAdversary(choices.adversarial() > 0 ? DISCRIMINATOR : 0);
			final boolean perceptual = !choices.perceptual().isEmpty();
			final LossWeights weights = LossWeights.DEFAULT.withPerceptual(perceptual ? 1 : 0).withAdversarial(choices.adversarial(), LossWeights.DEFAULT
				.start());
			return new AutoencoderTrainee(options, new AutoencoderTrainee.Lessons(source(options, plan, material), plan.batch(), DECODED, plan.steps(), weights,
				perceptual ? features(choices.perceptual()) : null), plan.seed());
		}

		@Override
		public void finish(final Path folder, final TrainingPlan plan, final TrainingMaterial material, final Progress progress)
			throws IOException
		{
			AutoencoderModel.finish(folder, source(autoencoder(plan), plan, material), MEASURED, plan.seed(), progress);
		}

		@Override
		public Map<String, String> facts(final TrainingPlan plan) {
			return new TreeMap<>(Map.of("frames of a clip", Integer.toString(plan.frames())));
		}
	},

	/** DMG. */
	GENERATOR(new CourseSummary("LaMD, the diffusion-based motion generator", new TrainingPlan(16, 8_000, GeneratorTrainee.BATCH, 1e-3, 0, 0), 3_000,
		ToldScenes.titles(), List.of("It draws latents of the autoencoder that it was trained with, and of no other.",
			"It knows the kind of motion that it was trained on, and the classes and words in its config.json."))) {

		@Override
		public Trainee<?> trainee(final TrainingPlan plan, final TrainingMaterial material, final Progress progress) {
			final Path folder = LatentSettings.autoencoderFolder(material.latent().autoencoder());
			try (MotionAutoencoder autoencoder = MotionAutoencoder.open(folder)) {
				final AutoencoderOptions options = autoencoder.options();
				if (plan.frames() != summary().usual().frames() && plan.frames() != options.frames()) throw new InputException("frames=" + plan.frames() +
					": the autoencoder '" + folder + "' has clips of " + options.frames() + " frames; leave frames=0.");
				final MotionLessons lessons = MotionLessons.of(autoencoder, numbered(options, plan, material), clips(options, material), progress);
				return lessons.trainee(lessons.options(material.simulated().isEmpty() ? List.of() : told(material).classes(), material.latent().prompts()), plan
					.batch(), plan.seed());
			}
			catch (final IOException e) {
				throw new ModelException("Model '" + folder + "' cannot be read (" + e.getMessage() + ").", e);
			}
		}

		@Override
		public void finish(final Path folder, final TrainingPlan plan, final TrainingMaterial material, final Progress progress)
			throws IOException
		{
			ModelPair.join(folder, LatentSettings.autoencoderFolder(material.latent().autoencoder()));
		}

		@Override
		public Map<String, String> facts(final TrainingPlan plan) {
			return new TreeMap<>(Map.of("content and prompt left out", "each with probability " + GeneratorTrainee.DROPPED));
		}
	};

	/** The family's name, as users write it. */
	static final String MODEL = "lamd";

	/** Frames of a clip that are decoded in a step of training. */
	private static final int DECODED = 8;

	/** Width of a discriminator. */
	private static final int DISCRIMINATOR = 16;

	/** Clips that the spread of latents is measured on. */
	private static final int MEASURED = 200;

	/** The most windows of own movies that a generator learns from. */
	private static final int MOST_WINDOWS = 10_000;

	private final CourseSummary summary;

	LamdCourse(final CourseSummary summary) {
		this.summary = summary;
	}

	@Override
	public CourseSummary summary() {
		return summary;
	}

	@Override
	public String model() {
		return MODEL;
	}

	@Override
	public String space() {
		return name().toLowerCase(Locale.ROOT);
	}

	@Override
	public boolean needsLabels() {
		return false;
	}

	private static PerceptualLoss features(final String file) {
		if (!Files.isRegularFile(Path.of(file))) throw new InputException("perceptual=" + file + ": no such file; a TorchScript file is needed.");
		try {
			return PerceptualLoss.open(Path.of(file));
		}
		catch (final IOException e) {
			throw new ModelException("perceptual=" + file + " cannot be read (" + e.getMessage() + ").", e);
		}
	}

	/** @return the shipped autoencoder for clips of other lengths */
	private static AutoencoderOptions autoencoder(final TrainingPlan plan) {
		if (Integer.bitCount(plan.frames()) != 1) throw new InputException("frames=" + plan.frames() +
			": the autoencoder halves a clip until one frame is left; 2, 4, 8, 16, 32 or 64 frames are needed.");
		final AutoencoderOptions usual = AutoencoderOptions.WARP;
		return usual.withClips(plan.frames(), usual.side(), usual.channels());
	}

	private static ToldScenes told(final TrainingMaterial material) {
		return ToldScenes.valueOf(material.simulated().toUpperCase(Locale.ROOT));
	}

	/** Clips drawn one by one; of simulated scenes as many different ones as there are seeds, or as the material says. */
	private static ClipSource source(final AutoencoderOptions options, final TrainingPlan plan, final TrainingMaterial material) {
		if (material.simulated().isEmpty()) return movies(options, material);
		if (material.count() == 0) return told(material).untold(options.channels(), options.side(), options.frames());
		final LongFunction<ToldClip> clips = numbered(options, plan, material);
		return random -> clips.apply(random.nextLong(material.count())).clip();
	}

	/** Clips by their number. */
	private static LongFunction<ToldClip> numbered(final AutoencoderOptions options, final TrainingPlan plan, final TrainingMaterial material) {
		if (!material.simulated().isEmpty()) return k -> told(material).clip(options.channels(), options.side(), options.frames(), Math.floorMod(plan
			.seed() + k, ToldScenes.HELD_OUT));
		final MovieClips movies = movies(options, material);
		return k -> new ToldClip(movies.draw(new SplittableRandom(plan.seed() + k)), Prompt.NONE);
	}

	private static MovieClips movies(final AutoencoderOptions options, final TrainingMaterial material) {
		final List<Movie> movies = material.examples().stream().map(example -> example.movie().orElseThrow()).toList();
		return new MovieClips(movies, options.frames(), options.channels(), options.side());
	}

	/** @return how many clips a generator learns from: of own movies about as many as there are windows */
	private static int clips(final AutoencoderOptions options, final TrainingMaterial material) {
		return material.simulated().isEmpty() ? Math.min(MOST_WINDOWS, movies(options, material).count()) : material.count();
	}
}
