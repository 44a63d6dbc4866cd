package org.motionlayers.segmentation.automatic;

import org.motionlayers.scene.Shape;

/** Fills the holes of a mask: background that no path along edges leads out of, plane by plane. */
final class Holes {

	private Holes() {}

	/** Fills in place. */
	static void fill(final boolean[] mask, final Shape shape) {
		final int width = shape.width(), height = shape.height(), plane = shape.planeSize();
		final int[] stack = new int[plane];
		final boolean[] outside = new boolean[plane];
		for (int from = 0; from < mask.length; from += plane) {
			java.util.Arrays.fill(outside, false);
			int top = 0;
			for (int p = 0; p < plane; p++) {
				final int x = p % width, y = p / width;
				if ((x == 0 || y == 0 || x == width - 1 || y == height - 1) && !mask[from + p]) {
					outside[p] = true;
					stack[top++] = p;
				}
			}
			while (top > 0) {
				final int p = stack[--top], x = p % width;
				final int[] near = { x > 0 ? p - 1 : p, x < width - 1 ? p + 1 : p, p >= width ? p - width : p, p < plane - width ? p + width : p };
				for (final int q : near) if (!outside[q] && !mask[from + q]) {
					outside[q] = true;
					stack[top++] = q;
				}
			}
			for (int p = 0; p < plane; p++) mask[from + p] |= !outside[p];
		}
	}
}
