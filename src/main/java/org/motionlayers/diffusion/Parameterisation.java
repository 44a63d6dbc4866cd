package org.motionlayers.diffusion;

/**
 * What a network predicts about x_t = sqrt(a) x_0 + sqrt(1 - a) noise, a = alphaBar. Every conversion is a {@link Mix} of two arrays,
 * exact wherever 0 &lt; a &lt; 1.
 */
public enum Parameterisation {

	/** The noise (Ho et al. 2020, Eq. 14). */
	EPSILON {

		@Override
		public Mix target(final double alphaBar) {
			return new Mix(0, 1);
		}

		@Override
		public Mix original(final double alphaBar) {
			return new Mix(1 / Math.sqrt(alphaBar), -Math.sqrt((1 - alphaBar) / alphaBar));
		}

		@Override
		public Mix noise(final double alphaBar) {
			return new Mix(0, 1);
		}

		@Override
		double squaredErrorOfOriginal(final double signalToNoise) {
			return 1 / signalToNoise;
		}
	},

	/** The clean sample x_0. */
	SAMPLE {

		@Override
		public Mix target(final double alphaBar) {
			return new Mix(1, 0);
		}

		@Override
		public Mix original(final double alphaBar) {
			return new Mix(0, 1);
		}

		@Override
		public Mix noise(final double alphaBar) {
			return new Mix(1 / Math.sqrt(1 - alphaBar), -Math.sqrt(alphaBar / (1 - alphaBar)));
		}

		@Override
		double squaredErrorOfOriginal(final double signalToNoise) {
			return 1;
		}
	},

	/** The velocity v = sqrt(a) noise - sqrt(1 - a) x_0 (Salimans and Ho 2022, appendix D). */
	V {

		@Override
		public Mix target(final double alphaBar) {
			return new Mix(-Math.sqrt(1 - alphaBar), Math.sqrt(alphaBar));
		}

		@Override
		public Mix original(final double alphaBar) {
			return new Mix(Math.sqrt(alphaBar), -Math.sqrt(1 - alphaBar));
		}

		@Override
		public Mix noise(final double alphaBar) {
			return new Mix(Math.sqrt(1 - alphaBar), Math.sqrt(alphaBar));
		}

		@Override
		double squaredErrorOfOriginal(final double signalToNoise) {
			return 1 / (signalToNoise + 1);
		}
	};

	/** @return weights of x_0 and noise in what the network should predict */
	public abstract Mix target(double alphaBar);

	/** @return weights of x_t and the network's output in x_0 */
	public abstract Mix original(double alphaBar);

	/** @return weights of x_t and the network's output in the noise */
	public abstract Mix noise(double alphaBar);

	/** @return the squared error of x_0 that a squared error of 1 in the network's output makes */
	abstract double squaredErrorOfOriginal(double signalToNoise);

	/** @return weights of x_t and an output of this parameterisation in the same output expressed as another one */
	public Mix convertTo(final Parameterisation other, final double alphaBar) {
		return other.target(alphaBar).of(original(alphaBar), noise(alphaBar));
	}
}
