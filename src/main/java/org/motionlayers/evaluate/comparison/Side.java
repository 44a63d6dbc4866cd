package org.motionlayers.evaluate.comparison;

/** Whose value it is. */
public enum Side {
	/** That of the predicted frames. */
	PREDICTED("predicted"),
	/** That of the last observed frame shown again and again: what has to be beaten. */
	STILL("last frame again"),
	/** The truth's own, where a measure needs no comparison. */
	TRUTH("truth");

	private final String title;

	Side(final String title) {
		this.title = title;
	}

	/** @return as users read it */
	public String title() {
		return title;
	}
}
