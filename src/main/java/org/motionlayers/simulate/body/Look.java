package org.motionlayers.simulate.body;

/**
 * How a scene is drawn.
 *
 * @param channels 3 for colour, 1 for grey (red alone)
 * @param background surface of the world
 * @param noise standard deviation of noise added to every pixel of every frame, part of the full range
 * @param noiseSeed seed of the noise
 */
public record Look(int channels, Texture background, double noise, long noiseSeed) {

	/** Checks the channels. */
	public Look {
		if (channels != 1 && channels != 3) throw new IllegalArgumentException("A scene is drawn in 1 or 3 channels, not " + channels + ".");
	}
}
