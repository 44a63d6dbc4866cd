package org.motionlayers.decompose;

import java.util.SplittableRandom;

import org.motionlayers.scene.Shape;

/**
 * The fine structure of a background: every known value less the mean of the known ones around it. Holes get the grain of a place nearby,
 * moved as it is, so that its strength and its correlation from pixel to pixel are those of the surroundings.
 */
final class Grain {

	/** Half the side of the square over which means are taken, pixels. */
	private static final int RADIUS = 2;

	/** Places tried before a hidden pixel gets no grain. */
	private static final int TRIES = 40;

	private static final int NEAREST = 6;

	/** Hidden pixels within a square of this side share a place, so that the grain keeps its correlation. */
	private static final int TILE = 8;

	private final float[] grain;
	private final boolean[] known;
	private final Shape shape;

	private Grain(final float[] grain, final boolean[] known, final Shape shape) {
		this.grain = grain;
		this.known = known;
		this.shape = shape;
	}

	/** @return the grain of a channel where all of a pixel's surroundings along x and y are known */
	static Grain of(final float[] values, final boolean[] known, final Shape shape) {
		final float[] grain = new float[values.length];
		final boolean[] valid = new boolean[values.length];
		final double[] sums = new double[shape.width() + 1];
		final int[] counts = new int[shape.width() + 1];
		for (int z = 0; z < shape.depth(); z++) for (int y = 0; y < shape.height(); y++)
			row(values, known, shape, y, z, sums, counts, grain, valid);
		return new Grain(grain, valid, shape);
	}

	private static void row(final float[] values, final boolean[] known, final Shape shape, final int y, final int z, final double[] sums,
		final int[] counts, final float[] grain, final boolean[] valid)
	{
		final int top = Math.max(0, y - RADIUS), bottom = Math.min(shape.height() - 1, y + RADIUS), w = shape.width();
		for (int x = 0; x < w; x++) {
			double sum = 0;
			int count = 0;
			for (int k = top; k <= bottom; k++) {
				final int i = shape.index(x, k, z);
				if (known[i]) {
					sum += values[i];
					count++;
				}
			}
			sums[x + 1] = sums[x] + sum;
			counts[x + 1] = counts[x] + count;
		}
		for (int x = 0; x < w; x++) {
			final int i = shape.index(x, y, z), left = Math.max(0, x - RADIUS), right = Math.min(w, x + RADIUS + 1);
			final int n = counts[right] - counts[left];
			valid[i] = known[i] && n == (right - left) * (bottom - top + 1) && n > 1;
			// the mean holds the value itself: the difference is too small by that share
			if (valid[i]) grain[i] = (float) ((values[i] - (sums[right] - sums[left]) / n) * Math.sqrt(n / (n - 1.0)));
		}
	}

	/** Adds grain to the values of these pixels. */
	void addTo(final float[] values, final int[] pixels, final long seed) {
		int tile = -1, dx = 0, dy = 0;
		final int tiles = (shape.width() + TILE - 1) / TILE;
		final java.util.Map<Integer, Integer> shifts = new java.util.HashMap<>();
		for (final int i : pixels) {
			if (known[i]) continue;
			final int x = i % shape.width(), y = i / shape.width() % shape.height(), z = i / shape.planeSize();
			final int here = (z * ((shape.height() + TILE - 1) / TILE) + y / TILE) * tiles + x / TILE;
			if (here != tile) {
				tile = here;
				final int shift = shifts.computeIfAbsent(here, key -> place(x / TILE * TILE, y / TILE * TILE, z, seed ^ key * 0x9E3779B97F4A7C15L));
				dx = (short) (shift & 0xffff);
				dy = shift >> 16;
			}
			final int from = index(x + dx, y + dy, z);
			if (from >= 0 && known[from]) values[i] += grain[from];
		}
	}

	private int index(final int x, final int y, final int z) {
		return x < 0 || y < 0 || x >= shape.width() || y >= shape.height() ? -1 : shape.index(x, y, z);
	}

	/** Finds a place near a tile whose grain is known for most of it: the first that is whole, else the best; dy and dx in one int. */
	private int place(final int x0, final int y0, final int z, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		int best = -1, bestShift = 0;
		for (int n = 0; n < TRIES && best < TILE * TILE; n++) {
			final int reach = NEAREST + TILE + n * 2;
			final int dx = random.nextInt(-reach, reach + 1), dy = random.nextInt(-reach, reach + 1);
			int count = 0;
			for (int y = 0; y < TILE; y++) for (int x = 0; x < TILE; x++) {
				final int i = index(x0 + x + dx, y0 + y + dy, z);
				if (i >= 0 && known[i]) count++;
			}
			if (count > best) {
				best = count;
				bestShift = dy << 16 | dx & 0xffff;
			}
		}
		return bestShift;
	}
}
