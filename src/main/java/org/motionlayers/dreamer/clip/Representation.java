package org.motionlayers.dreamer.clip;

import org.motionlayers.scene.DenseMotion;

/**
 * R_t = (O_t, S_t, D_t) of Motion Dreamer, 3.1, as six planes in [-1, 1] a frame: flow along x and y over the largest speed, the colour of
 * the object by a {@link Palette} (3 planes), and inverse depth, -1 for the background and 1 for the nearest object of the first frame.
 * Arrays are frames x planes x height x width, x fastest.
 *
 * @param largestSpeed of a plane's value of 1, pixels per frame; faster flow is clipped
 */
public record Representation(double largestSpeed) {

	/** Planes of a frame. */
	public static final int PLANES = 2 + Palette.PLANES + 1;

	/** First plane of the colour. */
	public static final int COLOUR = 2;

	/** Plane of the inverse depth. */
	public static final int DEPTH = COLOUR + Palette.PLANES;

	/** Planes that say what a single frame shows, without flow: colour and inverse depth. */
	public static final int STILL_PLANES = Palette.PLANES + 1;

	/** Four pixels per frame: more than 99 % of the flow of simulated collisions on 64 x 64 is not faster. */
	public static final Representation DEFAULT = new Representation(4);

	/** Inverse depth below this is the background's. */
	private static final float FARTHEST = .05f;

	/** Checks the speed. */
	public Representation {
		if (!(largestSpeed > 0 && Double.isFinite(largestSpeed))) throw new IllegalArgumentException("The largest speed is " + largestSpeed + ".");
	}

	/** @return depth of the nearest object, whose inverse depth is 1; 1 where there is no object */
	public static float nearest(final float[] depth) {
		float nearest = Float.POSITIVE_INFINITY;
		for (final float d : depth) nearest = Math.min(nearest, d);
		return Float.isFinite(nearest) && nearest > 0 ? nearest : 1;
	}

	/**
	 * Writes dense motion as planes.
	 *
	 * @param motion R_1 to R_T
	 * @param palette colours of its objects; those without one are as the background
	 * @param nearest depth whose inverse depth is 1
	 * @return frames x {@value #PLANES} x height x width, in [-1, 1]
	 */
	public float[] encode(final DenseMotion motion, final Palette palette, final float nearest) {
		final int pixels = motion.pixels();
		final float[] planes = new float[motion.frames() * PLANES * pixels];
		for (int t = 1; t <= motion.frames(); t++) {
			final int start = (t - 1) * PLANES * pixels;
			for (int i = 0; i < 2 * pixels; i++) planes[start + i] = clipped(motion.flow(t)[i] / largestSpeed);
			encodeStill(motion.labels(t), motion.depth(t), palette, nearest, planes, start + COLOUR * pixels);
		}
		return planes;
	}

	/**
	 * Writes what one frame shows, such as the first.
	 *
	 * @param labels of the frame
	 * @param depth of the frame
	 * @param palette colours
	 * @param nearest depth whose inverse depth is 1
	 * @param planes receives {@value #STILL_PLANES} planes
	 * @param start where the first value goes
	 */
	public static void encodeStill(final int[] labels, final float[] depth, final Palette palette, final float nearest, final float[] planes,
		final int start)
	{
		final int pixels = labels.length;
		int last = 0, corner = 0;
		for (int p = 0; p < pixels; p++) {
			if (labels[p] != last) corner = palette.corner(labels[p]);
			last = labels[p];
			for (int k = 0; k < Palette.PLANES; k++) planes[start + k * pixels + p] = Palette.side(corner, k);
			planes[start + Palette.PLANES * pixels + p] = corner == 0 ? -1 : clipped(2 * nearest / depth[p] - 1);
		}
	}

	private static float clipped(final double value) {
		return (float) Math.max(-1, Math.min(1, value));
	}

	/**
	 * Reads dense motion out of planes, such as a network's: every pixel belongs to the object whose colour is nearest.
	 *
	 * @param planes frames x {@value #PLANES} x height x width
	 * @param width pixels along x
	 * @param height pixels along y
	 * @param palette colours
	 * @param nearest depth whose inverse depth is 1
	 */
	public DenseMotion decode(final float[] planes, final int width, final int height, final Palette palette, final float nearest) {
		final int pixels = width * height, frames = planes.length / (PLANES * pixels);
		if (frames * PLANES * pixels != planes.length) throw new IllegalArgumentException(planes.length + " values are no whole number of frames of " +
			PLANES + " x " + height + " x " + width + ".");
		final float[][] flow = new float[frames][2 * pixels], depth = new float[frames][pixels];
		final int[][] labels = new int[frames][pixels];
		for (int t = 0; t < frames; t++) {
			final int start = t * PLANES * pixels, colour = start + COLOUR * pixels;
			for (int i = 0; i < 2 * pixels; i++) flow[t][i] = (float) (planes[start + i] * largestSpeed);
			for (int p = 0; p < pixels; p++) {
				labels[t][p] = palette.nearest(planes[colour + p], planes[colour + pixels + p], planes[colour + 2 * pixels + p]);
				final float inverse = (planes[start + DEPTH * pixels + p] + 1) / 2;
				depth[t][p] = labels[t][p] == 0 || inverse < FARTHEST ? Float.POSITIVE_INFINITY : nearest / inverse;
			}
		}
		return new DenseMotion(width, height, flow, labels, depth);
	}
}
