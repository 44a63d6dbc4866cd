package org.motionlayers.diffusion;

/** What all samplers on a {@link NoiseSchedule} share: they walk it from its noisiest step to its first. */
abstract class ScheduledSampler implements Sampler {

	final NoiseSchedule schedule;
	final Prediction prediction;
	private final double endAlphaBar;

	/**
	 * @param schedule the steps to walk, usually respaced
	 * @param prediction how to read the network
	 * @param endAlphaBar alphaBar after the last step: 1 for a clean sample
	 */
	ScheduledSampler(final NoiseSchedule schedule, final Prediction prediction, final double endAlphaBar) {
		if (!(endAlphaBar >= schedule.alphaBar(0) && endAlphaBar <= 1)) throw new IllegalArgumentException("alphaBar after the last step is " +
			endAlphaBar + "; it must lie between alphaBar of the first timestep, " + schedule.alphaBar(0) + ", and 1.");
		this.schedule = schedule;
		this.prediction = prediction;
		this.endAlphaBar = endAlphaBar;
	}

	@Override
	public int steps() {
		return schedule.steps();
	}

	@Override
	public double timestep(final int k) {
		return schedule.timestep(index(k));
	}

	@Override
	public double signalScale(final int k) {
		return Math.sqrt(alphaBar(k));
	}

	@Override
	public double noiseScale(final int k) {
		return Math.sqrt(1 - alphaBar(k));
	}

	/** @return index into the schedule of step k */
	int index(final int k) {
		return schedule.steps() - 1 - k;
	}

	/** @return alphaBar before step k, 0 &lt;= k &lt;= steps */
	double alphaBar(final int k) {
		return k == schedule.steps() ? endAlphaBar : schedule.alphaBar(index(k));
	}
}
