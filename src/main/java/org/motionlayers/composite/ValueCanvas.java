package org.motionlayers.composite;

import java.util.Arrays;

/** A map of what is seen where: one value for the background and one for every layer, such as its label, its depth or its step along x. */
final class ValueCanvas implements Canvas {

	private final Object pixels;
	private final int start;
	private final Object values;

	/**
	 * @param pixels int[], short[] or float[], written from {@code start} on
	 * @param start index of the first pixel
	 * @param values an array of the same type: of the background, then of every layer
	 */
	ValueCanvas(final Object pixels, final int start, final Object values) {
		this.pixels = pixels;
		this.start = start;
		this.values = values;
	}

	@Override
	public void background(final int from, final int to) {
		fill(start + from, start + to, 0);
	}

	@Override
	public int paint(final int object, final int[] runs, final int first, final int last, final int base, final int end) {
		int k = first;
		for (; k < last && base + runs[k] < end; k += SpriteSheet.STRIDE) {
			final int pixel = start + base + runs[k];
			fill(pixel, pixel + runs[k + 1], object + 1);
		}
		return k;
	}

	private void fill(final int from, final int to, final int index) {
		if (pixels instanceof int[] ints) Arrays.fill(ints, from, to, ((int[]) values)[index]);
		else if (pixels instanceof short[] shorts) Arrays.fill(shorts, from, to, ((short[]) values)[index]);
		else Arrays.fill((float[]) pixels, from, to, ((float[]) values)[index]);
	}
}
