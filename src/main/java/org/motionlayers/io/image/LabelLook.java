package org.motionlayers.io.image;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/** Tells a label image from a picture by its pixels: whole numbers, and nearly every pixel equal to the one beside it. */
public final class LabelLook {

	/** Rows looked at, at most. */
	private static final int ROWS = 256;

	/** Planes looked at, at most, spread over the stack. */
	private static final int PLANES = 5;

	private static final int RGB_BITS = 24;

	/** Share of neighbours along a row that are equal; pictures have noise or shading, labels change at outlines only. */
	private static final double FLAT = 0.8;

	private LabelLook() {}

	/**
	 * Looks at some planes.
	 *
	 * @param image of any kind, open or not
	 * @return whether it may be labels: one channel, not RGB, whole numbers from 0, at least one above it, flat
	 */
	public static boolean isLabels(final ImagePlus image) {
		if (image == null || image.getWidth() == 0 || image.getNChannels() > 1 || image.getBitDepth() == RGB_BITS) return false;
		final Look look = new Look();
		final int planes = image.getStackSize(), looks = Math.min(PLANES, planes);
		for (int i = 0; i < looks; i++) if (!look.at(image.getStack().getProcessor(1 + (int) ((i + 0.5) * planes / looks)))) return false;
		return look.any && look.equal > FLAT * look.pairs;
	}

	/** What was seen so far. */
	private static final class Look {

		private long equal;
		private long pairs;
		private boolean any;

		/** @return whether all values are whole and none is negative */
		boolean at(final ImageProcessor plane) {
			final int step = Math.max(1, plane.getHeight() / ROWS);
			for (int y = 0; y < plane.getHeight(); y += step) for (int x = 0; x < plane.getWidth(); x++) {
				final float value = plane.getf(x, y);
				if (value < 0 || value != Math.rint(value)) return false;
				any |= value > 0;
				if (x == 0) continue;
				pairs++;
				if (value == plane.getf(x - 1, y)) equal++;
			}
			return true;
		}
	}
}
