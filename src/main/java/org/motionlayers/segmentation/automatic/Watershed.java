package org.motionlayers.segmentation.automatic;

import java.util.Arrays;

import org.motionlayers.scene.Shape;

/**
 * Splits a mask at its waists: floods the distances from the highest down; two basins that meet stay apart if both rose clearly above the
 * place where they meet, else they become one. Every pixel of the mask gets a basin. Neighbours are those that share a corner.
 */
final class Watershed {

	/** Distances are sorted in steps of this, pixels. */
	private static final float STEP = 1f / 16;

	private final Shape shape;
	private final double depth;
	private final int[] basin;
	private final float[] height;
	private int[] parent = new int[64];
	private float[] peak = new float[64];
	private int basins = 1;

	/**
	 * @param shape size of the frame
	 * @param height distance to the background of every pixel, 0 outside the mask
	 * @param depth part of the lower peak that must rise above the place where two basins meet, 0 to 1
	 */
	Watershed(final Shape shape, final float[] height, final double depth) {
		this.shape = shape;
		this.height = height;
		this.depth = depth;
		this.basin = new int[height.length];
	}

	/** @return labels from 1 in the order of pixels, 0 outside the mask */
	int[] labels() {
		for (final int p : descending()) flood(p);
		final int[] numbers = new int[basins];
		int count = 0;
		for (int p = 0; p < basin.length; p++) {
			if (basin[p] == 0) continue;
			final int root = root(basin[p]);
			if (numbers[root] == 0) numbers[root] = ++count;
			basin[p] = numbers[root];
		}
		return basin;
	}

	private int[] descending() {
		float highest = 0;
		int inside = 0;
		for (final float h : height) {
			highest = Math.max(highest, h);
			if (h > 0) inside++;
		}
		final int levels = (int) (Math.min(highest, 1e6f) / STEP) + 1;
		final int[] next = new int[levels + 1];
		for (final float h : height) if (h > 0) next[level(h, levels) + 1]++;
		for (int k = 1; k <= levels; k++) next[k] += next[k - 1];
		final int[] order = new int[inside];
		for (int p = 0; p < height.length; p++) if (height[p] > 0) order[next[level(height[p], levels)]++] = p;
		return order;
	}

	private static int level(final float h, final int levels) {
		return levels - 1 - (int) Math.min(levels - 1, h / STEP);
	}

	private void flood(final int p) {
		final int x = p % shape.width(), y = p / shape.width() % shape.height(), z = p / shape.planeSize();
		int mine = 0;
		for (int k = Math.max(0, z - 1); k <= Math.min(shape.depth() - 1, z + 1); k++)
			for (int j = Math.max(0, y - 1); j <= Math.min(shape.height() - 1, y + 1); j++)
				for (int i = Math.max(0, x - 1); i <= Math.min(shape.width() - 1, x + 1); i++) {
					final int other = basin[shape.index(i, j, k)];
					if (other != 0) mine = mine == 0 ? root(other) : meet(mine, root(other), height[p]);
				}
		basin[p] = mine == 0 ? found(height[p]) : mine;
	}

	/** @return the basin that the pixel where both meet belongs to: the one of the higher peak */
	private int meet(final int a, final int b, final float level) {
		if (a == b) return a;
		final int high = peak[a] > peak[b] || peak[a] == peak[b] && a < b ? a : b, low = high == a ? b : a;
		if (peak[low] - level < Math.max(1, depth * peak[low])) parent[low] = high;
		return high;
	}

	private int found(final float level) {
		if (basins == parent.length) {
			parent = Arrays.copyOf(parent, 2 * basins);
			peak = Arrays.copyOf(peak, 2 * basins);
		}
		parent[basins] = basins;
		peak[basins] = level;
		return basins++;
	}

	private int root(final int of) {
		int k = of;
		while (parent[k] != k) k = parent[k] = parent[parent[k]];
		return k;
	}
}
