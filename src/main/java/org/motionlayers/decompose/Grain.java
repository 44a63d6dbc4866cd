package org.motionlayers.decompose;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;

/**
 * The fine structure of a background: every known value less the mean of the known ones around it. Holes get the grain of places nearby,
 * tile by tile, moved as it is and in all channels from the same place, so that its strength, colour and correlation from pixel to pixel
 * are those of the surroundings.
 */
final class Grain {

	/** Half the side of the square over which means are taken, pixels. */
	private static final int RADIUS = 2;

	/** Hidden pixels within a square of this side share a place, so that the grain keeps its correlation. */
	private static final int TILE = 8;

	private static final int PIXELS_PER_UPDATE = 1 << 12;

	/** Places that are looked at for a tile. */
	private static final int TRIES = 60;

	/** Places with grain under the whole tile among which that of middle strength is taken: neither the flattest nor one with a speck. */
	private static final int CANDIDATES = 7;

	/** How far the first place may be from the tile, pixels; and how much farther each next one. */
	private static final int NEAREST = 12;
	private static final int FARTHER = 2;

	/** A place, as a shift against the tile, and the power of its grain. */
	private record Place(int dx, int dy, double power) {

		static final Place NONE = new Place(0, 0, 0);
	}

	private final Shape shape;
	private final float[][] grain;
	private final boolean[] valid;

	/** @param plate what is known of the background */
	Grain(final Plate plate, final Progress progress) {
		shape = plate.shape();
		grain = new float[shape.channels()][shape.pixels()];
		valid = new boolean[shape.pixels()];
		final double[] sums = new double[shape.width() + 1];
		final int[] counts = new int[shape.width() + 1];
		for (int c = 0; c < grain.length; c++) for (int z = 0; z < shape.depth(); z++) {
			progress.update((long) c * shape.depth() + z, (long) grain.length * shape.depth(), "measuring the grain");
			for (int y = 0; y < shape.height(); y++) row(plate.values(c), plate.known(), y, z, sums, counts, grain[c]);
		}
	}

	/** The grain of one row, where all of a pixel's surroundings along x and y are known. */
	private void row(final float[] values, final boolean[] known, final int y, final int z, final double[] sums, final int[] counts,
		final float[] result)
	{
		final int top = Math.max(0, y - RADIUS), bottom = Math.min(shape.height() - 1, y + RADIUS), w = shape.width();
		for (int x = 0; x < w; x++) {
			double sum = 0;
			int count = 0;
			for (int i = shape.index(x, top, z); i <= shape.index(x, bottom, z); i += w) if (known[i]) {
				sum += values[i];
				count++;
			}
			sums[x + 1] = sums[x] + sum;
			counts[x + 1] = counts[x] + count;
		}
		for (int x = 0; x < w; x++) {
			final int i = shape.index(x, y, z), left = Math.max(0, x - RADIUS), right = Math.min(w, x + RADIUS + 1);
			final int n = counts[right] - counts[left];
			valid[i] = n == (right - left) * (bottom - top + 1) && n > 1;
			// the mean holds the value itself: the difference is too small by that share
			if (valid[i]) result[i] = (float) ((values[i] - (sums[right] - sums[left]) / n) * Math.sqrt(n / (n - 1.0)));
		}
	}

	/** Adds grain to the hidden values that are not known; none where there is no place to take it from. */
	void addTo(final Plate plate, final long seed, final Progress progress) {
		final Map<Integer, Place> places = new HashMap<>();
		final int across = (shape.width() + TILE - 1) / TILE, down = (shape.height() + TILE - 1) / TILE;
		int lastTile = -1, n = 0;
		Place place = Place.NONE;
		for (final int i : plate.hidden()) {
			if (n++ % PIXELS_PER_UPDATE == 0) progress.update(n, plate.hidden().length, "adding grain");
			if (plate.known()[i]) continue;
			final int x = i % shape.width(), y = i / shape.width() % shape.height(), z = i / shape.planeSize();
			final int tile = (z * down + y / TILE) * across + x / TILE;
			if (tile != lastTile) place = places.computeIfAbsent(tile, key -> place(x / TILE * TILE, y / TILE * TILE, z, seed + key));
			lastTile = tile;
			final int from = index(x + place.dx, y + place.dy, z);
			if (from >= 0 && valid[from]) for (int c = 0; c < grain.length; c++) plate.values(c)[i] += grain[c][from];
		}
	}

	private int index(final int x, final int y, final int z) {
		return x < 0 || y < 0 || x >= shape.width() || y >= shape.height() ? -1 : shape.index(x, y, z);
	}

	private Place place(final int x, final int y, final int z, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final Place[] found = new Place[CANDIDATES];
		Place most = Place.NONE;
		int whole = 0, best = 0;
		for (int n = 0; n < TRIES && whole < CANDIDATES; n++) {
			final int reach = NEAREST + n * FARTHER;
			final int dx = random.nextInt(-reach, reach + 1), dy = random.nextInt(-reach, reach + 1);
			final int count = count(x + dx, y + dy, z);
			if (count == TILE * TILE) found[whole++] = new Place(dx, dy, power(x + dx, y + dy, z));
			else if (count > best) {
				best = count;
				most = new Place(dx, dy, 0);
			}
		}
		if (whole == 0) return most;
		Arrays.sort(found, 0, whole, (a, b) -> Double.compare(a.power, b.power));
		return found[(whole - 1) / 2];
	}

	private int count(final int x0, final int y0, final int z) {
		int count = 0;
		for (int y = y0; y < y0 + TILE; y++) for (int x = x0; x < x0 + TILE; x++) {
			final int i = index(x, y, z);
			if (i >= 0 && valid[i]) count++;
		}
		return count;
	}

	private double power(final int x0, final int y0, final int z) {
		double power = 0;
		for (final float[] channel : grain) for (int y = y0; y < y0 + TILE; y++) for (int x = x0; x < x0 + TILE; x++) {
			final float g = channel[shape.index(x, y, z)];
			power += g * g;
		}
		return power;
	}
}
