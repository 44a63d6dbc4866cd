package org.motionlayers.diffusion;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much noise every step of a variance-preserving diffusion holds: x_t = sqrt(alphaBar_t) x_0 + sqrt(1 - alphaBar_t) noise
 * (Ho et al. 2020, Eq. 4). Indices run from 0, almost clean, to {@link #steps()} - 1, almost noise; index -1 is the clean sample. All
 * in double precision, immutable.
 * <p>
 * A {@linkplain #respaced respaced} schedule has fewer steps and remembers by {@link #timestep} which step of training each one is:
 * that is what the network must be told.
 */
public final class NoiseSchedule {

	/** Largest beta of the cosine schedule (Nichol and Dhariwal 2021, 3.2). */
	private static final double COSINE_LARGEST_BETA = 0.999;

	/** Offset s of the cosine schedule, keeps beta_0 from vanishing (Nichol and Dhariwal 2021, Eq. 17). */
	private static final double COSINE_OFFSET = 0.008;

	private final double[] betas;
	private final double[] alphaBars;
	private final int[] timesteps;

	private NoiseSchedule(final double[] betas, final int[] timesteps) {
		if (betas.length == 0) throw new IllegalArgumentException("A noise schedule needs at least one step.");
		this.betas = betas;
		this.timesteps = timesteps;
		this.alphaBars = new double[betas.length];
		double product = 1;
		for (int t = 0; t < betas.length; t++) {
			if (!(betas[t] > 0 && betas[t] < 1)) throw new IllegalArgumentException("beta_" + t + " is " + betas[t] +
				"; it must lie between 0 and 1.");
			product *= 1 - betas[t];
			alphaBars[t] = product;
		}
	}

	/** @return the schedule with these betas, each between 0 and 1 */
	public static NoiseSchedule ofBetas(final double... betas) {
		return new NoiseSchedule(betas.clone(), IntStream.range(0, betas.length).toArray());
	}

	/** @return 1000 betas from 1e-4 to 0.02, evenly spaced: the "linear" of DDPM and ADM (Ho et al. 2020, 4) */
	public static NoiseSchedule linear() {
		return linear(1000, 1e-4, 0.02);
	}

	/** @return betas evenly spaced from first to last */
	public static NoiseSchedule linear(final int steps, final double first, final double last) {
		return ofBetas(evenly(steps, first, last));
	}

	/** @return betas whose roots are evenly spaced: what latent diffusion calls "linear", diffusers "scaled_linear" */
	public static NoiseSchedule scaledLinear(final int steps, final double first, final double last) {
		return ofBetas(Arrays.stream(evenly(steps, Math.sqrt(first), Math.sqrt(last))).map(b -> b * b).toArray());
	}

	/** @return alphaBar along a squared cosine, betas at most 0.999 (Nichol and Dhariwal 2021, Eq. 17) */
	public static NoiseSchedule cosine(final int steps) {
		final double[] betas = new double[steps];
		for (int t = 0; t < steps; t++) {
			final double ratio = squaredCosine((t + 1.0) / steps) / squaredCosine((double) t / steps);
			betas[t] = Math.min(1 - ratio, COSINE_LARGEST_BETA);
		}
		return ofBetas(betas);
	}

	private static double squaredCosine(final double time) {
		final double cos = Math.cos((time + COSINE_OFFSET) / (1 + COSINE_OFFSET) * Math.PI / 2);
		return cos * cos;
	}

	private static double[] evenly(final int steps, final double first, final double last) {
		final double[] values = new double[steps];
		for (int i = 0; i < steps; i++) values[i] = steps == 1 ? first : first + (last - first) * i / (steps - 1);
		return values;
	}

	/**
	 * Keeps some of the steps, with betas such that the kept alphaBars stay as they are: beta_i = 1 - alphaBar_i / alphaBar_(i-1)
	 * (Nichol and Dhariwal 2021, Eq. 19).
	 *
	 * @param kept indices into this schedule, strictly increasing, such as {@link Timesteps} makes them
	 * @return the schedule of these steps alone, which remembers their timesteps
	 */
	public NoiseSchedule respaced(final int... kept) {
		final double[] newBetas = new double[kept.length];
		final int[] newTimesteps = new int[kept.length];
		int before = -1;
		for (int i = 0; i < kept.length; i++) {
			if (kept[i] <= before || kept[i] >= steps()) throw new IllegalArgumentException("Timestep " + kept[i] + " after " + before +
				": timesteps must increase and stay below " + steps() + ".");
			newBetas[i] = 1 - alphaBar(kept[i]) / alphaBar(before);
			newTimesteps[i] = timesteps[kept[i]];
			before = kept[i];
		}
		return new NoiseSchedule(newBetas, newTimesteps);
	}

	/** @return number of steps */
	public int steps() {
		return betas.length;
	}

	/** @return the step of training that step t is: t itself unless respaced */
	public int timestep(final int t) {
		return timesteps[t];
	}

	/** @return variance of the noise that step t adds */
	public double beta(final int t) {
		return betas[t];
	}

	/** @return the part of the clean sample's variance left at step t, "alphas_cumprod"; 1 at t = -1 */
	public double alphaBar(final int t) {
		return t == -1 ? 1 : alphaBars[t];
	}

	/** @return signal to noise ratio alphaBar / (1 - alphaBar) at step t */
	public double signalToNoise(final int t) {
		return alphaBars[t] / (1 - alphaBars[t]);
	}

	/** @return variance of x_(t-1) given x_t and x_0 (Ho et al. 2020, Eq. 7) */
	public double posteriorVariance(final int t) {
		return (1 - alphaBar(t - 1)) / (1 - alphaBars[t]) * betas[t];
	}

	/** @return weights of x_t and x_0 in the mean of x_(t-1) given both (Ho et al. 2020, Eq. 7) */
	public Mix posteriorMean(final int t) {
		final double rest = 1 - alphaBars[t];
		return new Mix((1 - alphaBar(t - 1)) * Math.sqrt(1 - betas[t]) / rest, betas[t] * Math.sqrt(alphaBar(t - 1)) / rest);
	}

	/** @return weights of x_0 and noise in x_t (Ho et al. 2020, Eq. 4) */
	public Mix noising(final int t) {
		return noisingAt(alphaBar(t));
	}

	/** @return weights of x_0 and noise in a sample with this alphaBar */
	static Mix noisingAt(final double alphaBar) {
		return new Mix(Math.sqrt(alphaBar), Math.sqrt(1 - alphaBar));
	}
}
