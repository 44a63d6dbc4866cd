package org.motionlayers.dreamer.decoder;

/**
 * What is expected of a pixel before the network is asked: a value w with standard deviation s. A network that predicts v (notes of
 * {@link org.motionlayers.diffusion.Parameterisation#V}) need only say by how much it differs from what w and the noisy pixel x_t tell
 * already. With a = alphaBar and D = 1 - a + s^2 a the expected x_0 is (w (1 - a) + s^2 sqrt(a) x_t) / D, and so
 *
 * <pre>
 * v = sqrt(1 - a) (sqrt(a) (1 - s^2) x_t - w) / D + s / sqrt(D) F, F being what the network gives, of variance 1.
 * </pre>
 *
 * With w = 0 and s = 1 nothing is known and v = F: the paper's plain v-prediction.
 */
final class FramePrior {

	private FramePrior() {}

	/** @return the factor of x_t in v */
	static double ofSample(final double alphaBar, final double deviation) {
		final double variance = deviation * deviation;
		return Math.sqrt(1 - alphaBar) * Math.sqrt(alphaBar) * (1 - variance) / divisor(alphaBar, variance);
	}

	/** @return the factor of the expected value in v */
	static double ofExpected(final double alphaBar, final double deviation) {
		return -Math.sqrt(1 - alphaBar) / divisor(alphaBar, deviation * deviation);
	}

	/** @return the factor of the network's output in v */
	static double ofOutput(final double alphaBar, final double deviation) {
		return deviation / Math.sqrt(divisor(alphaBar, deviation * deviation));
	}

	private static double divisor(final double alphaBar, final double variance) {
		return 1 - alphaBar + variance * alphaBar;
	}
}
