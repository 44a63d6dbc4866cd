package org.motionlayers.simulate;

import org.motionlayers.scene.InputException;

/**
 * Drifting clouds.
 *
 * @param width pixels along x
 * @param height pixels along y
 * @param frames number of frames, the first included
 * @param drift largest speed of the drift, pixels per frame
 * @param swirl largest speed of the whirls, pixels per frame
 */
public record CloudOptions(int width, int height, int frames, double drift, double swirl) {

	/** 64 x 64, 16 frames, a drift of at most .8 and whirls of at most .4 pixels per frame. */
	public static final CloudOptions DEFAULT = new CloudOptions(64, 64, 16, .8, .4);

	/** Checks the numbers. */
	public CloudOptions {
		if (width < 16 || height < 16 || frames < 2) throw new InputException("Clouds need at least 16 x 16 pixels and 2 frames, found " + width +
			" x " + height + ", " + frames + " frames.");
		if (!(drift >= 0 && drift <= 8 && swirl >= 0 && swirl <= 8)) throw new InputException("Drift " + drift + ", swirl " + swirl +
			": speeds from 0 to 8 pixels per frame are accepted.");
	}

	/** @return the same with another frame size and number of frames */
	public CloudOptions withSize(final int newWidth, final int newHeight, final int newFrames) {
		return new CloudOptions(newWidth, newHeight, newFrames, drift, swirl);
	}
}
