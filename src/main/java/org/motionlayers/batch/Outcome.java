package org.motionlayers.batch;

/**
 * What became of a job in the end.
 *
 * @param job name of the job
 * @param state how it ended
 * @param tries how often it was tried
 * @param seconds how long the last try took
 * @param message why it is not done, one line; empty where it is
 */
public record Outcome(String job, State state, int tries, double seconds, String message) {

	/** How a job ended. */
	public enum State {
		/** Done now. */
		DONE,
		/** Done before. */
		SKIPPED,
		/** Not done, however often it was tried. */
		FAILED
	}

	/** @return an outcome of a job that was not tried */
	static Outcome untried(final Job job, final State state, final String message) {
		return new Outcome(job.name(), state, 0, 0, message);
	}

	/** @return the outcome after so many tries */
	static Outcome of(final Attempt last, final int tries) {
		return new Outcome(last.job(), last.succeeded() ? State.DONE : State.FAILED, tries, last.seconds(), last.message());
	}
}
