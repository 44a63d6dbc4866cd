package org.motionlayers.scene;

/**
 * Motion as a diffusion model sees it (Motion Dreamer, 3.1: R_t = (O_t, S_t, D_t)): optical flow, instance segmentation and depth of
 * every future frame, on a grid of pixels of its own, usually coarser than the image. Averaging the flow over each object gives a
 * {@link Motion}.
 */
public final class DenseMotion {

	private final int width;
	private final int height;
	private final float[][] flow;
	private final int[][] labels;
	private final float[][] depth;

	/**
	 * @param width pixels of the grid along x
	 * @param height pixels of the grid along y
	 * @param flow of frames 1, 2, ...: displacement since the frame before of what is seen at every pixel, all x, then all y, pixels of
	 *          the grid per frame
	 * @param labels of frames 1, 2, ...: the object seen at every pixel, 0 for the background
	 * @param depth of frames 1, 2, ...: distance from the viewer, {@link Float#POSITIVE_INFINITY} for the background
	 */
	public DenseMotion(final int width, final int height, final float[][] flow, final int[][] labels, final float[][] depth) {
		final int pixels = width * height;
		if (flow.length == 0 || labels.length != flow.length || depth.length != flow.length) throw new IllegalArgumentException("Dense motion of " +
			flow.length + " frames of flow, " + labels.length + " of labels, " + depth.length + " of depth.");
		for (int t = 0; t < flow.length; t++) if (flow[t].length != 2 * pixels || labels[t].length != pixels || depth[t].length != pixels)
			throw new IllegalArgumentException("Frame " + (t + 1) + " of " + width + " x " + height + " pixels has " + flow[t].length +
				" values of flow, " + labels[t].length + " of labels, " + depth[t].length + " of depth.");
		this.width = width;
		this.height = height;
		this.flow = flow.clone();
		this.labels = labels.clone();
		this.depth = depth.clone();
	}

	/** @return pixels of the grid along x */
	public int width() {
		return width;
	}

	/** @return pixels of the grid along y */
	public int height() {
		return height;
	}

	/** @return pixels of the grid */
	public int pixels() {
		return width * height;
	}

	/** @return number of future frames */
	public int frames() {
		return flow.length;
	}

	/** @return flow of frame t, 1 to frames: all x, then all y, pixels of the grid per frame; not to be written to */
	public float[] flow(final int t) {
		return flow[t - 1];
	}

	/** @return labels of frame t, 1 to frames, x fastest; not to be written to */
	public int[] labels(final int t) {
		return labels[t - 1];
	}

	/** @return depth of frame t, 1 to frames, x fastest; not to be written to */
	public float[] depth(final int t) {
		return depth[t - 1];
	}
}
