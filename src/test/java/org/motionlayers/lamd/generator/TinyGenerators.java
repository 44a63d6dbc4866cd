package org.motionlayers.lamd.generator;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.motionlayers.lamd.latent.LatentShape;
import org.motionlayers.lamd.latent.LatentStatistics;
import org.motionlayers.lamd.latent.MotionLatent;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;

/** Generators small enough for a unit test. */
final class TinyGenerators {

	static final LatentShape SHAPE = new LatentShape(2, 4, 4);
	static final int CONTENT = 3;
	static final LatentStatistics STATISTICS = new LatentStatistics(new float[] { 1, -2 }, new float[] { 2, .5f });
	static final List<String> CLASSES = List.of("up", "down");
	static final Vocabulary WORDS = Vocabulary.of(List.of("the disc moves up", "the disc moves down"));

	private TinyGenerators() {}

	static GeneratorOptions options(final GeneratorOptions.Language language) {
		return options(language, 1, 2);
	}

	/** One of a single level learns fastest. */
	static GeneratorOptions options(final GeneratorOptions.Language language, final int... multiples) {
		return new GeneratorOptions(SHAPE, STATISTICS, CONTENT, new GeneratorOptions.Size(16, multiples, 1, new int[] { 1 << multiples.length - 1 }, 8, 16, 0),
			GeneratorOptions.Content.BOTH, language, GeneratorOptions.Diffusion.VELOCITY);
	}

	/** A generator that knows nothing, but says something. */
	static MotionGenerator untrained(final GeneratorOptions options) {
		return NetworkEngine.call(() -> {
			final Network<GeneratorNetwork> network = new Network<>(new GeneratorNetwork(options), 1);
			network.weights().forEach((name, weight) -> {
				final float[] values = new float[weight.size()];
				final SplittableRandom random = new SplittableRandom(name.hashCode());
				for (int i = 0; i < values.length; i++) values[i] = (float) random.nextDouble(-.25, .25);
				weight.write(values, 0);
			});
			return new MotionGenerator(network);
		});
	}

	/** Latents whose first channel, normalised, is about 1 where the prompt says up and -1 where it says down; the second follows the content. */
	static GeneratorExample example(final SplittableRandom random, final boolean text) {
		final boolean up = random.nextBoolean();
		final float[] content = content(random.nextBoolean() ? 1 : -1);
		final float[] mean = new float[SHAPE.size()], logVariance = new float[SHAPE.size()];
		Arrays.fill(mean, 0, SHAPE.cells(), up ? 3 : -1);
		Arrays.fill(mean, SHAPE.cells(), SHAPE.size(), -2 + .5f * content[0]);
		Arrays.fill(logVariance, -6);
		return new GeneratorExample(content, new MotionLatent(SHAPE, mean, logVariance), text ? Prompt.ofText("the disc moves " + (up ? "up" : "down"))
			: Prompt.ofClass(up ? "up" : "down"));
	}

	static float[] content(final float value) {
		final float[] content = new float[CONTENT * SHAPE.cells()];
		Arrays.fill(content, value);
		return content;
	}
}
