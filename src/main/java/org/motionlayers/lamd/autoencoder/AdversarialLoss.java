package org.motionlayers.lamd.autoencoder;

import ai.djl.ndarray.NDArray;

import org.motionlayers.network.Constant;

/**
 * Hinge losses of decoder and discriminator (LaMD, Eq. 2, in the form of Esser et al. 2021) as one sum whose gradient by the decoder is that
 * of the decoder's loss, and by the discriminator that of the discriminator's. So one step trains both.
 */
final class AdversarialLoss {

	private AdversarialLoss() {}

	/**
	 * Sums both.
	 *
	 * @param judge the discriminator
	 * @param found decoded clips
	 * @param truth true clips
	 * @param weight lambda, of the decoder's part
	 * @return lambda (D(stop(found)) - D(found)) + (relu(1 - D(truth)) + relu(1 + D(stop(found)))) / 2, a number
	 */
	static NDArray of(final VideoDiscriminator judge, final NDArray found, final NDArray truth, final double weight) {
		final NDArray fixed = judge.forward(found.stopGradient());
		final NDArray own = Constant.times(relu(judge.forward(truth).neg().add(1)).add(relu(fixed.add(1))).mean(), .5);
		if (weight == 0) return own;
		// The first term is there for its gradient by the discriminator, which takes back that of the second.
		return own.add(Constant.times(fixed.mean().sub(judge.forward(found).mean()), weight));
	}

	private static NDArray relu(final NDArray x) {
		return ai.djl.nn.Activation.relu(x);
	}
}
