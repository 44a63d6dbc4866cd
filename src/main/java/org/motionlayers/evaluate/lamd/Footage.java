package org.motionlayers.evaluate.lamd;

/**
 * A clip as networks give it.
 *
 * @param values channels x frames x height x width, 0 to 1; not copied, never written
 * @param channels number of channels
 * @param frames number of frames
 * @param height pixels along y
 * @param width pixels along x
 */
record Footage(float[] values, int channels, int frames, int height, int width) {

	/** Checks the length. */
	Footage {
		if (values.length != channels * frames * height * width) throw new IllegalArgumentException(values.length + " values for " + channels +
			" channels, " + frames + " frames of " + width + " x " + height + ".");
	}

	/** @return the frames of a simulated scene */
	static Footage of(final org.motionlayers.simulate.body.BodySample scene) {
		return new Footage(scene.clip(), scene.shape().channels(), scene.frames(), scene.shape().height(), scene.shape().width());
	}

	/** @return the value of a pixel in a frame */
	float value(final int channel, final int t, final int pixel) {
		return values[(channel * frames + t) * height * width + pixel];
	}
}
