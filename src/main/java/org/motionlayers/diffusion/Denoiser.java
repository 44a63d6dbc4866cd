package org.motionlayers.diffusion;

/**
 * The network of a diffusion model: looks at a noisy sample and says what its {@link Parameterisation} asks for. Arrays belong to the
 * caller and are reused from step to step, so that an engine copies once in and once out and nothing else is allocated.
 */
@FunctionalInterface
public interface Denoiser {

	/**
	 * Predicts.
	 *
	 * @param sample the noisy sample, not to be written to
	 * @param timestep the step of training it belongs to, or what {@link EdmScaling#noise} makes of the noise level
	 * @param output receives the prediction, as long as the sample
	 */
	void predict(float[] sample, double timestep, float[] output);
}
