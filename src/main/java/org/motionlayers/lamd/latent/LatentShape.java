package org.motionlayers.lamd.latent;

/**
 * Size of the latent that holds the motion of a clip (LaMD, 4.2: z of h x w x d): channels first, then rows, then columns, row-major.
 *
 * @param d number of channels; where the latent keeps a time axis, those of all its frames one after another
 * @param h rows
 * @param w columns
 */
public record LatentShape(int d, int h, int w) {

	/** Checks the numbers. */
	public LatentShape {
		if (d < 1 || h < 1 || w < 1) throw new IllegalArgumentException("A latent of " + d + " x " + h + " x " + w + " has no elements.");
	}

	/** @return how many numbers a latent has */
	public int size() {
		return Math.multiplyExact(d, cells());
	}

	/** @return how many numbers a channel has */
	public int cells() {
		return Math.multiplyExact(h, w);
	}

	@Override
	public String toString() {
		return d + " x " + h + " x " + w;
	}
}
