package org.motionlayers.simulate;

import org.motionlayers.scene.InputException;

/**
 * What Moving Squares look like and how they move.
 *
 * @param width pixels along x
 * @param height pixels along y
 * @param objects number of squares
 * @param smallest shortest edge of a square, pixels
 * @param largest longest edge of a square, pixels
 * @param frames number of frames, the first included
 * @param gain k of v = k (c - 0.5): velocity in widths per frame for a colour value c in [0, 1]
 * @param mode which squares move
 * @param steps whether velocities are whole pixels per frame
 * @param crossings whether squares may hide each other
 */
public record SquaresOptions(int width, int height, int objects, int smallest, int largest, int frames, double gain, Mode mode, Steps steps,
	Crossings crossings) {

	/** Which squares move. */
	public enum Mode {
		/** Every square moves as its colour says. */
		ALL_MOVE,
		/** The first square moves as its colour says, the others stand still whatever their colour. */
		DIFFERENTIATED
	}

	/** What velocities are allowed. */
	public enum Steps {
		/** Any velocity; squares are drawn at the nearest pixel. */
		REAL,
		/** Velocities rounded to whole pixels per frame. */
		WHOLE_PIXELS
	}

	/** Whether squares may hide each other. */
	public enum Crossings {
		/** In every frame there is a pixel of background between any two squares. */
		AVOIDED,
		/** Squares start anywhere; the smaller one hides the larger, of equal ones the smaller label the larger. */
		ALLOWED
	}

	/**
	 * k in widths per frame. Speeds along an axis then reach 0.03 widths, 3.84 of 128 pixels, per frame: the paper's moving object has 0.028
	 * (MeloMotion, 4.4), and its position loss in the first epoch, 2e-4, lies below the 6e-4 = k^2 / 6 of predicting no motion at all.
	 */
	public static final double PAPER_GAIN = 0.06;

	/** 128 x 128, three squares of 14 pixels (so that more than 96 % is background, MeloMotion 3.2), 16 frames, all moving apart. */
	public static final SquaresOptions PAPER = new SquaresOptions(128, 128, 3, 14, 14, 16, PAPER_GAIN, Mode.ALL_MOVE, Steps.REAL,
		Crossings.AVOIDED);

	/** Checks that there is a frame, a square, and room for the square in the frame. */
	public SquaresOptions {
		if (width < 1 || height < 1 || frames < 1) throw new InputException("Moving squares need at least one pixel and one frame, found " +
			width + " x " + height + ", " + frames + " frames.");
		if (objects < 1 || smallest < 1 || largest < smallest || largest > Math.min(width, height)) throw new InputException(objects +
			" squares of " + smallest + " to " + largest + " pixels: at least one square is needed, of 1 to " + Math.min(width, height) +
			" pixels, the largest no smaller than the smallest.");
		if (!(Math.abs(gain) < 1)) throw new InputException("Gain " + gain + ": a velocity gain between -1 and 1 widths per frame is needed.");
	}

	/** @return the same with another frame size */
	public SquaresOptions withSize(final int newWidth, final int newHeight) {
		return new SquaresOptions(newWidth, newHeight, objects, smallest, largest, frames, gain, mode, steps, crossings);
	}

	/** @return the same with squares of other edges, pixels */
	public SquaresOptions withEdges(final int newSmallest, final int newLargest) {
		return new SquaresOptions(width, height, objects, newSmallest, newLargest, frames, gain, mode, steps, crossings);
	}

	/** @return the same with another number of squares */
	public SquaresOptions withObjects(final int count) {
		return new SquaresOptions(width, height, count, smallest, largest, frames, gain, mode, steps, crossings);
	}

	/** @return the same with another number of frames */
	public SquaresOptions withFrames(final int count) {
		return new SquaresOptions(width, height, objects, smallest, largest, count, gain, mode, steps, crossings);
	}

	/** @return the same in another mode */
	public SquaresOptions withMode(final Mode newMode) {
		return new SquaresOptions(width, height, objects, smallest, largest, frames, gain, newMode, steps, crossings);
	}

	/** @return the same with other velocities allowed */
	public SquaresOptions withSteps(final Steps newSteps) {
		return new SquaresOptions(width, height, objects, smallest, largest, frames, gain, mode, newSteps, crossings);
	}

	/** @return the same with crossings avoided or allowed */
	public SquaresOptions withCrossings(final Crossings newCrossings) {
		return new SquaresOptions(width, height, objects, smallest, largest, frames, gain, mode, steps, newCrossings);
	}
}
