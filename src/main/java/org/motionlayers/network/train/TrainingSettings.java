package org.motionlayers.network.train;

/**
 * How to train.
 *
 * @param steps number of steps in all, those before a resume included
 * @param rate course of the learning rate
 * @param optimizer the optimizer
 * @param largestNorm longer gradients are shortened to this; infinite for no clipping
 * @param average of the weights
 * @param seed of all random choices
 * @param saveEvery steps from one checkpoint to the next; one is also written at the end and when training is cancelled
 */
public record TrainingSettings(long steps, LearningRate rate, AdamW optimizer, double largestNorm, WeightAverage average, long seed,
	long saveEvery) {

	/** Checks the numbers. */
	public TrainingSettings {
		if (steps < 1 || saveEvery < 1) throw new IllegalArgumentException("Training takes at least one step, and so do checkpoints.");
		if (!(largestNorm > 0)) throw new IllegalArgumentException("Gradients cannot be shortened to " + largestNorm + ".");
	}
}
