package org.motionlayers.simulate.swarm;

import org.motionlayers.scene.InputException;

/**
 * What swarms are like.
 *
 * @param size width and height, pixels; cells and motions grow with it
 * @param frames number of frames, the first included; collective motions take as long as the clip
 * @param fewest smallest number of cells
 * @param most largest number of cells
 * @param noise standard deviation of noise in the image, part of the full range
 */
public record SwarmOptions(int size, int frames, int fewest, int most, double noise) {

	/** Side of a frame on which speeds and sizes are as {@link Swarm} says, pixels. */
	static final int UNIT = 64;

	/** The most cells of a scene. */
	public static final int MOST_CELLS = 12;

	/** 64 x 64, 16 frames, 5 to 12 cells, no noise. */
	public static final SwarmOptions DEFAULT = new SwarmOptions(UNIT, 16, 5, MOST_CELLS, 0);

	/** Checks the ranges. */
	public SwarmOptions {
		if (size < UNIT / 2 || frames < 2) throw new InputException("A swarm needs at least " + UNIT / 2 + " pixels along each side and 2 frames," +
			" found " + size + " and " + frames + ".");
		if (fewest < 1 || most < fewest || most > MOST_CELLS) throw new InputException("A swarm has 1 to " + MOST_CELLS + " cells, not " +
			(fewest == most ? Integer.toString(most) : fewest + " to " + most) + ".");
		if (!(noise >= 0 && noise <= 1)) throw new InputException("Noise is a part of the full range, 0 to 1, not " + noise + ".");
	}

	/** @return the same with another frame size and number of frames */
	public SwarmOptions withSize(final int newSize, final int newFrames) {
		return new SwarmOptions(newSize, newFrames, fewest, most, noise);
	}

	/** @return the same with other numbers of cells */
	public SwarmOptions withCells(final int newFewest, final int newMost) {
		return new SwarmOptions(size, frames, newFewest, newMost, noise);
	}

	/** @return pixels per pixel of a frame of {@value #UNIT} */
	double unit() {
		return size / (double) UNIT;
	}
}
