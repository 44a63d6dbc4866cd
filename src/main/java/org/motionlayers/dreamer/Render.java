package org.motionlayers.dreamer;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.motionlayers.scene.InputException;

/** What turns a predicted motion into frames. */
public enum Render {

	/** The layers of the first frame are moved and composited: sharp, lossless, any size, 2D and 3D; nothing new is invented. */
	LAYERS("the layers of the first frame, moved and composited: sharp and lossless, at any size"),

	/** Stage II of Motion Dreamer draws the frames (3.4): what was hidden is invented, at the network's size and 2D alone. */
	DECODER("stage II of Motion Dreamer: a network draws the frames at its own size, 2D alone"),

	/** Both, one beside the other. */
	BOTH("both, one stack each");

	private final String what;

	Render(final String what) {
		this.what = what;
	}

	/** @return what it gives, for a line of help */
	public String what() {
		return what;
	}

	/** @return whether layers are composited */
	public boolean layers() {
		return this != DECODER;
	}

	/** @return whether the video decoder draws */
	public boolean decoder() {
		return this != LAYERS;
	}

	/**
	 * Reads what users write.
	 *
	 * @param render layers, decoder or both
	 * @throws InputException where it is none of them
	 */
	public static Render of(final String render) {
		for (final Render r : values()) if (r.name().equalsIgnoreCase(render)) return r;
		throw new InputException("render=" + render + ": unknown; accepted are " + Arrays.stream(values()).map(r -> r.name().toLowerCase(
			Locale.ROOT)).collect(Collectors.joining(", ")) + ".");
	}
}
