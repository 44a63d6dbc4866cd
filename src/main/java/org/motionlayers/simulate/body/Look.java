package org.motionlayers.simulate.body;

/**
 * How a scene is drawn.
 *
 * @param channels 3 for colour, 1 for grey (red alone)
 * @param background what is seen where no body is
 * @param noise standard deviation of noise added to every pixel of every frame, part of the full range
 * @param noiseSeed seed of the noise
 * @param edges what a pixel shows that a border crosses
 */
public record Look(int channels, Backdrop background, double noise, long noiseSeed, Edges edges) {

	/** What a pixel shows that a border crosses. */
	public enum Edges {
		/** What is at its centre: every pixel shows one body alone, the one that its label names. */
		SHARP,
		/** The mean over the pixel, as a camera sees it; its label is still that of its centre. */
		SOFT
	}

	/** A look with sharp edges. */
	public Look(final int channels, final Backdrop background, final double noise, final long noiseSeed) {
		this(channels, background, noise, noiseSeed, Edges.SHARP);
	}

	/** Checks the channels. */
	public Look {
		if (channels != 1 && channels != 3) throw new IllegalArgumentException("A scene is drawn in 1 or 3 channels, not " + channels + ".");
	}
}
