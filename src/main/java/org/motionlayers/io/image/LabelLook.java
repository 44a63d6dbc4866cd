package org.motionlayers.io.image;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/** Tells a label image from a picture by its pixels: whole numbers, and nearly every pixel equal to the one beside it. */
public final class LabelLook {

	/** Rows looked at, at most. */
	private static final int ROWS = 256;

	/** Share of neighbours along a row that are equal; pictures have noise or shading, labels change at outlines only. */
	private static final double FLAT = 0.8;

	private LabelLook() {}

	/**
	 * Looks at one plane.
	 *
	 * @param image of any kind, open or not
	 * @return whether it may be labels: one channel, not RGB, whole numbers from 0, at least one above it, flat
	 */
	public static boolean isLabels(final ImagePlus image) {
		if (image == null || image.getWidth() == 0 || image.getNChannels() > 1) return false;
		final ImageProcessor plane = image.getStack().getProcessor(image.getCurrentSlice());
		if (plane instanceof ColorProcessor) return false;
		final int step = Math.max(1, plane.getHeight() / ROWS);
		long equal = 0, pairs = 0;
		boolean any = false;
		for (int y = 0; y < plane.getHeight(); y += step) for (int x = 0; x < plane.getWidth(); x++) {
			final float value = plane.getf(x, y);
			if (value < 0 || value != Math.rint(value)) return false;
			any |= value > 0;
			if (x == 0) continue;
			pairs++;
			if (value == plane.getf(x - 1, y)) equal++;
		}
		return any && equal > FLAT * pairs;
	}
}
