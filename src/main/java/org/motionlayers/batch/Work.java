package org.motionlayers.batch;

import java.io.Serializable;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;

/** Does a job; goes to other machines with it. */
@FunctionalInterface
public interface Work extends Serializable {

	/**
	 * Does one job. Any number of threads may call this at a time.
	 *
	 * @param job what to do
	 * @param progress is asked whether to stop
	 * @throws InputException where it cannot be done: one line that says why
	 * @throws java.util.concurrent.CancellationException where it was stopped
	 */
	void run(Job job, Progress progress);
}
