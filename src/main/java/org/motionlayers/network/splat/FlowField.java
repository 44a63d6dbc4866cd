package org.motionlayers.network.splat;

/**
 * Where every pixel goes.
 *
 * @param width pixels along x
 * @param height pixels along y
 * @param dx displacement along x in pixels, x fastest; a pixel whose displacement is not finite goes nowhere
 * @param dy displacement along y in pixels
 */
public record FlowField(int width, int height, float[] dx, float[] dy) {

	/** Checks the sizes. */
	public FlowField {
		if (width < 1 || height < 1 || dx.length != width * height || dy.length != dx.length) throw new IllegalArgumentException(
			"Flow of " + width + " x " + height + " pixels does not fit " + dx.length + " and " + dy.length + " displacements.");
	}

	/** @return the same displacement everywhere */
	public static FlowField constant(final int width, final int height, final float dx, final float dy) {
		final float[] x = new float[width * height], y = new float[width * height];
		java.util.Arrays.fill(x, dx);
		java.util.Arrays.fill(y, dy);
		return new FlowField(width, height, x, y);
	}

	/** @return number of pixels */
	public int pixels() {
		return width * height;
	}

	/** @return this flow for t times the time */
	public FlowField times(final float t) {
		final float[] x = dx.clone(), y = dy.clone();
		for (int i = 0; i < x.length; i++) {
			x[i] *= t;
			y[i] *= t;
		}
		return new FlowField(width, height, x, y);
	}

	/**
	 * The flow on a grid that is coarser by a whole factor: the mean over every cell, in units of the coarser pixels (Motion Dreamer,
	 * Eq. 7: F / s).
	 *
	 * @param factor s, divides width and height
	 */
	public FlowField coarser(final int factor) {
		if (factor < 1 || width % factor != 0 || height % factor != 0) throw new IllegalArgumentException("Flow of " + width + " x " +
			height + " pixels cannot be made coarser by " + factor + ".");
		return new FlowField(width / factor, height / factor, means(dx, factor), means(dy, factor));
	}

	private float[] means(final float[] values, final int factor) {
		final int columns = width / factor;
		final float[] means = new float[columns * (height / factor)];
		for (int y = 0; y < height; y++) for (int x = 0; x < width; x++)
			means[y / factor * columns + x / factor] += values[y * width + x];
		final float scale = 1f / (factor * factor * factor);
		for (int i = 0; i < means.length; i++) means[i] *= scale;
		return means;
	}
}
