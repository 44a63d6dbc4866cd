package org.motionlayers.diffusion;

/** Is told after every step of a run; throws {@link java.util.concurrent.CancellationException} to stop it. */
@FunctionalInterface
public interface StepListener {

	/** Listens to nothing. */
	StepListener NONE = (done, steps, sample, original) -> {};

	/**
	 * A step is done.
	 *
	 * @param done steps finished, 0 before the first one
	 * @param steps number of steps in all
	 * @param sample the sample as it is now, not to be written to or kept
	 * @param original the estimate of the clean sample that the step made, all 0 before the first one; not to be written to or kept
	 */
	void stepped(int done, int steps, float[] sample, float[] original);
}
