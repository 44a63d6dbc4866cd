package org.motionlayers.lamd.clip;

import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A clip and, where somebody knows, how what it shows has moved.
 *
 * @param clip the frames
 * @param moved of a frame's index: displacement since the first frame of the point seen at every pixel, all x, then all y, pixels; empty
 *          where nobody knows
 */
public record ShownClip(VideoClip clip, Optional<IntFunction<float[]>> moved) {

	/** A clip of which nobody knows how it moved. */
	public ShownClip(final VideoClip clip) {
		this(clip, Optional.empty());
	}

	/** @return its first frame for as long, in which nothing moves */
	public ShownClip still() {
		return new ShownClip(clip.still(), Optional.of(t -> new float[2 * clip.height() * clip.width()]));
	}
}
