package org.motionlayers.diffusion;

/**
 * Ancestral sampling (Ho et al. 2020, algorithm 2): x_(t-1) is drawn from the posterior given x_t and the estimate of x_0; the last step
 * adds no noise.
 */
public final class DdpmSampler extends ScheduledSampler {

	/** Variance of a step's noise (Ho et al. 2020, 3.2). */
	public enum Variance {
		/** That of the posterior: right where the data are a single point. */
		FIXED_SMALL,
		/** beta_t: right where the data are noise of variance 1. */
		FIXED_LARGE
	}

	private final Variance variance;

	/**
	 * @param schedule the steps to walk, respaced where fewer than in training
	 * @param prediction how to read the network
	 * @param variance of the noise that is added
	 */
	public DdpmSampler(final NoiseSchedule schedule, final Prediction prediction, final Variance variance) {
		super(schedule, prediction, 1);
		this.variance = variance;
	}

	/** @return variance of the noise that the step from index t to t - 1 of the schedule adds */
	public double variance(final int t) {
		return variance == Variance.FIXED_LARGE ? schedule.beta(t) : schedule.posteriorVariance(t);
	}

	@Override
	public Trajectory start() {
		return (k, sample, output, original, noise) -> {
			final int t = index(k);
			prediction.estimate(sample, output, alphaBar(k), original);
			schedule.posteriorMean(t).apply(sample, original, sample);
			if (t == 0) return;
			// The network's output has been read: its array takes the noise.
			noise.fill(output);
			new Mix(1, Math.sqrt(variance(t))).apply(sample, output, sample);
		};
	}
}
