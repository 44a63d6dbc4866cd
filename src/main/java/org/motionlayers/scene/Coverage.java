package org.motionlayers.scene;

/** In how many futures one object covers each pixel of a box that holds all of them, as far as it lies in the frame. */
final class Coverage {

	private final Shape shape;
	private final int[] low = new int[3];
	private final int[] high = new int[3];
	private final int[] hits;
	private final int futures;

	/**
	 * @param layer the object
	 * @param shape of the frame
	 * @param body futures x frames x dimensions: displacement of its pixels, pixels
	 * @param t the frame
	 */
	Coverage(final ObjectLayer layer, final Shape shape, final double[][][] body, final int t) {
		this.shape = shape;
		this.futures = body.length;
		bound(layer, body, t);
		this.hits = new int[isEmpty() ? 0 : (high[0] - low[0]) * (high[1] - low[1]) * (high[2] - low[2])];
		if (!isEmpty()) for (final double[][] future : body) cover(layer, future[t]);
	}

	private boolean isEmpty() {
		return low[0] >= high[0] || low[1] >= high[1] || low[2] >= high[2];
	}

	private static int shift(final double[] displacement, final int d) {
		return d < displacement.length ? (int) Math.max(Integer.MIN_VALUE / 2, Math.min(Integer.MAX_VALUE / 2, Math.round(displacement[d]))) : 0;
	}

	private void bound(final ObjectLayer layer, final double[][][] body, final int t) {
		final Box box = layer.bounds();
		final int[] first = { box.x(), box.y(), box.z() }, extent = { box.width(), box.height(), box.depth() };
		final int[] size = { shape.width(), shape.height(), shape.depth() };
		for (int d = 0; d < 3; d++) {
			int least = Integer.MAX_VALUE, most = Integer.MIN_VALUE;
			for (final double[][] future : body) {
				least = Math.min(least, shift(future[t], d));
				most = Math.max(most, shift(future[t], d));
			}
			low[d] = Math.max(0, first[d] + least);
			high[d] = Math.min(size[d], first[d] + extent[d] + most);
		}
	}

	private void cover(final ObjectLayer layer, final double[] displacement) {
		final RunMask mask = layer.mask();
		final int dx = layer.bounds().x() + shift(displacement, 0), dy = layer.bounds().y() + shift(displacement, 1);
		final int dz = layer.bounds().z() + shift(displacement, 2);
		for (int r = 0; r < mask.runs(); r++) {
			final int y = dy + mask.y(r), z = dz + mask.z(r);
			if (y < low[1] || y >= high[1] || z < low[2] || z >= high[2]) continue;
			final int from = Math.max(low[0], dx + mask.x(r)), to = Math.min(high[0], dx + mask.x(r) + mask.length(r));
			final int row = ((z - low[2]) * (high[1] - low[1]) + y - low[1]) * (high[0] - low[0]) - low[0];
			for (int x = from; x < to; x++) hits[row + x]++;
		}
	}

	/** Multiplies every pixel's probability to be free by that of not being covered by this object. */
	void leave(final float[] free) {
		if (isEmpty()) return;
		int at = 0;
		for (int z = low[2]; z < high[2]; z++) for (int y = low[1]; y < high[1]; y++) for (int x = low[0]; x < high[0]; x++, at++)
			if (hits[at] > 0) free[shape.index(x, y, z)] *= 1 - (float) hits[at] / futures;
	}
}
