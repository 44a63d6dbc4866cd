package org.motionlayers.composite;

import java.util.Arrays;

/**
 * Counts the pixels that are seen of every layer: painting a layer takes pixels from those behind it. Bands are painted one after the other
 * over the same small map, which stays in the processor's cache.
 */
final class PixelCounter implements Canvas {

	private final int[] counts;
	private int[] map = new int[0];
	private int start;
	private boolean clean = true;

	/** @param counts of every layer, all 0 */
	PixelCounter(final int[] counts) {
		this.counts = counts;
	}

	@Override
	public void background(final int from, final int to) {
		if (map.length < to - from) map = new int[to - from];
		else if (!clean) Arrays.fill(map, 0);
		clean = true;
		start = from;
	}

	@Override
	public int paint(final int object, final int[] runs, final int first, final int last, final int base, final int end) {
		int k = first;
		for (; k < last && base + runs[k] < end; k += SpriteSheet.STRIDE) {
			final int from = base + runs[k] - start, to = from + runs[k + 1];
			counts[object] += to - from;
			for (int p = from; p < to; p++) {
				if (map[p] != 0) counts[map[p] - 1]--;
				map[p] = object + 1;
			}
		}
		clean = false;
		return k;
	}
}
