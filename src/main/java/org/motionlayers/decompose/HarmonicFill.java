package org.motionlayers.decompose;

import org.motionlayers.scene.Progress;

/**
 * Laplace's equation over holes: every unknown value becomes the mean of its neighbours, as a soap film spanned over the known ones. Holes of
 * any size converge in a few sweeps, because each level of a pyramid starts from the solution of the one half its size.
 */
final class HarmonicFill {

	private static final int SWEEPS = 24;
	private static final float OVER_RELAXATION = 1.7f;
	private static final int SMALLEST = 2;

	private final int width;
	private final int height;
	private final int depth;
	private final Progress progress;

	HarmonicFill(final int width, final int height, final int depth, final Progress progress) {
		this.width = width;
		this.height = height;
		this.depth = depth;
		this.progress = progress;
	}

	/**
	 * Fills.
	 *
	 * @param values x fastest, then y, z; unknown ones are overwritten
	 * @param known which are known; where none is, all become 0
	 */
	void fill(final float[] values, final boolean[] known) {
		final int[] unknown = unknown(known);
		if (unknown.length == 0) return;
		start(values, known, unknown);
		if (unknown.length < values.length) relax(values, unknown);
	}

	private static int[] unknown(final boolean[] known) {
		int count = 0;
		for (final boolean k : known) if (!k) count++;
		final int[] unknown = new int[count];
		for (int i = 0, n = 0; i < known.length; i++) if (!known[i]) unknown[n++] = i;
		return unknown;
	}

	/** Gives unknown values the solution of half the size; where there is no half, the mean of the known ones. */
	private void start(final float[] values, final boolean[] known, final int[] unknown) {
		if (width <= SMALLEST && height <= SMALLEST && depth <= SMALLEST) {
			double sum = 0;
			for (int i = 0; i < values.length; i++) if (known[i]) sum += values[i];
			final float mean = unknown.length == values.length ? 0 : (float) (sum / (values.length - unknown.length));
			for (final int i : unknown) values[i] = mean;
			return;
		}
		final HarmonicFill half = new HarmonicFill((width + 1) / 2, (height + 1) / 2, (depth + 1) / 2, progress);
		final float[] sums = new float[half.width * half.height * half.depth];
		final int[] counts = new int[sums.length];
		for (int i = 0; i < values.length; i++) if (known[i]) {
			final int c = half.coarse(this, i);
			sums[c] += values[i];
			counts[c]++;
		}
		final boolean[] halfKnown = new boolean[sums.length];
		for (int c = 0; c < sums.length; c++) if (counts[c] > 0) {
			sums[c] /= counts[c];
			halfKnown[c] = true;
		}
		half.fill(sums, halfKnown);
		for (final int i : unknown) values[i] = sums[half.coarse(this, i)];
	}

	/** @return the index of the value of this level that covers a value of the finer one */
	private int coarse(final HarmonicFill fine, final int index) {
		final int x = index % fine.width, y = index / fine.width % fine.height, z = index / fine.width / fine.height;
		return (z / 2 * height + y / 2) * width + x / 2;
	}

	/** Successive over-relaxation, back and forth, so that no direction is favoured. */
	private void relax(final float[] values, final int[] unknown) {
		final byte[] sides = new byte[unknown.length];
		for (int n = 0; n < unknown.length; n++) sides[n] = sides(unknown[n]);
		for (int sweep = 0; sweep < SWEEPS; sweep++) {
			progress.update(sweep, SWEEPS, "filling the background");
			final float omega = sweep < SWEEPS - 2 ? OVER_RELAXATION : 1;
			if (sweep % 2 == 0) for (int n = 0; n < unknown.length; n++) relax(values, unknown[n], sides[n], omega);
			else for (int n = unknown.length - 1; n >= 0; n--) relax(values, unknown[n], sides[n], omega);
		}
	}

	private static final int LEFT = 1, RIGHT = 2, UP = 4, DOWN = 8, BELOW = 16, ABOVE = 32;

	private byte sides(final int index) {
		final int x = index % width, y = index / width % height, z = index / width / height;
		return (byte) ((x > 0 ? LEFT : 0) | (x < width - 1 ? RIGHT : 0) | (y > 0 ? UP : 0) | (y < height - 1 ? DOWN : 0) | (z > 0 ? BELOW : 0) |
			(z < depth - 1 ? ABOVE : 0));
	}

	private void relax(final float[] values, final int i, final byte sides, final float omega) {
		float sum = 0;
		final int plane = width * height;
		if ((sides & LEFT) != 0) sum += values[i - 1];
		if ((sides & RIGHT) != 0) sum += values[i + 1];
		if ((sides & UP) != 0) sum += values[i - width];
		if ((sides & DOWN) != 0) sum += values[i + width];
		if ((sides & BELOW) != 0) sum += values[i - plane];
		if ((sides & ABOVE) != 0) sum += values[i + plane];
		final int count = Integer.bitCount(sides & 0xff);
		if (count > 0) values[i] += omega * (sum / count - values[i]);
	}
}
