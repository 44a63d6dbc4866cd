package org.motionlayers.segmentation.outline;

import java.util.Arrays;

import org.motionlayers.scene.RunMask;

/** Collects runs in their order. */
final class RunBuilder {

	private static final int FIELDS = 4;

	private int[] runs = new int[16 * FIELDS];
	private int size;

	/** Appends a run. */
	void add(final int x, final int y, final int z, final int length) {
		if (size == runs.length) runs = Arrays.copyOf(runs, Math.multiplyExact(2, size));
		runs[size++] = x;
		runs[size++] = y;
		runs[size++] = z;
		runs[size++] = length;
	}

	/** @return the runs */
	RunMask mask() {
		return new RunMask(field(0), field(1), field(2), field(3));
	}

	private int[] field(final int f) {
		final int[] values = new int[size / FIELDS];
		for (int r = 0; r < values.length; r++) values[r] = runs[r * FIELDS + f];
		return values;
	}
}
