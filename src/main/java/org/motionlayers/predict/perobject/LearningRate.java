package org.motionlayers.predict.perobject;

/** How fast weights change, step by step. */
@FunctionalInterface
public interface LearningRate {

	/** MeloMotion, 4.1. */
	double MELOMOTION = 1e-2;

	/** @return the rate of step n = 0, 1, ... */
	double at(long n);

	/** @return a rate that stays */
	static LearningRate constant(final double rate) {
		return n -> rate;
	}

	/** @return from a rate to 0 along half a cosine: rate (1 + cos(pi n / steps)) / 2, and 0 from then on */
	static LearningRate cosine(final double rate, final long steps) {
		return n -> n >= steps ? 0 : rate * (1 + Math.cos(Math.PI * n / steps)) / 2;
	}
}
