package org.motionlayers.simulate.caption;

import org.motionlayers.scene.InputException;

/**
 * What captioned scenes are like.
 *
 * @param size width and height, pixels; shapes and motions grow with it
 * @param frames number of frames, the first included; actions take as long as the clip
 * @param fewest smallest number of objects
 * @param most largest number of objects
 * @param repeats share of scenes in which one colour is that of two objects
 * @param surface what objects and ground look like
 */
public record CaptionOptions(int size, int frames, int fewest, int most, double repeats, Surface surface) {

	/** Looks. */
	public enum Surface {
		/** Plain objects on a plain ground. */
		PLAIN,
		/** Plain objects on a softly clouded ground. */
		CLOUDED,
		/** Objects with faint stripes on a softly clouded ground. */
		TEXTURED
	}

	/** Side of a frame on which lengths are as {@link Size} says, pixels. */
	static final int UNIT = 64;

	/** The most objects of a scene. */
	public static final int MOST_OBJECTS = 8;

	/** 64 x 64, 16 frames, 3 to 8 plain objects on a clouded ground, every fourth scene with a colour that two of them have. */
	public static final CaptionOptions DEFAULT = new CaptionOptions(UNIT, 16, 3, MOST_OBJECTS, .25, Surface.CLOUDED);

	/** Checks the ranges. */
	public CaptionOptions {
		if (size < UNIT / 2 || frames < 2) throw new InputException("Captioned shapes need at least " + UNIT / 2 +
			" pixels along each side and 2 frames, found " + size + " and " + frames + ".");
		if (fewest < 1 || most < fewest || most > MOST_OBJECTS) throw new InputException("Captioned scenes have 1 to " + MOST_OBJECTS +
			" objects, not " + (fewest == most ? Integer.toString(most) : fewest + " to " + most) + ".");
		if (!(repeats >= 0 && repeats <= 1)) throw new InputException("A colour is repeated in a share of 0 to 1 of all scenes, not " + repeats +
			".");
	}

	/** @return the same with another frame size and number of frames */
	public CaptionOptions withSize(final int newSize, final int newFrames) {
		return new CaptionOptions(newSize, newFrames, fewest, most, repeats, surface);
	}

	/** @return the same with other numbers of objects */
	public CaptionOptions withObjects(final int newFewest, final int newMost) {
		return new CaptionOptions(size, frames, newFewest, newMost, repeats, surface);
	}

	/** @return the same with another share of repeated colours and other looks */
	public CaptionOptions withLook(final double newRepeats, final Surface newSurface) {
		return new CaptionOptions(size, frames, fewest, most, newRepeats, newSurface);
	}

	/** @return pixels per pixel of a frame of {@value #UNIT} */
	double unit() {
		return size / (double) UNIT;
	}
}
