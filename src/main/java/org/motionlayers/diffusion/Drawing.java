package org.motionlayers.diffusion;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How samples are drawn from a diffusion model.
 *
 * @param method the way from noise to a sample
 * @param steps how many calls of the network it takes
 */
public record Drawing(Method method, int steps) {

	/** Most steps: as many as a network was trained on. */
	public static final int MOST_STEPS = 1000;

	/** Twenty steps of DDIM without noise on the way. */
	public static final Drawing DEFAULT = new Drawing(Method.DDIM, 20);

	/** The ways from noise to a sample. */
	public enum Method {
		/** Denoising diffusion implicit models, no noise on the way (Song et al. 2021, eta = 0). */
		DDIM,
		/** Denoising diffusion, respaced, noise at every step (Ho et al. 2020, algorithm 2). */
		DDPM,
		/** DPM-Solver++, second order, two steps at once (Lu et al. 2022, algorithm 2). */
		DPMPP
	}

	/** Checks the steps. */
	public Drawing {
		if (steps < 2 || steps > MOST_STEPS) throw new IllegalArgumentException("steps=" + steps + ": steps of the sampler are needed, 2 to " + MOST_STEPS +
			".");
	}

	/**
	 * Reads a method as users write it.
	 *
	 * @param sampler ddim, ddpm or dpmpp
	 * @param steps how many calls of the network
	 * @throws IllegalArgumentException where there is no such sampler
	 */
	public static Drawing of(final String sampler, final int steps) {
		for (final Method method : Method.values()) if (method.name().equalsIgnoreCase(sampler)) return new Drawing(method, steps);
		throw new IllegalArgumentException("sampler=" + sampler + ": unknown; accepted are " + Arrays.stream(Method.values()).map(m -> m.name()
			.toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")) + ".");
	}

	/**
	 * Builds the sampler. Its steps are spaced so that the first one is the schedule's last, pure noise.
	 *
	 * @param schedule that the network was trained with
	 * @param prediction what the network predicts, and how estimates are clipped
	 */
	public Sampler sampler(final NoiseSchedule schedule, final Prediction prediction) {
		final NoiseSchedule kept = schedule.respaced(Timesteps.linspace(schedule.steps(), steps));
		return switch (method) {
			case DDIM -> new DdimSampler(kept, prediction, 0);
			case DDPM -> new DdpmSampler(kept, prediction, DdpmSampler.Variance.FIXED_SMALL);
			case DPMPP -> new DpmSolverSampler(schedule.respaced(Timesteps.linspaceAboveZero(schedule.steps(), steps)), prediction);
		};
	}
}
