package org.motionlayers.decompose;

import java.util.Arrays;

import org.motionlayers.scene.Shape;

/**
 * One level of a multigrid solver for Laplace's equation over the unknown pixels of a frame: known pixels around them are fixed at 0, and
 * beyond the border of the frame every pixel has itself for a neighbour. Unknown pixels are numbered, those of even x + y + z before those
 * of odd, so that neither half has neighbours in itself: one sweep over a half needs no order. Vectors have one element more than there are
 * unknowns; it stays 0 and stands for every known neighbour.
 */
final class HoleGrid {

	/** Unknowns below which sweeps alone solve a level. */
	private static final int SMALL = 24;

	private final int width;
	private final int height;
	private final int depth;
	/** Neighbours along x, and y, and z where there is depth: 4 or 6. */
	private final int sides;
	private final int[] pixels;
	private final int evens;
	private final int[] neighbours;
	private final HoleGrid half;
	/** For every unknown: its number at half the size, and there its neighbours on the side where it lies, or the last element. */
	private final int[] parents;

	/**
	 * @param shape of the frame
	 * @param known which pixels are known
	 */
	HoleGrid(final Shape shape, final boolean[] known) {
		this(shape.width(), shape.height(), shape.depth(), known, shape.dimensions());
	}

	private HoleGrid(final int width, final int height, final int depth, final boolean[] known, final int dimensions) {
		this.width = width;
		this.height = height;
		this.depth = depth;
		this.sides = 2 * dimensions;
		final int[] numbers = new int[known.length];
		int count = 0;
		for (final boolean k : known) if (!k) count++;
		pixels = new int[count];
		evens = number(known, numbers, 0, 0);
		number(known, numbers, 1, evens);
		neighbours = new int[count * sides];
		connect(known, numbers);
		half = count > SMALL ? halve(known, dimensions) : null;
		parents = half == null ? new int[0] : parents(dimensions);
	}

	private int number(final boolean[] known, final int[] numbers, final int parity, final int first) {
		int n = first;
		for (int p = 0, z = 0; z < depth; z++) for (int y = 0; y < height; y++) for (int x = 0; x < width; x++, p++) {
			if (known[p] || (x + y + z & 1) != parity) continue;
			numbers[p] = n;
			pixels[n++] = p;
		}
		return n;
	}

	private void connect(final boolean[] known, final int[] numbers) {
		for (int p = 0; p < known.length; p++) if (known[p]) numbers[p] = size();
		final int plane = width * height;
		for (int p = 0, z = 0; z < depth; z++) for (int y = 0; y < height; y++) for (int x = 0; x < width; x++, p++) {
			if (known[p]) continue;
			final int i = numbers[p], n = i * sides;
			neighbours[n] = x > 0 ? numbers[p - 1] : i;
			neighbours[n + 1] = x < width - 1 ? numbers[p + 1] : i;
			neighbours[n + 2] = y > 0 ? numbers[p - width] : i;
			neighbours[n + 3] = y < height - 1 ? numbers[p + width] : i;
			if (sides == 4) continue;
			neighbours[n + 4] = z > 0 ? numbers[p - plane] : i;
			neighbours[n + 5] = z < depth - 1 ? numbers[p + plane] : i;
		}
	}

	/** @return the known pixel on a side of an unknown, sides going -x, +x, -y, +y, -z, +z; -1 where there is none */
	int knownBeside(final int unknown, final int side) {
		if (neighbours[unknown * sides + side] != size()) return -1;
		final int step = side < 2 ? 1 : side < 4 ? width : width * height;
		return pixels[unknown] + (side % 2 == 0 ? -step : step);
	}

	/** The grid of half the size; a pixel there is unknown where all that it covers is. */
	private HoleGrid halve(final boolean[] known, final int dimensions) {
		final int w = (width + 1) / 2, h = (height + 1) / 2, d = (depth + 1) / 2;
		final boolean[] halfKnown = new boolean[w * h * d];
		for (int p = 0, z = 0; z < depth; z++) for (int y = 0; y < height; y++) for (int x = 0; x < width; x++, p++)
			if (known[p]) halfKnown[(z / 2 * h + y / 2) * w + x / 2] = true;
		final HoleGrid grid = new HoleGrid(w, h, d, halfKnown, dimensions);
		return grid.size() == 0 ? null : grid;
	}

	private int[] parents(final int dimensions) {
		final int[] halfNumbers = new int[half.width * half.height * half.depth];
		Arrays.fill(halfNumbers, half.size());
		for (int i = 0; i < half.size(); i++) halfNumbers[half.pixels[i]] = i;
		final int[] result = new int[size() * (dimensions + 1)];
		for (int i = 0; i < size(); i++) {
			final int x = pixels[i] % width, row = pixels[i] / width, y = row % height, z = row / height, n = i * (dimensions + 1);
			result[n] = halfNumbers[half.index(x / 2, y / 2, z / 2)];
			result[n + 1] = halfNumbers[half.index(beside(x, half.width), y / 2, z / 2)];
			result[n + 2] = halfNumbers[half.index(x / 2, beside(y, half.height), z / 2)];
			if (dimensions == 3) result[n + 3] = halfNumbers[half.index(x / 2, y / 2, beside(z, half.depth))];
		}
		return result;
	}

	private int index(final int x, final int y, final int z) {
		return (z * height + y) * width + x;
	}

	/** The pixel of half the size beside that which covers a coordinate, on the side where it lies; that itself at the border. */
	private static int beside(final int coordinate, final int halfSize) {
		return Math.max(0, Math.min(halfSize - 1, coordinate / 2 + (coordinate % 2 == 0 ? -1 : 1)));
	}

	/** @return number of unknowns */
	int size() {
		return pixels.length;
	}

	/** @return neighbours that a pixel has: 4 or 6 */
	int sides() {
		return sides;
	}

	/** @return the pixel of an unknown */
	int pixel(final int unknown) {
		return pixels[unknown];
	}

	/** @return the grid of half the size, or null where there is none */
	HoleGrid half() {
		return half;
	}

	/** @return a new vector */
	float[] vector() {
		return new float[size() + 1];
	}

	/** One sweep of Gauss and Seidel: even unknowns, then odd ones; or backwards, so that both together are symmetric. */
	void sweep(final float[] x, final float[] b, final boolean backwards) {
		relax(x, b, backwards ? evens : 0, backwards ? size() : evens);
		relax(x, b, backwards ? 0 : evens, backwards ? evens : size());
	}

	private void relax(final float[] x, final float[] b, final int from, final int to) {
		final float share = 1f / sides;
		for (int i = from; i < to; i++) x[i] = (b[i] + around(x, i)) * share;
	}

	private float around(final float[] x, final int i) {
		final int n = i * sides;
		final float plane = x[neighbours[n]] + x[neighbours[n + 1]] + x[neighbours[n + 2]] + x[neighbours[n + 3]];
		return sides == 4 ? plane : plane + x[neighbours[n + 4]] + x[neighbours[n + 5]];
	}

	/** r = b - A x, where A x is the number of neighbours times a value less their sum. */
	void residual(final float[] x, final float[] b, final float[] r) {
		for (int i = 0; i < size(); i++) r[i] = b[i] - sides * x[i] + around(x, i);
	}

	/** q = A p. */
	void apply(final float[] p, final float[] q) {
		for (int i = 0; i < size(); i++) q[i] = sides * p[i] - around(p, i);
	}

	/** Takes a residual to half the size: pixels are twice as wide there, which the square of the step accounts for. */
	void restrict(final float[] r, final float[] halfR) {
		Arrays.fill(halfR, 0);
		final int stride = sides / 2 + 1;
		for (int i = 0; i < size(); i++) halfR[parents[i * stride]] += r[i];
		final int covered = (width > 1 ? 2 : 1) * (height > 1 ? 2 : 1) * (depth > 1 ? 2 : 1);
		final float scale = 4f / covered;
		for (int i = 0; i < half.size(); i++) halfR[i] *= scale;
		halfR[half.size()] = 0;
	}

	/** Adds the correction found at half the size, interpolated linearly between its pixels' centres. */
	void prolong(final float[] halfX, final float[] x) {
		final int axes = sides / 2, stride = axes + 1;
		final float own = 1 - axes / 4f;
		for (int i = 0; i < size(); i++) {
			final int n = i * stride;
			final float beside = halfX[parents[n + 1]] + halfX[parents[n + 2]] + (axes == 3 ? halfX[parents[n + 3]] : 0);
			x[i] += own * halfX[parents[n]] + beside / 4;
		}
	}
}
