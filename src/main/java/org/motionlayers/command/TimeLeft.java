package org.motionlayers.command;

import java.util.Locale;

/** How long a step will take, from how long its part that is done took. */
final class TimeLeft {

	/** Before that the guess is worth little. */
	private static final double FIRST_GUESS = 1;

	private static final double MINUTE = 60;

	private TimeLeft() {}

	/**
	 * @param done units finished
	 * @param total units in all
	 * @param seconds since the step began
	 * @return such as ", 12 s left" or ", 3 min left"; empty where nothing can be said yet, or nothing is left
	 */
	static String text(final long done, final long total, final double seconds) {
		if (done <= 0 || done >= total || seconds < FIRST_GUESS) return "";
		final double left = seconds * (total - done) / done;
		return left < 2 * MINUTE ? String.format(Locale.ROOT, ", %.0f s left", left) : String.format(Locale.ROOT, ", %.0f min left", left /
			MINUTE);
	}
}
