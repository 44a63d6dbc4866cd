package org.motionlayers.lamd.lesson;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.LongFunction;

import org.motionlayers.lamd.autoencoder.MotionAutoencoder;
import org.motionlayers.lamd.generator.GeneratorExample;
import org.motionlayers.lamd.generator.GeneratorOptions;
import org.motionlayers.lamd.generator.GeneratorTrainee;
import org.motionlayers.lamd.generator.Prompt;
import org.motionlayers.lamd.generator.Vocabulary;
import org.motionlayers.lamd.latent.LatentShape;
import org.motionlayers.lamd.latent.LatentStatistics;
import org.motionlayers.scene.Progress;

/**
 * Clips as an autoencoder sees them, made once before a generator is trained (LaMD, 3.3: the generator is trained on latents). A clip takes
 * as much memory as its content features: 64 KB for 64 channels of 16 x 16.
 */
public final class MotionLessons {

	/** Transformer blocks that read sentences. */
	private static final int TEXT_LAYERS = 2;

	private final LatentShape shape;
	private final int contentChannels;
	private final List<GeneratorExample> examples;

	private MotionLessons(final LatentShape shape, final int contentChannels, final List<GeneratorExample> examples) {
		this.shape = shape;
		this.contentChannels = contentChannels;
		this.examples = List.copyOf(examples);
	}

	/**
	 * Encodes clips.
	 *
	 * @param autoencoder trained
	 * @param clips of its size, by number
	 * @param count how many, at least 1
	 * @param progress is told and asked after every clip
	 */
	public static MotionLessons of(final MotionAutoencoder autoencoder, final LongFunction<ToldClip> clips, final int count,
		final Progress progress)
	{
		final List<GeneratorExample> examples = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			progress.update(i, count, "encoding clips");
			final ToldClip told = clips.apply(i);
			examples.add(new GeneratorExample(autoencoder.content(told.clip().frame(0)).coarsest(), autoencoder.encode(told.clip()), told.prompt()));
		}
		return new MotionLessons(autoencoder.options().latentShape(), autoencoder.options().contentChannels(), examples);
	}

	/** @return how many clips there are */
	public int size() {
		return examples.size();
	}

	/** @return an example that the random numbers choose */
	public GeneratorExample draw(final SplittableRandom random) {
		return examples.get(random.nextInt(examples.size()));
	}

	/**
	 * A small generator for these lessons: it knows the classes and the words that clips are told by, and the spread of their latents and
	 * content.
	 *
	 * @param classes all that there are, in order; those that no clip is told by are left out
	 * @param told whether it learns what clips are called
	 */
	public GeneratorOptions options(final Collection<String> classes, final boolean told) {
		final LatentStatistics.Sums sums = new LatentStatistics.Sums(shape.d());
		double squares = 0, total = 0;
		final TreeSet<String> named = new TreeSet<>(), sentences = new TreeSet<>();
		for (final GeneratorExample example : examples) {
			sums.add(example.latent());
			for (final float value : example.content()) {
				squares += value * (double) value;
				total += value;
			}
			if (!example.prompt().motionClass().isEmpty()) named.add(example.prompt().motionClass());
			if (!example.prompt().text().isEmpty()) sentences.add(example.prompt().text());
		}
		final double count = (double) examples.size() * examples.get(0).content().length, mean = total / count;
		final double deviation = Math.sqrt(Math.max(1e-12, squares / count - mean * mean));
		final GeneratorOptions.Language language = told ? language(classes.stream().filter(named::contains).toList(), sentences)
			: GeneratorOptions.Language.NONE;
		final GeneratorOptions small = GeneratorOptions.small(shape, sums.statistics(), contentChannels, language);
		return small.with(small.content().withDeviation(deviation));
	}

	private static GeneratorOptions.Language language(final List<String> classes, final Collection<String> sentences) {
		return sentences.isEmpty() ? GeneratorOptions.Language.ofClasses(classes) : new GeneratorOptions.Language(classes, Vocabulary.of(sentences),
			TEXT_LAYERS);
	}

	/**
	 * A generator that learns from them.
	 *
	 * @param options of {@link #options}
	 * @param batch latents of a step
	 * @param seed of its first weights
	 * @return to be closed by the caller
	 */
	public GeneratorTrainee trainee(final GeneratorOptions options, final int batch, final long seed) {
		final boolean silent = options.language().isSilent();
		return new GeneratorTrainee(options, batch, random -> {
			final GeneratorExample example = draw(random);
			return silent ? new GeneratorExample(example.content(), example.latent(), Prompt.NONE) : example;
		}, seed);
	}
}
