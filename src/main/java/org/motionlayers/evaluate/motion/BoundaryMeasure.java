package org.motionlayers.evaluate.motion;

import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Shape;

/**
 * How well the outlines of two label images agree, label by label: the boundary measure F of DAVIS (Perazzi et al. 2016), the harmonic
 * mean of the share of predicted boundary pixels within a tolerance of the true boundary, and the other way round. A boundary pixel is
 * one of the mask with a neighbour along an axis that is not; the frame's border is no boundary.
 *
 * @param byLabel F of every label of the truth
 */
public record BoundaryMeasure(SortedMap<Integer, Double> byLabel) {

	/** The tolerance of DAVIS, as a share of the frame's diagonal. */
	private static final double TOLERANCE = 0.008;

	/** @return the tolerance of DAVIS for a frame: 0.008 of its diagonal, rounded up, pixels */
	public static double tolerance(final Shape shape) {
		final double z = shape.depth() > 1 ? shape.depth() : 0;
		return Math.ceil(TOLERANCE * Math.sqrt((double) shape.width() * shape.width() + (double) shape.height() * shape.height() + z * z));
	}

	/**
	 * Compares label images.
	 *
	 * @param predicted labels, 0 = background, x fastest
	 * @param truth labels of the same size
	 * @param shape size of both
	 * @param tolerance largest distance at which boundary pixels match, pixels
	 * @return F of every label of the truth: 0 where the prediction lacks it, 1 where neither mask has a boundary
	 */
	public static BoundaryMeasure between(final int[] predicted, final int[] truth, final Shape shape, final double tolerance) {
		if (predicted.length != shape.pixels() || truth.length != shape.pixels()) throw new InputException("Label images of " +
			predicted.length + " and " + truth.length + " pixels do not fit a frame of " + shape.space() + ".");
		final SortedMap<Integer, Double> measures = new TreeMap<>();
		final TreeSet<Integer> labels = new TreeSet<>();
		for (final int label : truth) if (label != 0) labels.add(label);
		for (final int label : labels) {
			final BitSet a = boundary(predicted, label, shape), b = boundary(truth, label, shape);
			measures.put(label, harmonicMean(share(a, b, shape, tolerance), share(b, a, shape, tolerance), a.isEmpty() && b.isEmpty()));
		}
		return new BoundaryMeasure(measures);
	}

	/** @return mean over the labels of the truth; NaN where there is none */
	public double mean() {
		return byLabel.values().stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
	}

	private static double harmonicMean(final double precision, final double recall, final boolean bothEmpty) {
		if (bothEmpty) return 1;
		return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
	}

	private static BitSet boundary(final int[] labels, final int label, final Shape s) {
		final BitSet boundary = new BitSet(labels.length);
		for (int i = 0; i < labels.length; i++) {
			if (labels[i] != label) continue;
			final int x = i % s.width(), y = i / s.width() % s.height(), z = i / s.planeSize();
			final boolean edge = x > 0 && labels[i - 1] != label || x + 1 < s.width() && labels[i + 1] != label || y > 0 && labels[i - s
				.width()] != label || y + 1 < s.height() && labels[i + s.width()] != label || z > 0 && labels[i - s.planeSize()] != label ||
				z + 1 < s.depth() && labels[i + s.planeSize()] != label;
			boundary.set(i, edge);
		}
		return boundary;
	}

	/** The share of the pixels of one set that have a pixel of the other within the tolerance. */
	private static double share(final BitSet of, final BitSet near, final Shape s, final double tolerance) {
		if (of.isEmpty()) return 0;
		int matched = 0;
		for (int i = of.nextSetBit(0); i >= 0; i = of.nextSetBit(i + 1)) if (near.get(i) || isNear(near, i, s, tolerance)) matched++;
		return (double) matched / of.cardinality();
	}

	private static boolean isNear(final BitSet set, final int i, final Shape s, final double tolerance) {
		final int reach = (int) tolerance, x = i % s.width(), y = i / s.width() % s.height(), z = i / s.planeSize();
		for (int dz = -Math.min(reach, z); dz <= Math.min(reach, s.depth() - 1 - z); dz++) for (int dy = -Math.min(reach, y); dy <= Math.min(
			reach, s.height() - 1 - y); dy++)
		{
			final double rest = tolerance * tolerance - dz * dz - dy * dy;
			if (rest < 0) continue;
			final int dx = (int) Math.sqrt(rest);
			final int from = s.index(Math.max(0, x - dx), y + dy, z + dz), to = s.index(Math.min(s.width() - 1, x + dx), y + dy, z + dz);
			final int next = set.nextSetBit(from);
			if (next >= 0 && next <= to) return true;
		}
		return false;
	}
}
