package org.motionlayers.lamd.clip;

/** Another size of one axis: means over what a pixel covers where it becomes smaller, bilinear where it becomes larger. */
final class Resampling {

	private final int[] first;
	private final float[][] weights;

	/** @param from pixels of the axis; @param to pixels of the result */
	Resampling(final int from, final int to) {
		first = new int[to];
		weights = new float[to][];
		for (int i = 0; i < to; i++) {
			if (to < from) cover(i, from, to);
			else between(i, from, to);
		}
	}

	private void cover(final int i, final int from, final int to) {
		final double start = (double) i * from / to, end = (double) (i + 1) * from / to;
		first[i] = (int) start;
		final int last = Math.min(from - 1, (int) Math.ceil(end) - 1);
		weights[i] = new float[last - first[i] + 1];
		for (int k = 0; k < weights[i].length; k++) weights[i][k] = (float) ((Math.min(end, first[i] + k + 1) - Math.max(start, first[i] + k)) /
			(end - start));
	}

	private void between(final int i, final int from, final int to) {
		final double place = Math.max(0, Math.min(from - 1, (i + .5) * from / to - .5));
		first[i] = Math.min((int) place, Math.max(0, from - 2));
		final float part = (float) (place - first[i]);
		weights[i] = from == 1 ? new float[] { 1 } : new float[] { 1 - part, part };
	}

	/**
	 * Resamples planes along x, then y.
	 *
	 * @param plane of the size that both were made for, x fastest
	 * @param width pixels along x before
	 * @param alongX for x
	 * @param alongY for y
	 * @return the plane in the new size
	 */
	static float[] apply(final float[] plane, final int width, final Resampling alongX, final Resampling alongY) {
		final int height = plane.length / width, newWidth = alongX.first.length, newHeight = alongY.first.length;
		final float[] rows = new float[newWidth * height], out = new float[newWidth * newHeight];
		for (int y = 0; y < height; y++) for (int x = 0; x < newWidth; x++) {
			final float[] w = alongX.weights[x];
			float sum = 0;
			for (int k = 0; k < w.length; k++) sum += w[k] * plane[y * width + alongX.first[x] + k];
			rows[y * newWidth + x] = sum;
		}
		for (int y = 0; y < newHeight; y++) for (int k = 0; k < alongY.weights[y].length; k++) {
			final float w = alongY.weights[y][k];
			final int source = (alongY.first[y] + k) * newWidth;
			for (int x = 0; x < newWidth; x++) out[y * newWidth + x] += w * rows[source + x];
		}
		return out;
	}
}
