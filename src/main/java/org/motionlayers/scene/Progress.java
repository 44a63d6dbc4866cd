package org.motionlayers.scene;

import java.util.concurrent.CancellationException;

/**
 * What long work tells and asks while it runs: how far it is, and whether it should stop. Workers call {@link #update} at least every
 * 100 ms; a canceled progress makes that call throw, so that the work unwinds.
 */
public interface Progress {

	/** Tells nobody and never cancels. */
	Progress NONE = new Progress() {

		@Override
		public void report(final long done, final long total, final String what) {
			// nobody listens
		}

		@Override
		public boolean canceled() {
			return false;
		}
	};

	/**
	 * Receives how far the work is.
	 *
	 * @param done units finished
	 * @param total units in all, more than 0
	 * @param what the work in a few words, for a status line
	 */
	void report(long done, long total, String what);

	/** @return whether the user asked to stop */
	boolean canceled();

	/**
	 * Reports, and stops the caller when the user asked to stop.
	 *
	 * @throws CancellationException when {@link #canceled()}
	 */
	default void update(final long done, final long total, final String what) {
		if (canceled()) throw new CancellationException("Canceled while " + what + ".");
		report(done, total, what);
	}
}
