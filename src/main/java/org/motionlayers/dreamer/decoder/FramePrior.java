package org.motionlayers.dreamer.decoder;

/**
 * What is expected of every pixel before the network is asked: a value w with standard deviation s. A network that predicts v
 * ({@link org.motionlayers.diffusion.Parameterisation#V}) need then only say by how much it differs from what w and the noisy pixel x_t
 * tell already. With a = alphaBar and D = 1 - a + s^2 a the expected x_0 is (w (1 - a) + s^2 sqrt(a) x_t) / D, and so
 *
 * <pre>
 * v = sqrt(1 - a) (sqrt(a) (1 - s^2) x_t - w) / D + s / sqrt(D) F, F being what the network gives, of variance 1.
 * </pre>
 *
 * With w = 0 and s = 1 nothing is known and v = F: the paper's plain v-prediction.
 *
 * @param expected w of every value of the sample
 * @param landed whether a pixel's w is known of the first frame (1) or is a hole (0), as many
 * @param known s where landed
 * @param hole s where not
 */
record FramePrior(float[] expected, float[] landed, double known, double hole) {

	/** @return the factor of x_t in v */
	static double ofSample(final double alphaBar, final double deviation) {
		final double variance = deviation * deviation;
		return Math.sqrt(1 - alphaBar) * Math.sqrt(alphaBar) * (1 - variance) / divisor(alphaBar, variance);
	}

	/** @return the factor of w in v */
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

	/**
	 * Turns the network's output into v.
	 *
	 * @param sample x_t
	 * @param alphaBar of x_t
	 * @param output what the network gave; receives v
	 */
	void toV(final float[] sample, final double alphaBar, final float[] output) {
		final float[] x = both(alphaBar, FramePrior::ofSample), w = both(alphaBar, FramePrior::ofExpected), f = both(alphaBar,
			FramePrior::ofOutput);
		for (int i = 0; i < output.length; i++) {
			final int k = landed[i] == 0 ? 1 : 0;
			output[i] = x[k] * sample[i] + w[k] * expected[i] + f[k] * output[i];
		}
	}

	/**
	 * Splits the v that training aims at into what is left for the network and how its output counts: v - v of a silent network, and the
	 * factor of the output.
	 *
	 * @param sample x_t
	 * @param alphaBar of x_t
	 * @param v the target; receives what is left of it
	 * @param gain receives the factor of the network's output
	 */
	void split(final float[] sample, final double alphaBar, final float[] v, final float[] gain) {
		final float[] x = both(alphaBar, FramePrior::ofSample), w = both(alphaBar, FramePrior::ofExpected), f = both(alphaBar,
			FramePrior::ofOutput);
		for (int i = 0; i < v.length; i++) {
			final int k = landed[i] == 0 ? 1 : 0;
			v[i] -= x[k] * sample[i] + w[k] * expected[i];
			gain[i] = f[k];
		}
	}

	private float[] both(final double alphaBar, final java.util.function.DoubleBinaryOperator factor) {
		return new float[] { (float) factor.applyAsDouble(alphaBar, known), (float) factor.applyAsDouble(alphaBar, hole) };
	}
}
