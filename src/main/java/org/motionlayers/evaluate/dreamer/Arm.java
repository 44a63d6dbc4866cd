package org.motionlayers.evaluate.dreamer;

import org.motionlayers.scene.Progress;

/** One way of imagining what comes, a row of a table. */
interface Arm extends AutoCloseable {

	/** @return its key in report.json */
	String key();

	/** @return what it is, in a few words */
	String title();

	/**
	 * Imagines.
	 *
	 * @param trial of which only the request is to be looked at, but by arms that say otherwise in their title
	 * @param progress is told and asked
	 */
	Future imagine(Trial trial, Progress progress);

	@Override
	default void close() {
		// most arms hold nothing
	}
}
