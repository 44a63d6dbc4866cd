package org.motionlayers.diffusion;

/**
 * Euler's method on samples x = x_0 + sigma noise (Karras et al. 2022, algorithm 1 without churn): x' = x + (sigma' - sigma)
 * (x - D(x)) / sigma.
 */
public final class EulerSampler implements Sampler {

	/** Exponent that spaces noise levels (Karras et al. 2022, appendix D.1). */
	public static final double RHO = 7;

	private final double[] sigmas;
	private final EdmScaling scaling;
	private final Prediction range;

	/**
	 * @param sigmas noise levels, decreasing, the last one above 0; the run ends at 0
	 * @param scaling how the network is read
	 * @param limit clean samples lie in [-limit, limit] and estimates are clipped to it; infinite for no clipping
	 */
	public EulerSampler(final double[] sigmas, final EdmScaling scaling, final double limit) {
		for (int i = 0; i < sigmas.length; i++) if (!(sigmas[i] > 0 && (i == 0 || sigmas[i] < sigmas[i - 1])))
			throw new IllegalArgumentException("Noise level " + i + " is " + sigmas[i] + "; levels must decrease and stay above 0.");
		this.sigmas = sigmas.clone();
		this.scaling = scaling;
		this.range = new Prediction(Parameterisation.SAMPLE, limit);
	}

	/**
	 * Noise levels spaced evenly in sigma^(1 / rho) (Karras et al. 2022, Eq. 5).
	 *
	 * @param count number of levels, at least 2
	 * @param largest the first one
	 * @param smallest the last one
	 * @param rho the exponent, {@link #RHO}
	 */
	public static double[] sigmas(final int count, final double largest, final double smallest, final double rho) {
		if (count < 2) throw new IllegalArgumentException("Noise levels: " + count + " asked for, at least 2 are needed.");
		final double high = Math.pow(largest, 1 / rho), low = Math.pow(smallest, 1 / rho);
		final double[] levels = new double[count];
		for (int i = 0; i < count; i++) levels[i] = Math.pow(high + i * (low - high) / (count - 1), rho);
		return levels;
	}

	@Override
	public int steps() {
		return sigmas.length;
	}

	@Override
	public double timestep(final int k) {
		return scaling.noise(sigmas[k]);
	}

	@Override
	public double inputScale(final int k) {
		return scaling.in(sigmas[k]);
	}

	@Override
	public double signalScale(final int k) {
		return 1;
	}

	@Override
	public double noiseScale(final int k) {
		return k == sigmas.length ? 0 : sigmas[k];
	}

	@Override
	public double startScale() {
		// The start holds noise and the data's own spread (sgm: sqrt(1 + sigma^2)).
		return Math.sqrt(1 + sigmas[0] * sigmas[0]);
	}

	@Override
	public Trajectory start() {
		return (k, sample, output, original, noise) -> {
			new Mix(scaling.skip(sigmas[k]), scaling.out(sigmas[k])).apply(sample, output, original);
			range.clip(original);
			final double ratio = noiseScale(k + 1) / sigmas[k];
			new Mix(ratio, 1 - ratio).apply(sample, original, sample);
		};
	}
}
