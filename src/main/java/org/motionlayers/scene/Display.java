package org.motionlayers.scene;

import java.util.List;

/**
 * How an image is shown; carried from the input to the output, never used to compute.
 *
 * @param mode how channels are combined
 * @param channels range and colours of every channel; empty where the input said nothing
 */
public record Display(Mode mode, List<Channel> channels) {

	/** How channels are combined on the screen. */
	public enum Mode {
		/** One channel after another, in grey or with its lookup table. */
		GRAYSCALE,
		/** One channel after another, each in its colour. */
		COLOR,
		/** All channels added. */
		COMPOSITE,
		/** Three channels of 8 bit that are one colour image. */
		RGB
	}

	/**
	 * How one channel is shown.
	 *
	 * @param minimum value shown darkest
	 * @param maximum value shown brightest
	 * @param lut 256 colours as 0xRRGGBB, or an empty array for grey
	 */
	public record Channel(double minimum, double maximum, int[] lut) {}

	/** Nothing is known: the host chooses. */
	public static final Display DEFAULT = new Display(Mode.GRAYSCALE, List.of());

	/** Three channels of 8 bit that are one colour image. */
	public static final Display RGB = new Display(Mode.RGB, List.of());

	/** Copies the list. */
	public Display {
		channels = List.copyOf(channels);
	}

	/** @return whether the three channels are one colour image */
	public boolean isRgb() {
		return mode == Mode.RGB;
	}
}
