package org.motionlayers.evaluate.paper;

import java.io.IOException;
import java.nio.file.Path;

import org.motionlayers.network.train.AdamW;
import org.motionlayers.network.train.LearningRate;
import org.motionlayers.network.train.ModelTraining;
import org.motionlayers.network.train.Trainee;
import org.motionlayers.network.train.TrainingSettings;
import org.motionlayers.network.train.WeightAverage;
import org.motionlayers.scene.Progress;

/**
 * A training with a small budget, alike for all rows of a table; one that was interrupted goes on where it was.
 *
 * @param steps of the training
 * @param end step at which the learning rate would have fallen to a hundredth, at least as many as steps
 * @param rate largest learning rate
 * @param seed of all batches
 */
public record BriefTraining(long steps, long end, double rate, long seed) {

	/** Part of the steps in which the learning rate rises. */
	private static final int WARM_UP_PART = 20;

	private static final double AVERAGE = .99;

	private static final long SAVE_EVERY = 50;

	/**
	 * Trains.
	 *
	 * @param trainee what is trained
	 * @param folder where it is kept
	 * @param title what to call it
	 * @param progress is told and asked after every step
	 * @throws IOException where the folder cannot be written
	 */
	public void run(final Trainee<?> trainee, final Path folder, final String title, final Progress progress) throws IOException {
		final TrainingSettings settings = new TrainingSettings(steps, LearningRate.cosine(rate, steps / WARM_UP_PART + 1, end, rate / 100),
			AdamW.DEFAULT, 1, new WeightAverage(AVERAGE), seed, SAVE_EVERY);
		ModelTraining.run(trainee, settings, folder, (step, all, loss, norm, now) -> progress.update(step, all, "training " + title));
	}
}
