package org.motionlayers.lamd.autoencoder;

import java.util.stream.IntStream;

import org.motionlayers.lamd.clip.ShownClip;

/** Gathers the displacements that the clips of a batch are known to show, in the frames that are decoded. */
final class MovedPixels {

	private final int plane;
	private final int[] frames;
	private final float[] values;
	private int filled;
	private boolean known = true;

	/** @param chosen the decoded frames, null for all */
	MovedPixels(final AutoencoderOptions options, final int clips, final int[] chosen) {
		plane = options.side() * options.side();
		frames = chosen == null ? IntStream.range(0, options.frames()).toArray() : chosen;
		values = new float[clips * frames.length * 2 * plane];
	}

	/** Adds the next clip. */
	void add(final ShownClip clip) {
		if (clip.moved().isEmpty()) known = false;
		else for (final int t : frames) {
			System.arraycopy(clip.moved().get().apply(t), 0, values, filled, 2 * plane);
			filled += 2 * plane;
		}
	}

	/** @return (clips x frames, 2, side, side); null where it is not known of all clips */
	float[] values() {
		return known ? values : null;
	}
}
