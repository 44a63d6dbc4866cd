package org.motionlayers.diffusion;

/**
 * A way from noise to a sample in a fixed number of steps. At step k the sample is x = {@link #signalScale} x_0 + {@link #noiseScale}
 * noise; step 0 starts from noise, {@link #steps()} is the end. Samplers are immutable; what one run remembers is in its
 * {@link Trajectory}.
 */
public interface Sampler {

	/** @return number of calls of the network */
	int steps();

	/** @return what the network is told of step k, 0 &lt;= k &lt; steps: a step of training, or a function of the noise level */
	double timestep(int k);

	/** @return the factor of the sample before the network sees it at step k; 1 unless noise levels are unbounded */
	default double inputScale(final int k) {
		return 1;
	}

	/** @return the factor of the clean sample before step k, 0 &lt;= k &lt;= steps */
	double signalScale(int k);

	/** @return the standard deviation of the noise before step k, 0 &lt;= k &lt;= steps */
	double noiseScale(int k);

	/** @return the standard deviation of what a run starts from */
	default double startScale() {
		return 1;
	}

	/** @return a new run, to be stepped from 0 to steps - 1 */
	Trajectory start();

	/** One run of a sampler; not for several threads at once. */
	@FunctionalInterface
	interface Trajectory {

		/**
		 * Takes one step.
		 *
		 * @param k the step, 0 first
		 * @param sample x before step k, overwritten by x before step k + 1
		 * @param output what the network said of it; may be overwritten
		 * @param original receives the estimate of the clean sample
		 * @param noise fresh noise, asked only where the step is stochastic
		 */
		void step(int k, float[] sample, float[] output, float[] original, NoiseSource noise);
	}
}
