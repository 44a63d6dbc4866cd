package org.motionlayers.diffusion;

/** The weight of a squared error of the network's output in the training loss. */
@FunctionalInterface
public interface Weighting {

	/** Every squared error of the output counts the same, whatever the output is. */
	Weighting UNIFORM = (parameterisation, alphaBar) -> 1;

	/** Every squared error of the clean sample counts the same, whatever the output is. */
	Weighting OF_ORIGINAL = (parameterisation, alphaBar) -> parameterisation.squaredErrorOfOriginal(alphaBar / (1 - alphaBar));

	/**
	 * The squared error of the clean sample weighs min(signal to noise ratio, gamma) (Hang et al. 2023, Eq. 6).
	 *
	 * @param gamma largest weight, 5 in their paper
	 */
	static Weighting minSnr(final double gamma) {
		return (parameterisation, alphaBar) -> {
			final double ratio = alphaBar / (1 - alphaBar);
			return Math.min(ratio, gamma) * parameterisation.squaredErrorOfOriginal(ratio);
		};
	}

	/** @return the factor of the squared error of an output of this parameterisation where the sample has this alphaBar */
	double weight(Parameterisation parameterisation, double alphaBar);
}
