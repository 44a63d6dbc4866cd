package org.motionlayers.command;

/** What the stacks of a prediction begin with. */
enum Keep {

	/** The first predicted frame. */
	PREDICTED,

	/** The first observed frame. */
	OBSERVED
}
