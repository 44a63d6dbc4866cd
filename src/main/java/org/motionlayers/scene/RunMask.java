package org.motionlayers.scene;

/**
 * A set of pixels as runs along x, sorted by z, then y, then x. Runs do not touch: neighbours are one run.
 * Coordinates are relative to the origin of the layer that holds the mask.
 */
public final class RunMask {

	private final int[] x;
	private final int[] y;
	private final int[] z;
	private final int[] length;
	private final int[] offset;

	/**
	 * @param x first pixel of every run
	 * @param y row of every run
	 * @param z plane of every run
	 * @param length pixels of every run, at least 1
	 */
	public RunMask(final int[] x, final int[] y, final int[] z, final int[] length) {
		this.x = x.clone();
		this.y = y.clone();
		this.z = z.clone();
		this.length = length.clone();
		this.offset = new int[length.length + 1];
		for (int r = 0; r < length.length; r++) {
			if (length[r] < 1) throw new IllegalArgumentException("Run " + r + " has length " + length[r] + ".");
			offset[r + 1] = offset[r] + length[r];
		}
	}

	/** @return number of runs */
	public int runs() {
		return length.length;
	}

	/** @return number of pixels in the mask */
	public int pixels() {
		return offset[length.length];
	}

	/** @return first pixel of run r along x */
	public int x(final int r) {
		return x[r];
	}

	/** @return row of run r */
	public int y(final int r) {
		return y[r];
	}

	/** @return plane of run r */
	public int z(final int r) {
		return z[r];
	}

	/** @return pixels of run r */
	public int length(final int r) {
		return length[r];
	}

	/** @return index of the first pixel of run r among all pixels of the mask, in the order of the runs */
	public int offset(final int r) {
		return offset[r];
	}

	/** @return index of a pixel among all pixels of the mask, or -1 where the mask does not hold it */
	public int indexOf(final int px, final int py, final int pz) {
		int low = 0, high = length.length - 1;
		while (low <= high) {
			final int mid = (low + high) >>> 1;
			int order = Integer.compare(z[mid], pz);
			if (order == 0) order = Integer.compare(y[mid], py);
			if (order == 0) order = x[mid] > px ? 1 : x[mid] + length[mid] <= px ? -1 : 0;
			if (order == 0) return offset[mid] + px - x[mid];
			if (order < 0) low = mid + 1;
			else high = mid - 1;
		}
		return -1;
	}
}
