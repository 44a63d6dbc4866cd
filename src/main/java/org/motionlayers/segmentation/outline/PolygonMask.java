package org.motionlayers.segmentation.outline;

import java.util.List;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Shape;

/**
 * A mask given by outlines in one plane. A pixel belongs to a part when its centre lies inside the part's rings by the even-odd rule, so
 * that rings within rings are holes; it belongs to the mask when it belongs to any part. A centre exactly on an edge counts as inside where
 * the part lies right of or below the edge.
 */
public final class PolygonMask implements Mask {

	/** What happens to the pixels that the outline runs through. */
	public enum Edge {
		/** A pixel belongs to the mask when its centre lies inside. */
		PIXEL_CENTRES,
		/** The outline was traced through pixels of the mask: the pixels it runs through belong to the mask too. */
		TRACED_PIXELS
	}

	private final List<List<double[]>> parts;
	private final int plane;
	private final Edge edge;
	private final Box bounds;

	/**
	 * @param parts every part a list of rings, every ring x, y, x, y, ...; closed by itself
	 * @param origin where the coordinates have their 0
	 * @param plane the plane along z
	 * @param edge what happens on the outline
	 * @throws InputException where a coordinate is not finite, a ring has an odd number of them or less than one point
	 */
	public PolygonMask(final List<List<double[]>> parts, final PixelOrigin origin, final int plane, final Edge edge) {
		this.parts = parts.stream().map(part -> part.stream().map(ring -> centred(ring, origin)).toList()).toList();
		this.plane = plane;
		this.edge = edge;
		this.bounds = box();
	}

	/** @return a mask of one ring in one plane, by pixel centres */
	public static PolygonMask of(final double[] ring, final PixelOrigin origin, final int plane) {
		return new PolygonMask(List.of(List.of(ring)), origin, plane, Edge.PIXEL_CENTRES);
	}

	private static double[] centred(final double[] ring, final PixelOrigin origin) {
		if (ring.length % 2 != 0) throw new InputException("has an outline of " + ring.length +
			" numbers; an outline is x and y of every corner, an even number");
		final double[] centred = new double[ring.length];
		for (int i = 0; i < ring.length; i++) {
			if (!(Math.abs(ring[i]) <= Bounds.FARTHEST)) throw new InputException("has the coordinate " + ring[i] +
				" in its outline; coordinates are pixels");
			centred[i] = origin.toCentre(ring[i]);
		}
		return centred;
	}

	private Box box() {
		double minX = Double.POSITIVE_INFINITY, minY = minX, maxX = Double.NEGATIVE_INFINITY, maxY = maxX;
		for (final List<double[]> part : parts) for (final double[] ring : part) for (int i = 0; i < ring.length; i += 2) {
			minX = Math.min(minX, ring[i]);
			maxX = Math.max(maxX, ring[i]);
			minY = Math.min(minY, ring[i + 1]);
			maxY = Math.max(maxY, ring[i + 1]);
		}
		if (minX > maxX) throw new InputException("has an outline without a corner");
		return edge == Edge.TRACED_PIXELS ? Bounds.of(Math.rint(minX), Math.rint(minY), Math.rint(maxX), Math.rint(maxY), plane) : Bounds.of(
			minX, minY, maxX, maxY, plane);
	}

	@Override
	public Box bounds() {
		return bounds;
	}

	@Override
	public void forEachRun(final Shape shape, final RunConsumer consumer) {
		final BitPlane mask = Bounds.clip(bounds, shape);
		if (mask == null) return;
		for (final List<double[]> part : parts) {
			final BitPlane filled = parts.size() == 1 ? mask : mask.emptyCopy();
			for (final double[] ring : part) flipAtEdges(ring, filled, shape);
			filled.fillBetweenFlips();
			if (filled != mask) mask.or(filled);
		}
		if (edge == Edge.TRACED_PIXELS) for (final List<double[]> part : parts) for (final double[] ring : part) trace(ring, mask);
		mask.forEachRun(plane, consumer);
	}

	private void flipAtEdges(final double[] ring, final BitPlane flips, final Shape shape) {
		final int firstRow = Math.max(0, bounds.y()), endRow = Math.min(shape.height(), bounds.y() + bounds.height());
		int previous = ring.length - 2;
		for (int i = 0; i < ring.length; previous = i, i += 2) {
			// From the upper end to the lower, whatever the direction: a shared edge then crosses both its polygons at the same numbers.
			final int upper = ring[i + 1] < ring[previous + 1] ? i : previous, lower = upper == i ? previous : i;
			flipAtEdge(ring[upper], ring[upper + 1], ring[lower], ring[lower + 1], firstRow, endRow, flips);
		}
	}

	/** Flips, in every row whose centre the edge crosses, the first pixel whose centre is not left of the crossing. */
	private static void flipAtEdge(final double x0, final double y0, final double x1, final double y1, final int firstRow, final int endRow,
		final BitPlane flips)
	{
		final int from = (int) Math.max(firstRow, Math.ceil(y0)), to = (int) Math.min(endRow, Math.ceil(y1));
		for (int y = from; y < to; y++) flips.flip((int) Math.ceil(x0 + (y - y0) * (x1 - x0) / (y1 - y0)), y);
	}

	private static void trace(final double[] ring, final BitPlane mask) {
		int previous = ring.length - 2;
		for (int i = 0; i < ring.length; previous = i, i += 2) {
			final double dx = ring[i] - ring[previous], dy = ring[i + 1] - ring[previous + 1];
			final int steps = (int) Math.min(MAX_STEPS, Math.ceil(Math.max(Math.abs(dx), Math.abs(dy))));
			for (int s = 0; s <= steps; s++) {
				final double f = steps == 0 ? 0 : (double) s / steps;
				mask.set((int) Math.rint(ring[previous] + f * dx), (int) Math.rint(ring[previous + 1] + f * dy));
			}
		}
	}

	/** Traced outlines step from pixel to pixel; a longer edge than any image comes from a damaged file. */
	private static final int MAX_STEPS = 1 << 17;
}
