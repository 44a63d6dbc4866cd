package org.motionlayers.network.train;

/** Is told after every step of training; throws {@link java.util.concurrent.CancellationException} to stop it. */
@FunctionalInterface
public interface TrainingMonitor {

	/** Listens to nothing. */
	TrainingMonitor NONE = (step, steps, loss, gradientNorm, rate) -> {};

	/**
	 * A step is done.
	 *
	 * @param step how many are done
	 * @param steps number of steps in all
	 * @param loss before the step
	 * @param gradientNorm length of the gradient before it was clipped
	 * @param rate learning rate of the step
	 */
	void stepped(long step, long steps, double loss, double gradientNorm, double rate);
}
