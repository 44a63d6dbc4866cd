package org.motionlayers.command;

/** What makes the frames of a generated video. */
enum LatentRender {
	/** The decoder draws them. */
	FRAMES,
	/** The layers of the first frame are moved as the objects of the generated clip move. */
	LAYERS,
	/** Both, one stack each. */
	BOTH
}
