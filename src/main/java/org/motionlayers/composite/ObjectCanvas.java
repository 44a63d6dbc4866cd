package org.motionlayers.composite;

import java.util.Arrays;

/** The map of what is seen where: 1 + the object's place among the layers, 0 for the background. */
final class ObjectCanvas implements Canvas {

	private final int[] pixels;

	/** @param pixels one channel, all 0 */
	ObjectCanvas(final int[] pixels) {
		this.pixels = pixels;
	}

	@Override
	public void background(final int from, final int to) {
		// a new array is all background
	}

	@Override
	public int paint(final int object, final int[] runs, final int first, final int last, final int base, final int end) {
		int k = first;
		for (; k < last && base + runs[k] < end; k += SpriteSheet.STRIDE) {
			final int pixel = base + runs[k];
			Arrays.fill(pixels, pixel, pixel + runs[k + 1], object + 1);
		}
		return k;
	}
}
