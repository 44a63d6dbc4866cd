package org.motionlayers.batch;

import java.util.List;

import org.motionlayers.scene.Progress;

/** Runs jobs somewhere: in threads here, in processes elsewhere. */
public interface JobRunner extends AutoCloseable {

	/**
	 * Tries every job once, in any order.
	 *
	 * @param jobs what to do; none needs another of them
	 * @param work does one
	 * @param progress is told of every job that ended, and asked
	 * @return what came of those that ended, in any order; a job that was lost with its process may be missing
	 * @throws java.util.concurrent.CancellationException where the user stopped it
	 */
	List<Attempt> run(List<Job> jobs, Work work, Progress progress);

	@Override
	void close();
}
