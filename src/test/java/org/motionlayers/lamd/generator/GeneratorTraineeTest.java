package org.motionlayers.lamd.generator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.diffusion.Drawing;
import org.motionlayers.diffusion.NoiseSchedule;
import org.motionlayers.lamd.latent.LatentShape;
import org.motionlayers.lamd.latent.MotionLatent;
import org.motionlayers.network.train.AdamW;
import org.motionlayers.network.train.LearningRate;
import org.motionlayers.network.train.ModelTraining;
import org.motionlayers.network.train.TrainingSettings;
import org.motionlayers.network.train.WeightAverage;
import org.motionlayers.scene.Progress;

/** The generator learns what it is shown, and says it when it is asked. */
class GeneratorTraineeTest {

	private static final int BATCH = 8, STEPS = 110;

	@TempDir
	Path folder;

	private MotionGenerator trained(final GeneratorOptions.Language language, final boolean text) throws Exception {
		try (GeneratorTrainee trainee = new GeneratorTrainee(TinyGenerators.options(language, 1), BATCH, random -> TinyGenerators.example(random, text), 1)) {
			ModelTraining.run(trainee, new TrainingSettings(STEPS, LearningRate.cosine(1e-2, 5, STEPS, 5e-4), AdamW.DEFAULT, 1, new WeightAverage(.9), 1, STEPS), folder, (
				step, all, loss, norm, rate) -> assertTrue(Double.isFinite(loss)));
		}
		return MotionGenerator.open(folder);
	}

	/** Mean of a channel of a latent, as normalised. */
	private static double mean(final float[] latent, final int channel) {
		final int cells = TinyGenerators.SHAPE.cells();
		final float[] normalised = TinyGenerators.STATISTICS.normalised(latent);
		double sum = 0;
		for (int i = 0; i < cells; i++) sum += normalised[channel * cells + i];
		return sum / cells;
	}

	/** The truth is 1 or -1 in both channels: by the prompt in the first one, by the content in the second. */
	private void saysWhatItWasShown(final MotionGenerator generator, final Prompt up, final Prompt down) {
		for (final float content : new float[] { 1, -1 }) for (final Prompt prompt : List.of(up, down)) {
			final MotionGenerator.Order order = new MotionGenerator.Order(prompt, 4, new Drawing(Drawing.Method.DDIM, 20), 1, 5);
			for (final float[] latent : generator.draw(TinyGenerators.content(content), order, Progress.NONE, LatentSteps.NONE)) {
				assertEquals(prompt == up ? 1 : -1, mean(latent, 0), .7, prompt + ", the channel of the prompt");
				assertEquals(content, mean(latent, 1), .7, prompt + ", the channel of the content");
			}
		}
	}

	@Test
	void learnsClassesAndContent() throws Exception {
		try (MotionGenerator generator = trained(GeneratorOptions.Language.ofClasses(TinyGenerators.CLASSES), false)) {
			saysWhatItWasShown(generator, Prompt.ofClass("Up"), Prompt.ofClass("down"));
		}
	}

	@Test
	void learnsSentences() throws Exception {
		try (MotionGenerator generator = trained(GeneratorOptions.Language.ofText(TinyGenerators.WORDS, 1), true)) {
			saysWhatItWasShown(generator, Prompt.ofText("The disc moves up"), Prompt.ofText("the disc moves down"));
		}
	}

	@Test
	void batchesDependOnTheirRandomNumbersAloneAndAreNoisedAsTheyMustBe() {
		final GeneratorOptions options = TinyGenerators.options(GeneratorOptions.Language.ofClasses(TinyGenerators.CLASSES));
		try (GeneratorTrainee trainee = new GeneratorTrainee(options, 2000, random -> TinyGenerators.example(random, false), 1)) {
			final GeneratorBatch a = trainee.batch(0, new SplittableRandom(7)), b = trainee.batch(5, new SplittableRandom(7));
			assertArrayEquals(a.noisy(), b.noisy());
			assertArrayEquals(a.conditions().content(), b.conditions().content());
			final NoiseSchedule schedule = NoiseSchedule.linear();
			final int size = TinyGenerators.SHAPE.size(), contents = a.conditions().content().length / 2000;
			int withoutClass = 0, withoutContent = 0;
			for (int i = 0; i < 2000; i++) {
				final int t = (int) a.timesteps()[i], said = a.conditions().classes()[i][0];
				if (said == 0) withoutClass++;
				if (a.conditions().content()[i * contents] == 0) withoutContent++;
				// The network of these options is asked for v.
				final double clean = Math.sqrt(schedule.alphaBar(t)) * a.noisy()[i * size] - Math.sqrt(1 - schedule.alphaBar(t)) * a.asked()[i * size];
				// Mean 1 or -1, deviation exp(-3) over the scale's 2.
				if (said > 0) assertEquals(said == 1 ? 1 : -1, clean, 6 * Math.exp(-3) / 2, "timestep " + t);
			}
			// Binomial of 2000 and .1: mean 200, deviation 13.4.
			assertEquals(200, withoutClass, 5 * 13.4);
			assertEquals(200, withoutContent, 5 * 13.4);
		}
	}

	@Test
	void latentsOfAnotherSizeAreRefused() {
		final LatentShape other = new LatentShape(2, 4, 6);
		final GeneratorExample wrong = new GeneratorExample(TinyGenerators.content(1), new MotionLatent(other, new float[other.size()], new float[other
			.size()]), Prompt.NONE);
		try (GeneratorTrainee trainee = new GeneratorTrainee(TinyGenerators.options(GeneratorOptions.Language.NONE), 1, random -> wrong, 1)) {
			final String said = assertThrows(IllegalArgumentException.class, () -> trainee.batch(0, new SplittableRandom(1))).getMessage();
			assertTrue(said.contains("2 x 4 x 6") && said.contains("2 x 4 x 4"), said);
		}
	}

	@Test
	void theFirstLossIsThatOfSayingNothing() throws Exception {
		final List<Double> losses = new ArrayList<>();
		try (GeneratorTrainee trainee = new GeneratorTrainee(TinyGenerators.options(GeneratorOptions.Language.NONE), 64, random -> new GeneratorExample(
			TinyGenerators.content(1), TinyGenerators.example(random, false).latent(), Prompt.NONE), 1)) {
			final GeneratorBatch batch = trainee.batch(0, new SplittableRandom(3));
			ModelTraining.run(trainee, new TrainingSettings(1, LearningRate.constant(1e-3), AdamW.DEFAULT, 1, new WeightAverage(0), 1, 1), folder, (step, all,
				loss, norm, rate) -> losses.add(loss));
			assertEquals(64 * TinyGenerators.SHAPE.size(), batch.asked().length);
		}
		// A network that starts at 0 misses noise of variance 1: the mean of 2048 squares is 1, their deviation sqrt(2 / 2048).
		assertEquals(1, losses.get(0), 5 * Math.sqrt(2.0 / 2048), Arrays.toString(losses.toArray()));
	}
}
