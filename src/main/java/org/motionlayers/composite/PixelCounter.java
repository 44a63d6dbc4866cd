package org.motionlayers.composite;

import java.util.Arrays;

/** Counts the pixels that are seen of every layer: painting a layer takes pixels from those behind it. Only layers are touched, no background. */
final class PixelCounter implements Canvas {

	private final int[] map;
	private final int[] counts;

	/**
	 * @param map one channel, all 0 before and after
	 * @param counts of every layer, all 0
	 */
	PixelCounter(final int[] map, final int[] counts) {
		this.map = map;
		this.counts = counts;
	}

	/** Counts the layers of a stage. */
	void count(final Stage stage) {
		stage.paint(this, this);
		final Canvas clear = new Clear(map);
		stage.paint(clear, clear);
	}

	@Override
	public void background(final int from, final int to) {
		// all 0 as it is
	}

	@Override
	public int paint(final int object, final int[] runs, final int first, final int last, final int base, final int end) {
		int k = first;
		for (; k < last && base + runs[k] < end; k += SpriteSheet.STRIDE) {
			final int from = base + runs[k], to = from + runs[k + 1];
			counts[object] += to - from;
			for (int p = from; p < to; p++) {
				if (map[p] != 0) counts[map[p] - 1]--;
				map[p] = object + 1;
			}
		}
		return k;
	}

	/** Takes the layers away again. */
	private record Clear(int[] map) implements Canvas {

		@Override
		public void background(final int from, final int to) {
			// all 0 as it is
		}

		@Override
		public int paint(final int object, final int[] runs, final int first, final int last, final int base, final int end) {
			int k = first;
			for (; k < last && base + runs[k] < end; k += SpriteSheet.STRIDE) Arrays.fill(map, base + runs[k], base + runs[k] + runs[k + 1], 0);
			return k;
		}
	}
}
