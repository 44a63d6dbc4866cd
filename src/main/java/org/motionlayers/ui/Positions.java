package org.motionlayers.ui;

import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

import org.motionlayers.scene.Shape;
import org.motionlayers.ui.roi.RoiOutlines;

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

	/**
	 * Outlines every label of a frame, in its colour.
	 *
	 * @param overlay gets the regions
	 * @param stack it is shown on
	 * @param labels of the frame, x fastest, then y, z
	 * @param shape their size
	 * @param t frame from 1, or 0 for all
	 */
	static void outline(final Overlay overlay, final ImagePlus stack, final int[] labels, final Shape shape, final int t) {
		outlines(stack, labels, shape, t).forEach(overlay::add);
	}

	/** @return the regions of {@link #outline} */
	static List<Roi> outlines(final ImagePlus stack, final int[] labels, final Shape shape, final int t) {
		final List<Roi> outlines = new ArrayList<>();
		for (int z = 0; z < shape.depth(); z++) for (final Roi roi : RoiOutlines.of(labels, shape, z)) {
			roi.setStrokeColor(Colours.of(Integer.parseInt(roi.getName())));
			if (t > 0 || shape.depth() > 1) bind(roi, stack, z + 1, t);
			outlines.add(roi);
		}
		return outlines;
	}
}
