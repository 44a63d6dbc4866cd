package org.motionlayers.decompose;

import java.util.Arrays;

import org.motionlayers.scene.Shape;

/** How far pixels are from the masks of a label image. */
final class Clearance {

	private Clearance() {}

	/**
	 * Finds the pixels that have no label near.
	 *
	 * @param labels x fastest, then y, z
	 * @param shape of the label image
	 * @param distance pixels along x and y; half of it, rounded up, along z, where planes lie farther apart than pixels
	 * @return whether no pixel within a box of that reach has a label
	 */
	static boolean[] of(final int[] labels, final Shape shape, final int distance) {
		final boolean[] near = new boolean[labels.length];
		for (int i = 0; i < labels.length; i++) near[i] = labels[i] != 0;
		spread(near, shape, distance);
		for (int i = 0; i < near.length; i++) near[i] = !near[i];
		return near;
	}

	/** Sets every pixel that has a set one within the distance: a dilation with a box, axis after axis. */
	static void spread(final boolean[] set, final Shape shape, final int distance) {
		if (distance == 0) return;
		along(set, 1, shape.width(), distance);
		along(set, shape.width(), shape.height(), distance);
		if (shape.depth() > 1) along(set, shape.planeSize(), shape.depth(), (distance + 1) / 2);
	}

	/** Along one axis, forth and back; all lines side by side, so that memory is read in order. */
	private static void along(final boolean[] set, final int step, final int size, final int distance) {
		final boolean[] before = set.clone();
		final int[] left = new int[step];
		for (int first = 0; first < set.length; first += step * size) {
			Arrays.fill(left, 0);
			for (int k = 0; k < size; k++) reach(before, set, first + k * step, left, distance);
			Arrays.fill(left, 0);
			for (int k = size - 1; k >= 0; k--) reach(before, set, first + k * step, left, distance);
		}
	}

	private static void reach(final boolean[] before, final boolean[] set, final int from, final int[] left, final int distance) {
		for (int i = 0; i < left.length; i++) {
			if (before[from + i]) left[i] = distance;
			else if (left[i] > 0) {
				left[i]--;
				set[from + i] = true;
			}
		}
	}
}
