package org.motionlayers.evaluate.image;

/** The weighted mean around every pixel that SSIM is made of: a Gaussian of sigma 1.5 over 11 pixels in every direction. */
final class GaussianWindow {

	private static final double SIGMA = 1.5;

	/** Pixels on either side of the centre: 3.5 sigma, rounded. */
	static final int RADIUS = 5;

	private static final double[] WEIGHTS = weights();

	private GaussianWindow() {}

	/** @return the 11 weights along one direction, which sum to 1 */
	static double[] weights() {
		final double[] w = new double[2 * RADIUS + 1];
		double sum = 0;
		for (int i = 0; i < w.length; i++) sum += w[i] = Math.exp(-0.5 * (i - RADIUS) * (i - RADIUS) / (SIGMA * SIGMA));
		for (int i = 0; i < w.length; i++) w[i] /= sum;
		return w;
	}

	/** @return the weighted mean around every pixel; beyond the border the image is mirrored, the border pixel twice */
	static Volume mean(final Volume v) {
		final Volume x = v.with(along(v.values(), v.width(), 1));
		final Volume y = v.with(along(x.values(), v.height(), v.width()));
		return v.depth() == 1 ? y : v.with(along(y.values(), v.depth(), v.width() * v.height()));
	}

	private static double[] along(final double[] in, final int size, final int stride) {
		final double[] out = new double[in.length];
		for (int i = 0; i < in.length; i++) {
			final int at = i / stride % size, first = i - at * stride;
			// only near the border is there anything to mirror
			final boolean inside = at >= RADIUS && at < size - RADIUS;
			double sum = 0;
			if (inside) for (int k = -RADIUS; k <= RADIUS; k++) sum += WEIGHTS[k + RADIUS] * in[i + k * stride];
			else for (int k = -RADIUS; k <= RADIUS; k++) sum += WEIGHTS[k + RADIUS] * in[first + mirror(at + k, size) * stride];
			out[i] = sum;
		}
		return out;
	}

	private static int mirror(final int index, final int size) {
		final int period = 2 * size, i = Math.floorMod(index, period);
		return i < size ? i : period - 1 - i;
	}
}
