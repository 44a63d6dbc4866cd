package org.motionlayers.ui;

import ij.ImagePlus;
import ij.gui.Roi;

/** Binds regions to planes. ImageJ looks at slice and frame in stacks of two axes or more, at the number of the plane in all others. */
final class Positions {

	private static final int HYPERSTACK = 4;

	private Positions() {}

	/**
	 * Binds a region to a slice of a frame, in all channels.
	 *
	 * @param roi the region
	 * @param stack it is shown on
	 * @param z slice from 1, or 0 for all
	 * @param t frame from 1, or 0 for all
	 */
	static void bind(final Roi roi, final ImagePlus stack, final int z, final int t) {
		if (stack.getNDimensions() >= HYPERSTACK) roi.setPosition(0, z, t);
		else roi.setPosition(stack.getNSlices() > 1 ? z : stack.getNFrames() > 1 ? t : 0);
	}
}
