package org.motionlayers.network.splat;

/**
 * Where the pixels of one row land: the index of the upper left of four neighbours and their bilinear weights b(u) = max(0, 1 - |u_x|)
 * max(0, 1 - |u_y|). Indices count in an image with a border of one pixel, so that neighbours outside need no test.
 */
final class Landing {

	/** Pixels of the row that land at all, in increasing x. */
	final int[] source;
	/** Index of the upper left neighbour in the bordered image. */
	final int[] target;
	final float[] upperLeft;
	final float[] upperRight;
	final float[] lowerLeft;
	final float[] lowerRight;
	int count;

	Landing(final int width) {
		source = new int[width];
		target = new int[width];
		upperLeft = new float[width];
		upperRight = new float[width];
		lowerLeft = new float[width];
		lowerRight = new float[width];
	}

	/** @return columns of the bordered image */
	static int stride(final FlowField flow) {
		return flow.width() + 2;
	}

	/**
	 * Computes a row, keeping only pixels of which a neighbour lies in the rows first to last.
	 *
	 * @param flow where pixels go
	 * @param y the row
	 * @param first first row of the target; becomes row 1 of the bordered image
	 * @param last last row of the target
	 */
	void of(final FlowField flow, final int y, final int first, final int last) {
		final int width = flow.width(), stride = stride(flow), start = y * width;
		int n = 0;
		for (int x = 0; x < width; x++) {
			final float tx = x + flow.dx()[start + x], ty = y + flow.dy()[start + x];
			// Written so that NaN fails.
			if (!(tx > -1 && tx < width && ty > first - 1 && ty < last + 1)) continue;
			final float left = (float) Math.floor(tx), top = (float) Math.floor(ty), right = tx - left, down = ty - top;
			source[n] = start + x;
			target[n] = ((int) top - first + 1) * stride + (int) left + 1;
			upperLeft[n] = (1 - right) * (1 - down);
			upperRight[n] = right * (1 - down);
			lowerLeft[n] = (1 - right) * down;
			lowerRight[n++] = right * down;
		}
		count = n;
	}

	/** Adds values, each split among four neighbours, to the bordered image. */
	void scatter(final float[] values, final float[] sums) {
		final int stride = source.length + 2;
		for (int i = 0; i < count; i++) {
			final int t = target[i];
			final float v = values[i];
			sums[t] += upperLeft[i] * v;
			sums[t + 1] += upperRight[i] * v;
			sums[t + stride] += lowerLeft[i] * v;
			sums[t + stride + 1] += lowerRight[i] * v;
		}
	}

	/** @return the mean of four neighbours in a bordered image, by the weights of the i-th pixel that lands */
	float gather(final int i, final float[] bordered) {
		final int t = target[i], below = t + source.length + 2;
		return upperLeft[i] * bordered[t] + upperRight[i] * bordered[t + 1] + lowerLeft[i] * bordered[below] + lowerRight[i] *
			bordered[below + 1];
	}
}
