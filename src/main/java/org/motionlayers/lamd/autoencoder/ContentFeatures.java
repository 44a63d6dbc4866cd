package org.motionlayers.lamd.autoencoder;

import java.util.List;

/**
 * What the image encoder says of a first frame (LaMD, 3.1.1), and that frame: all that a decoder needs of the content. Immutable.
 */
public final class ContentFeatures {

	private final float[] frame;
	private final List<float[]> scales;
	private final float[] coarsest;

	/**
	 * @param frame x_0, (channels, side, side) in [0, 1]
	 * @param scales f^1 to f^k, (width, side / 2^i, side / 2^i)
	 * @param coarsest f_x0, (c_f, h, w)
	 */
	ContentFeatures(final float[] frame, final List<float[]> scales, final float[] coarsest) {
		this.frame = frame;
		this.scales = scales;
		this.coarsest = coarsest;
	}

	/** @return a copy of the first frame, (channels, side, side) in [0, 1] */
	public float[] frame() {
		return frame.clone();
	}

	/** @return a copy of f_x0, (c_f, h, w) row-major, what a generator is conditioned on */
	public float[] coarsest() {
		return coarsest.clone();
	}

	/** @return the frame itself, not to be changed */
	float[] frameValues() {
		return frame;
	}

	/** @return f^1 to f^k, then f_x0, not to be changed */
	List<float[]> features() {
		final java.util.ArrayList<float[]> all = new java.util.ArrayList<>(scales);
		all.add(coarsest);
		return all;
	}
}
