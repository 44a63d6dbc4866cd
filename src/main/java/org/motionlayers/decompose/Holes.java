package org.motionlayers.decompose;

import org.motionlayers.scene.Shape;

/**
 * The pixels of a frame that objects hide, and those that may be looked at to fill them. An object's glow reaches beyond its mask: pixels
 * within {@link #HALO} of a mask, along x or y, are no sources, though they stay as they are in the background.
 */
final class Holes {

	/** How far from a mask pixels are taken for contaminated, pixels. */
	static final int HALO = 2;

	private final int[] hidden;
	private final boolean[] source;

	private Holes(final int[] hidden, final boolean[] source) {
		this.hidden = hidden;
		this.source = source;
	}

	/** @return the holes that labels make; where halos leave no source, halos are sources too */
	static Holes of(final int[] labels, final Shape shape) {
		int count = 0;
		for (final int label : labels) if (label != 0) count++;
		final int[] hidden = new int[count];
		for (int i = 0, n = 0; i < labels.length; i++) if (labels[i] != 0) hidden[n++] = i;
		final boolean[] source = clearOf(labels, shape, HALO);
		return new Holes(hidden, any(source) ? source : clearOf(labels, shape, 0));
	}

	private static boolean any(final boolean[] flags) {
		for (final boolean flag : flags) if (flag) return true;
		return false;
	}

	/** Whether every pixel has no label within a distance along x and y: two passes, each with the distance to the label last seen. */
	static boolean[] clearOf(final int[] labels, final Shape shape, final int distance) {
		final int w = shape.width(), h = shape.height();
		final boolean[] alongX = new boolean[labels.length];
		for (int row = 0; row < labels.length; row += w) for (int x = 0; x < w; x++) if (labels[row + x] != 0)
			for (int k = Math.max(0, x - distance); k <= Math.min(w - 1, x + distance); k++) alongX[row + k] = true;
		final boolean[] clear = new boolean[labels.length];
		java.util.Arrays.fill(clear, true);
		for (int z = 0; z < shape.depth(); z++) for (int y = 0; y < h; y++) {
			final int row = shape.index(0, y, z);
			for (int k = Math.max(0, y - distance); k <= Math.min(h - 1, y + distance); k++) {
				final int other = shape.index(0, k, z);
				for (int x = 0; x < w; x++) if (alongX[other + x]) clear[row + x] = false;
			}
		}
		return clear;
	}

	/** @return indices of the hidden pixels, ascending */
	int[] hidden() {
		return hidden;
	}

	/** @return whether a pixel may be looked at, by index; never to be written to */
	boolean[] source() {
		return source;
	}
}
