package org.motionlayers.predict.hierarchical;

import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.RunMask;
import org.motionlayers.scene.Shape;

/**
 * Where the centroid of what is seen of an object will be when its body has moved: pixels that the border hides no longer count, and where
 * the object was cut and comes in, more of it appears. What appears continues the outline at the border; how much of it there is, is
 * unknown, so a strip at depth z behind the border is there with probability e / (e + z), e the extent already seen.
 */
final class VisiblePart {

	private static final double HALF = 0.5;

	private final ObjectLayer layer;
	private final int[] size;
	private final int dimensions;

	/**
	 * @param layer the object as it is seen in the reference frame
	 * @param shape of the frame
	 */
	VisiblePart(final ObjectLayer layer, final Shape shape) {
		this.layer = layer;
		this.size = new int[] { shape.width(), shape.height(), shape.depth() };
		this.dimensions = shape.dimensions();
	}

	/** @return first pixel of the bounding box along a dimension */
	private int first(final int d) {
		return d == 0 ? layer.bounds().x() : d == 1 ? layer.bounds().y() : layer.bounds().z();
	}

	/** @return pixels of the bounding box along a dimension */
	private int extent(final int d) {
		return d == 0 ? layer.bounds().width() : d == 1 ? layer.bounds().height() : layer.bounds().depth();
	}

	private boolean isWhole(final double[] body) {
		for (int d = 0; d < dimensions; d++) if (first(d) <= 0 || first(d) + extent(d) >= size[d] || first(d) + body[d] < 0 || first(d) + extent(
			d) + body[d] > size[d]) return false;
		return true;
	}

	/**
	 * Displacement of the centroid of what is seen.
	 *
	 * @param body displacement of the body, pixels
	 * @return displacement of the visible centroid, pixels; that of the body where the border plays no part or nothing would be seen
	 */
	double[] displacement(final double[] body) {
		if (isWhole(body)) return body.clone();
		final double[] sums = new double[4];
		addMask(body, sums);
		for (int d = 0; d < dimensions; d++) {
			if (first(d) <= 0 && body[d] > 0) addEntering(body, d, false, sums);
			if (first(d) + extent(d) >= size[d] && body[d] < 0) addEntering(body, d, true, sums);
		}
		if (sums[3] < HALF) return body.clone();
		final double[] displacement = new double[dimensions];
		for (int d = 0; d < dimensions; d++) displacement[d] = sums[d] / sums[3] - layer.centroid(d);
		return displacement;
	}

	/** Adds a box of pixels centred at whole or broken coordinates, as far as it lies in the frame, with a weight. */
	private void addBox(final double[] low, final double[] high, final double weight, final double[] sums) {
		double volume = weight;
		final double[] middle = new double[3];
		for (int d = 0; d < 3; d++) {
			final double from = Math.max(low[d], -HALF), to = Math.min(high[d], size[d] - HALF);
			if (to <= from) return;
			volume *= to - from;
			middle[d] = (from + to) / 2;
		}
		for (int d = 0; d < 3; d++) sums[d] += volume * middle[d];
		sums[3] += volume;
	}

	private void addMask(final double[] body, final double[] sums) {
		final RunMask mask = layer.mask();
		final double[] low = new double[3], high = new double[3];
		for (int r = 0; r < mask.runs(); r++) {
			corners(r, body, low, high);
			addBox(low, high, 1, sums);
		}
	}

	private void corners(final int r, final double[] body, final double[] low, final double[] high) {
		final RunMask mask = layer.mask();
		low[0] = first(0) + mask.x(r) - HALF;
		low[1] = first(1) + mask.y(r) - HALF;
		low[2] = first(2) + mask.z(r) - HALF;
		high[0] = low[0] + mask.length(r);
		high[1] = low[1] + 1;
		high[2] = low[2] + 1;
		for (int d = 0; d < dimensions; d++) {
			low[d] += body[d];
			high[d] += body[d];
		}
	}

	/** Adds what comes in over the lower or upper border of a dimension: slabs one pixel deep, continuing the outline at the border. */
	private void addEntering(final double[] body, final int d, final boolean upper, final double[] sums) {
		final double depth = Math.abs(body[d]);
		final int slabs = (int) Math.ceil(depth);
		final double[] low = new double[3], high = new double[3];
		for (int r = 0; r < layer.mask().runs(); r++) {
			corners(r, body, low, high);
			final double outer = upper ? size[d] - HALF : -HALF;
			final boolean atBorder = upper ? high[d] - body[d] >= outer : low[d] - body[d] <= outer;
			if (!atBorder) continue;
			for (int slab = 0; slab < slabs; slab++) {
				final double inner = Math.max(0, depth - slab - 1), outerDepth = depth - slab;
				low[d] = upper ? outer - outerDepth : outer + inner;
				high[d] = upper ? outer - inner : outer + outerDepth;
				addBox(low, high, extent(d) / (double) (extent(d) + slab), sums);
			}
		}
	}
}
