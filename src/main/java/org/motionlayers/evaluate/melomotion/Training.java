package org.motionlayers.evaluate.melomotion;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

import org.motionlayers.predict.perobject.AdamW;
import org.motionlayers.predict.perobject.Architecture;
import org.motionlayers.predict.perobject.LearningRate;
import org.motionlayers.predict.perobject.PerObjectPredictors;
import org.motionlayers.predict.perobject.PerObjectTrainer;
import org.motionlayers.scene.Progress;

/**
 * Trains predictors as MeloMotion, 4.1: batches of one sample, AdamW, learning rate 1e-2 decayed to 0 along a cosine.
 */
final class Training {

	private static final int STEPS_PER_UPDATE = 256;

	private final PerObjectPredictors predictors;
	private final List<Lesson> lessons;
	private final int epochs;
	private final double rate;
	private final double[] losses;
	private final long seed;

	/**
	 * @param architecture of the predictors
	 * @param lessons one epoch; their order is drawn anew in every epoch
	 * @param epochs how often they are seen
	 * @param seed of weights and order
	 */
	Training(final Architecture architecture, final List<Lesson> lessons, final int epochs, final long seed) {
		this(architecture, lessons, epochs, LearningRate.MELOMOTION, seed);
	}

	/**
	 * @param architecture of the predictors
	 * @param lessons one epoch; their order is drawn anew in every epoch
	 * @param epochs how often they are seen
	 * @param rate learning rate of the first step
	 * @param seed of weights and order
	 */
	Training(final Architecture architecture, final List<Lesson> lessons, final int epochs, final double rate, final long seed) {
		this.predictors = PerObjectPredictors.create(architecture, seed);
		this.lessons = List.copyOf(lessons);
		this.epochs = epochs;
		this.rate = rate;
		this.losses = new double[epochs];
		this.seed = seed;
	}

	/**
	 * Trains.
	 *
	 * @param what for the progress
	 * @param progress is told and asked
	 * @return this
	 */
	Training run(final String what, final Progress progress) {
		return run(epoch -> {
			// only the end counts
		}, what, progress);
	}

	/**
	 * Trains.
	 *
	 * @param afterEpoch is called with 0, 1, ... after every epoch
	 * @param what for the progress
	 * @param progress is told and asked
	 * @return this
	 */
	Training run(final IntConsumer afterEpoch, final String what, final Progress progress) {
		final long steps = (long) epochs * lessons.size();
		final PerObjectTrainer trainer = new PerObjectTrainer(predictors, AdamW.MELOMOTION, LearningRate.cosine(rate, steps), 1);
		final SplittableRandom random = new SplittableRandom(seed);
		for (int epoch = 0; epoch < epochs; epoch++) {
			double sum = 0;
			for (final int s : Lesson.permutation(lessons.size(), random)) {
				if (trainer.steps() % STEPS_PER_UPDATE == 0) progress.update(trainer.steps(), steps, what);
				sum += trainer.step(lessons.get(s).features(), lessons.get(s).target());
			}
			losses[epoch] = sum / lessons.size();
			afterEpoch.accept(epoch);
		}
		return this;
	}

	/** @return the predictors, trained as far as {@link #run} has come */
	PerObjectPredictors predictors() {
		return predictors;
	}

	/** @return the mean position loss over the samples of every epoch, each before its own step: the column POS of Table 2 */
	double[] losses() {
		return losses.clone();
	}

	/** @return the mean position loss over other lessons */
	double test(final List<Lesson> others) {
		return others.stream().mapToDouble(lesson -> lesson.target().loss(predictors.velocities(lesson.features()))).average().orElseThrow();
	}
}
