package org.motionlayers.io.track;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.RunMask;
import org.motionlayers.scene.Shape;

/**
 * The outer edge of the largest connected part (4-neighbours) of a 2D mask as a polygon along the edges of its pixels: clockwise on the
 * screen, a vertex at every turn. A pixel at (0, 0) has its corners at -0.5 and 0.5.
 *
 * @param x of the vertices, pixels
 * @param y of the vertices, pixels
 */
record Outline(double[] x, double[] y) {

	/** Steps right, down, left, up along pixel edges, a right turn being the next. */
	private static final int[] DX = { 1, 0, -1, 0 };
	private static final int[] DY = { 0, 1, 0, -1 };

	private static final double CORNER = 0.5;

	/** @return the outline of a layer in the reference frame */
	static Outline of(final ObjectLayer layer) {
		final Box box = layer.bounds();
		final RunMask mask = layer.mask();
		final boolean[] inside = new boolean[box.width() * box.height()];
		for (int r = 0; r < mask.runs(); r++) {
			final int from = mask.y(r) * box.width() + mask.x(r);
			Arrays.fill(inside, from, from + mask.length(r), true);
		}
		return trace(inside, box);
	}

	/** @return the outline of a label within its bounding box */
	static Outline of(final Shape shape, final int[] labels, final int label, final Box box) {
		final boolean[] inside = new boolean[box.width() * box.height()];
		for (int y = 0; y < box.height(); y++) for (int x = 0; x < box.width(); x++) inside[y * box.width() + x] = labels[shape.index(box.x() +
			x, box.y() + y, 0)] == label;
		return trace(inside, box);
	}

	/** @return the same outline with coordinates against a point */
	Outline relativeTo(final double cx, final double cy) {
		return new Outline(Arrays.stream(x).map(v -> v - cx).toArray(), Arrays.stream(y).map(v -> v - cy).toArray());
	}

	/** @return the same outline turned about the origin, radians from x towards y */
	Outline rotated(final double angle) {
		if (angle == 0) return this;
		final double cos = Math.cos(angle), sin = Math.sin(angle);
		final double[] rx = new double[x.length], ry = new double[x.length];
		for (int i = 0; i < x.length; i++) {
			rx[i] = cos * x[i] - sin * y[i];
			ry[i] = sin * x[i] + cos * y[i];
		}
		return new Outline(rx, ry);
	}

	private static Outline trace(final boolean[] inside, final Box box) {
		final int width = box.width();
		final int start = keepLargest(inside, width);
		final int startX = start % width, startY = start / width;
		double[] xs = new double[16], ys = new double[16];
		int n = 0, x = startX, y = startY, heading = 0;
		// the first pixel is the topmost, then leftmost: walking right along its upper edge keeps the mask on the right hand
		do {
			if (n == xs.length) {
				xs = Arrays.copyOf(xs, 2 * n);
				ys = Arrays.copyOf(ys, 2 * n);
			}
			xs[n] = box.x() + x - CORNER;
			ys[n++] = box.y() + y - CORNER;
			do {
				x += DX[heading];
				y += DY[heading];
			}
			while (ahead(inside, width, x, y, heading, true) && !ahead(inside, width, x, y, heading, false));
			heading = ahead(inside, width, x, y, heading, true) ? (heading + 3) % 4 : (heading + 1) % 4;
		}
		while (x != startX || y != startY);
		return new Outline(Arrays.copyOf(xs, n), Arrays.copyOf(ys, n));
	}

	/** @return whether the pixel right (or left) ahead of a corner, seen along a heading, is inside */
	private static boolean ahead(final boolean[] inside, final int width, final int x, final int y, final int heading,
		final boolean right)
	{
		// the four pixels about a corner: (x - 1, y - 1), (x, y - 1), (x - 1, y), (x, y)
		final int side = right ? (heading + 1) % 4 : (heading + 3) % 4;
		final int px = x + Math.min(0, DX[heading] + DX[side]);
		final int py = y + Math.min(0, DY[heading] + DY[side]);
		return px >= 0 && py >= 0 && px < width && py < inside.length / width && inside[py * width + px];
	}

	/** Clears all but the largest connected part; @return the first pixel of it */
	private static int keepLargest(final boolean[] inside, final int width) {
		final int[] part = new int[inside.length];
		int parts = 0, largest = 0, size = 0;
		for (int i = 0; i < inside.length; i++) if (inside[i] && part[i] == 0) {
			final int count = fill(inside, part, width, i, ++parts);
			if (count > size) {
				largest = parts;
				size = count;
			}
		}
		int first = -1;
		for (int i = inside.length - 1; i >= 0; i--) {
			inside[i] = part[i] == largest && largest > 0;
			if (inside[i]) first = i;
		}
		return first;
	}

	private static int fill(final boolean[] inside, final int[] part, final int width, final int start, final int number) {
		final Deque<Integer> open = new ArrayDeque<>();
		open.push(start);
		part[start] = number;
		int count = 0;
		while (!open.isEmpty()) {
			final int i = open.pop(), x = i % width, y = i / width;
			count++;
			for (int d = 0; d < 4; d++) {
				final int nx = x + DX[d], ny = y + DY[d], n = ny * width + nx;
				if (nx < 0 || ny < 0 || nx >= width || ny >= inside.length / width || !inside[n] || part[n] != 0) continue;
				part[n] = number;
				open.push(n);
			}
		}
		return count;
	}
}
