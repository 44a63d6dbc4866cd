package org.motionlayers.predict.perobject;

/**
 * Settings of AdamW (Loshchilov and Hutter, 2019, Algorithm 2 with the learning rate in the decay, as in PyTorch).
 *
 * @param beta1 decay of the mean gradient
 * @param beta2 decay of the mean squared gradient
 * @param epsilon added to the root of the mean squared gradient
 * @param weightDecay share of a weight that goes per step, times the learning rate
 */
public record AdamW(double beta1, double beta2, double epsilon, double weightDecay) {

	/** MeloMotion, 4.1. */
	public static final AdamW MELOMOTION = new AdamW(0.9, 0.95, 1e-8, 1e-5);

	/**
	 * The numbers of one step that are the same for all weights.
	 *
	 * @param beta1 decay of the mean gradient
	 * @param beta2 decay of the mean squared gradient
	 * @param keep what stays of a weight: 1 - learning rate * decay
	 * @param rate learning rate over the mean's bias correction
	 * @param rootScale 1 / root of the bias correction of the mean square
	 * @param epsilon added to the root
	 */
	record Step(float beta1, float beta2, float keep, float rate, float rootScale, float epsilon) {}

	/** @return the numbers of step n = 1, 2, ... at this learning rate */
	Step step(final long n, final double learningRate) {
		final double correction1 = 1 - Math.pow(beta1, n), correction2 = 1 - Math.pow(beta2, n);
		return new Step((float) beta1, (float) beta2, (float) (1 - learningRate * weightDecay), (float) (learningRate / correction1),
			(float) (1 / Math.sqrt(correction2)), (float) epsilon);
	}
}
