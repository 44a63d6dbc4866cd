package org.motionlayers.diffusion;

/**
 * Draws samples: walks a {@link Sampler} from noise to a sample, calling the network at every step.
 *
 * <pre>
 * Sampler sampler = new DdimSampler(NoiseSchedule.linear().respaced(Timesteps.trailing(1000, 20)), Prediction.clipped(SAMPLE), 0);
 * float[] sample = SamplingLoop.of(sampler, denoiser).draw(size, NoiseSource.gaussian(seed));
 * </pre>
 *
 * @param sampler the way from noise to a sample
 * @param denoiser the network
 * @param constraint what is known of the sample
 * @param listener is told after every step
 */
public record SamplingLoop(Sampler sampler, Denoiser denoiser, Constraint constraint, StepListener listener) {

	/** @return a loop without constraint and listener */
	public static SamplingLoop of(final Sampler sampler, final Denoiser denoiser) {
		return new SamplingLoop(sampler, denoiser, Constraint.NONE, StepListener.NONE);
	}

	/** @return this loop under a constraint */
	public SamplingLoop under(final Constraint newConstraint) {
		return new SamplingLoop(sampler, denoiser, newConstraint, listener);
	}

	/** @return this loop with a listener */
	public SamplingLoop listening(final StepListener newListener) {
		return new SamplingLoop(sampler, denoiser, constraint, newListener);
	}

	/**
	 * Draws a sample.
	 *
	 * @param size number of values, several samples one after another
	 * @param noise where random numbers come from
	 * @return a new array
	 */
	public float[] draw(final int size, final NoiseSource noise) {
		final float[] start = new float[size];
		noise.fill(start);
		final float scale = (float) sampler.startScale();
		for (int i = 0; i < size; i++) start[i] *= scale;
		return refine(start, noise);
	}

	/**
	 * Walks from a given start.
	 *
	 * @param start what step 0 begins with, such as noise of standard deviation {@link Sampler#startScale}
	 * @param noise where random numbers come from
	 * @return a new array
	 * @throws ArithmeticException where the network's output is not finite
	 */
	public float[] refine(final float[] start, final NoiseSource noise) {
		final float[] sample = start.clone(), output = new float[start.length], original = new float[start.length];
		final float[] input = scalesInput() ? new float[start.length] : sample;
		final Sampler.Trajectory trajectory = sampler.start();
		constrain(0, sample, noise);
		listener.stepped(0, sampler.steps(), sample, original);
		for (int k = 0; k < sampler.steps(); k++) {
			if (input != sample) new Mix(sampler.inputScale(k), 0).apply(sample, sample, input);
			denoiser.predict(input, sampler.timestep(k), output);
			checkFinite(output, k);
			trajectory.step(k, sample, output, original, noise);
			constrain(k + 1, sample, noise);
			listener.stepped(k + 1, sampler.steps(), sample, original);
		}
		return sample;
	}

	private boolean scalesInput() {
		for (int k = 0; k < sampler.steps(); k++) if (sampler.inputScale(k) != 1) return true;
		return false;
	}

	private void constrain(final int k, final float[] sample, final NoiseSource noise) {
		constraint.apply(sample, sampler.signalScale(k), sampler.noiseScale(k), noise);
	}

	private void checkFinite(final float[] output, final int k) {
		if (!isFinite(output)) throw new ArithmeticException("The network's output at step " + (k + 1) + " of " + sampler.steps() +
			" (timestep " + sampler.timestep(k) + ") is not finite.");
	}

	/** A value that is not finite times 0 is NaN, and stays so in a sum; four sums need not wait for each other. */
	private static boolean isFinite(final float[] values) {
		float a = 0, b = 0, c = 0, d = 0;
		int i = 0;
		for (; i + 3 < values.length; i += 4) {
			a += values[i] * 0;
			b += values[i + 1] * 0;
			c += values[i + 2] * 0;
			d += values[i + 3] * 0;
		}
		for (; i < values.length; i++) a += values[i] * 0;
		return a + b + c + d == 0;
	}
}
