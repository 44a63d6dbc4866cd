package org.motionlayers.network.train;

/** The course of the learning rate. */
@FunctionalInterface
public interface LearningRate {

	/** @return always the same */
	static LearningRate constant(final double rate) {
		return step -> rate;
	}

	/**
	 * Rises evenly to its peak, then falls along half a cosine.
	 *
	 * @param peak largest rate, reached at the end of the warm-up
	 * @param warmup steps of the rise
	 * @param steps number of steps in all; the rate stays as it is after them
	 * @param last rate at the end
	 */
	static LearningRate cosine(final double peak, final long warmup, final long steps, final double last) {
		return step -> {
			if (step < warmup) return peak * (step + 1) / warmup;
			final double done = Math.min(1, (step - warmup) / (double) Math.max(1, steps - warmup));
			return last + (peak - last) * (1 + Math.cos(Math.PI * done)) / 2;
		};
	}

	/** @return the rate of a step, 0 first */
	double at(long step);
}
