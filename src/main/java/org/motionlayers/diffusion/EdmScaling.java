package org.motionlayers.diffusion;

/**
 * How a network F becomes a denoiser D of samples x = x_0 + sigma noise (Karras et al. 2022, Eq. 7): D(x) = skip x + out F(in x; noise).
 */
public interface EdmScaling {

	/** A network that predicts v, as in Stable Video Diffusion; its plain squared error is the loss (sgm's VScalingWithEDMcNoise). */
	EdmScaling V = new EdmScaling() {

		@Override
		public double skip(final double sigma) {
			return 1 / (sigma * sigma + 1);
		}

		@Override
		public double out(final double sigma) {
			return -sigma / Math.sqrt(sigma * sigma + 1);
		}

		@Override
		public double in(final double sigma) {
			return 1 / Math.sqrt(sigma * sigma + 1);
		}
	};

	/** @return the scaling of Karras et al. 2022, table 1, for data of this standard deviation */
	static EdmScaling karras(final double sigmaData) {
		final double variance = sigmaData * sigmaData;
		return new EdmScaling() {

			@Override
			public double skip(final double sigma) {
				return variance / (sigma * sigma + variance);
			}

			@Override
			public double out(final double sigma) {
				return sigma * sigmaData / Math.sqrt(sigma * sigma + variance);
			}

			@Override
			public double in(final double sigma) {
				return 1 / Math.sqrt(sigma * sigma + variance);
			}
		};
	}

	/** @return weight of the noisy sample in the estimate */
	double skip(double sigma);

	/** @return weight of the network's output in the estimate */
	double out(double sigma);

	/** @return factor of the noisy sample before the network sees it */
	double in(double sigma);

	/** @return what the network is told of the noise level: ln(sigma) / 4 */
	default double noise(final double sigma) {
		return Math.log(sigma) / 4;
	}

	/** @return weight of the squared error of the estimate that equals weight 1 of the squared error of the output: 1 / out^2 */
	default double weight(final double sigma) {
		return 1 / (out(sigma) * out(sigma));
	}

	/** @return weights of x_0 and noise in what the network should predict */
	default Mix target(final double sigma) {
		return new Mix((1 - skip(sigma)) / out(sigma), -skip(sigma) * sigma / out(sigma));
	}
}
