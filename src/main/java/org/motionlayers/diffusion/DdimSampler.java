package org.motionlayers.diffusion;

/**
 * Denoising diffusion implicit models (Song et al. 2021, Eq. 12): x_(t-1) = sqrt(a') x_0 + sqrt(1 - a' - s^2) noise + s fresh noise with
 * s^2 = eta^2 (1 - a') / (1 - a) (1 - a / a'), a and a' being alphaBar before and after the step. Deterministic where eta is 0.
 */
public final class DdimSampler extends ScheduledSampler {

	private final double eta;
	private final boolean consistent;

	private DdimSampler(final NoiseSchedule schedule, final Prediction prediction, final double endAlphaBar, final double eta,
		final boolean consistent)
	{
		super(schedule, prediction, endAlphaBar);
		if (!(eta >= 0 && eta <= 1)) throw new IllegalArgumentException("eta of DDIM is " + eta + "; it must lie between 0 and 1.");
		this.eta = eta;
		this.consistent = consistent;
	}

	/**
	 * @param schedule the steps to walk, respaced where fewer than in training
	 * @param prediction how to read the network
	 * @param eta 0 for a deterministic sampler, 1 for as much noise as DDPM
	 */
	public DdimSampler(final NoiseSchedule schedule, final Prediction prediction, final double eta) {
		this(schedule, prediction, 1, eta, false);
	}

	/** @return the same sampler that ends at this alphaBar, such as that of timestep 0, instead of at 1 */
	public DdimSampler endingAt(final double endAlphaBar) {
		return new DdimSampler(schedule, prediction, endAlphaBar, eta, consistent);
	}

	/** @return the same sampler that computes the noise anew from a clipped estimate, so that both agree with the sample (as ADM does) */
	public DdimSampler withConsistentNoise() {
		return new DdimSampler(schedule, prediction, alphaBar(steps()), eta, true);
	}

	/** @return variance of the fresh noise at eta = 1 between two values of alphaBar (Song et al. 2021, Eq. 16) */
	public static double variance(final double alphaBar, final double nextAlphaBar) {
		return (1 - nextAlphaBar) / (1 - alphaBar) * (1 - alphaBar / nextAlphaBar);
	}

	@Override
	public Trajectory start() {
		return (k, sample, output, original, noise) -> {
			final double before = alphaBar(k), after = alphaBar(k + 1);
			prediction.estimate(sample, output, before, original);
			if (consistent) Parameterisation.SAMPLE.noise(before).apply(sample, original, output);
			else prediction.parameterisation().noise(before).apply(sample, output, output);
			final double fresh = eta * eta * variance(before, after);
			new Mix(Math.sqrt(after), Math.sqrt(1 - after - fresh)).apply(original, output, sample);
			if (fresh == 0) return;
			noise.fill(output);
			new Mix(1, Math.sqrt(fresh)).apply(sample, output, sample);
		};
	}
}
