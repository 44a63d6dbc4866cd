package org.motionlayers.batch;

import java.io.Serializable;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;

/**
 * What came of trying to do a job once.
 *
 * @param job name of the job
 * @param succeeded whether it is done
 * @param seconds how long it took
 * @param message why it is not done, one line; empty where it is
 */
public record Attempt(String job, boolean succeeded, double seconds, String message) implements Serializable {

	private static final double NANOS = 1e9;

	/**
	 * Tries to do a job. Whatever is wrong with it is told, never thrown, so that the others go on.
	 *
	 * @param job what to do; nothing, where it is done
	 * @param work does it
	 * @param progress is asked whether to stop
	 * @return what came of it
	 * @throws java.util.concurrent.CancellationException where it was stopped
	 */
	public static Attempt of(final Job job, final Work work, final Progress progress) {
		final long start = System.nanoTime();
		String message = "";
		try {
			if (!job.isDone()) work.run(job, progress);
			if (!job.isDone()) message = "The command ended well, but " + job.done() + " is not there.";
		}
		catch (final InputException exc) {
			message = exc.getMessage();
		}
		catch (final java.util.concurrent.CancellationException exc) {
			throw exc;
		}
		catch (final RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError exc) {
			message = new InputException(exc.toString()).getMessage();
		}
		return new Attempt(job.name(), message.isEmpty(), (System.nanoTime() - start) / NANOS, message);
	}

	/** @return that a job was lost with the process that did it */
	static Attempt lost(final Job job) {
		return new Attempt(job.name(), job.isDone(), 0, job.isDone() ? "" : "The process that did it ended before it was done.");
	}
}
