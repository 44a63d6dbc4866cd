package org.motionlayers.command;

import java.io.File;

import org.motionlayers.network.train.AdamW;
import org.motionlayers.network.train.LearningRate;
import org.motionlayers.network.train.TrainingSettings;
import org.motionlayers.network.train.WeightAverage;
import org.motionlayers.scene.InputException;

/**
 * How a model is trained, as a user says it; 0 stands for what is usual for the model.
 *
 * @param frames most future frames at once
 * @param steps number of steps in all, those before a resume included
 * @param batch scenes of a step
 * @param rate largest learning rate
 * @param masking probability that an object's arrow is hidden (Motion Dreamer, Eq. 9, per object)
 * @param seed of all random choices
 */
record TrainingPlan(int frames, long steps, int batch, double rate, double masking, long seed) {

	private static final int MOST_FRAMES = 64, MOST_BATCH = 1024;

	private static final long MOST_STEPS = 10_000_000;

	/** Part of the steps over which the rate rises; it falls to this part of its peak. */
	private static final double WARM_UP = .02, LAST_RATE = .05;

	/** Longer gradients are shortened to this. */
	private static final double LARGEST_NORM = 1;

	private static final double AVERAGE = .999;

	/** Steps from one checkpoint to the next. */
	private static final long SAVE_EVERY = 100;

	/** Checks the ranges. */
	TrainingPlan {
		if (frames < 0 || frames > MOST_FRAMES) throw new InputException("frames=" + frames +
			": the most future frames at once are needed, 1 to " + MOST_FRAMES + ", or 0 for the usual number.");
		if (steps < 0 || steps > MOST_STEPS) throw new InputException("steps=" + steps + ": the number of training steps is needed, 1 to " +
			MOST_STEPS + ", or 0 for the usual number.");
		if (batch < 0 || batch > MOST_BATCH) throw new InputException("batch=" + batch + ": the number of scenes of a step is needed, 1 to " +
			MOST_BATCH + ", or 0 for the usual number.");
		if (!(rate >= 0 && rate <= 1)) throw new InputException("rate=" + rate + ": the largest learning rate is needed, above 0 up to 1, or 0 for" +
			" the usual one.");
		if (!(masking >= 0 && masking <= 1)) throw new InputException("masking=" + masking +
			": the probability that an arrow is hidden is needed, 0 to 1.");
	}

	/** @return the same with what is usual in place of every 0 */
	TrainingPlan or(final TrainingPlan usual) {
		return new TrainingPlan(frames == 0 ? usual.frames : frames, steps == 0 ? usual.steps : steps, batch == 0 ? usual.batch : batch, rate == 0
			? usual.rate : rate, masking, seed);
	}

	/** @return the same for the training loop: AdamW, a short rise of the rate and then half a cosine, averaged weights */
	TrainingSettings settings() {
		final long rise = Math.max(1, Math.round(WARM_UP * steps));
		return new TrainingSettings(steps, LearningRate.cosine(rate, rise, steps, LAST_RATE * rate), AdamW.DEFAULT, LARGEST_NORM, new WeightAverage(
			AVERAGE), seed, SAVE_EVERY);
	}

	/** Refuses no output folder before anything is done. */
	static void requireFolder(final File output) {
		if (output == null || output.getPath().isEmpty()) throw new InputException("output: a folder for the model is needed.");
	}
}
