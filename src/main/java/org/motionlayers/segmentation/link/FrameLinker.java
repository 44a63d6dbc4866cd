package org.motionlayers.segmentation.link;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

import org.motionlayers.scene.Shape;

/**
 * Links the objects of two frames. Pairs that clearly cover each other are the same object; the others get the assignment of greatest
 * total likeness, which is made of overlap, distance of the centres and ratio of the sizes. Objects that resemble no other stay alone:
 * they appear or disappear.
 */
final class FrameLinker {

	/** An object can share so much with one other only: such pairs need no assignment. */
	private static final double CERTAIN_OVERLAP = 0.6;
	/** What overlap, nearness and equal size count; together 1. */
	private static final double OVERLAP_WEIGHT = 0.5;
	private static final double NEARNESS_WEIGHT = 0.3;
	private static final double SIZE_WEIGHT = 0.2;
	/** Pairs less alike are not the same object. */
	private static final double MIN_LIKENESS = 0.2;
	/** An object goes no farther from one frame to the next than so many of its radii, ... */
	private static final double REACH_RADII = 2;
	/** ... or than this part of the usual distance to the next object, if that is more, as between sparse small things. */
	private static final double REACH_SPACING = 0.75;
	/** What is so much larger is another object. */
	private static final double MAX_SIZE_RATIO = 4;

	private final Shape shape;

	/** @param shape size of the frames */
	FrameLinker(final Shape shape) {
		this.shape = shape;
	}

	/**
	 * Links two frames.
	 *
	 * @param a objects of the earlier frame
	 * @param b objects of the later frame
	 * @param overlaps of them
	 * @param openA which objects of the earlier frame take part
	 * @param openB which objects of the later frame take part
	 * @return for every object of the later frame its earlier self, or -1
	 */
	int[] link(final Regions a, final Regions b, final Overlaps overlaps, final IntPredicate openA, final IntPredicate openB) {
		final boolean[] freeA = new boolean[a.count()], freeB = new boolean[b.count()];
		for (int i = 0; i < freeA.length; i++) freeA[i] = openA.test(i);
		for (int j = 0; j < freeB.length; j++) freeB[j] = openB.test(j);
		final Map<Integer, Integer> certain = certain(overlaps, freeA, freeB);
		final double open = open(a);
		final Map<Long, Double> candidates = near(a, b, freeA, freeB, open);
		for (int k = 0; k < overlaps.count(); k++)
			if (freeA[overlaps.first(k)] && freeB[overlaps.second(k)]) candidates.put(key(overlaps.first(k), overlaps.second(k)), overlaps.iou(k));
		final Assignment assignment = new Assignment(a.count(), b.count());
		candidates.forEach((pair, iou) -> {
			final int i = (int) (pair >> Integer.SIZE), j = (int) (long) pair;
			assignment.candidate(i, j, likeness(a, i, b, j, iou, reach(a, i, open)) - MIN_LIKENESS);
		});
		final int[] partner = assignment.solve();
		certain.forEach((j, i) -> partner[j] = i);
		return partner;
	}

	/** Links what clearly covers each other, and takes it out of what is free. */
	private static Map<Integer, Integer> certain(final Overlaps overlaps, final boolean[] freeA, final boolean[] freeB) {
		final Map<Integer, Integer> pairs = new HashMap<>();
		for (int k = 0; k < overlaps.count(); k++) {
			final int i = overlaps.first(k), j = overlaps.second(k);
			if (overlaps.iou(k) < CERTAIN_OVERLAP || !freeA[i] || !freeB[j]) continue;
			pairs.put(j, i);
			freeA[i] = freeB[j] = false;
		}
		return pairs;
	}

	/** @return free pairs whose centres are within reach, with an overlap of 0 */
	private Map<Long, Double> near(final Regions a, final Regions b, final boolean[] freeA, final boolean[] freeB, final double open) {
		final Neighbourhood places = new Neighbourhood(b, open);
		final Map<Long, Double> pairs = new HashMap<>();
		for (int i = 0; i < freeA.length; i++) {
			if (!freeA[i]) continue;
			for (final int j : places.near(a.centroid(i, 0), a.centroid(i, 1), a.centroid(i, 2), reach(a, i, open))) if (freeB[j]) pairs.put(key(i,
				j), 0.0);
		}
		return pairs;
	}

	private double open(final Regions a) {
		final double extent = Math.hypot(shape.width(), shape.height());
		return REACH_SPACING * Math.min(extent, Neighbourhood.spacing(a, extent));
	}

	private double reach(final Regions a, final int i, final double open) {
		return Math.max(REACH_RADII * radius(a, i), open);
	}

	private static long key(final int i, final int j) {
		return (long) i << Integer.SIZE | j;
	}

	private static double likeness(final Regions a, final int i, final Regions b, final int j, final double iou, final double reach) {
		final double ratio = Math.min(a.area(i), b.area(j)) / (double) Math.max(a.area(i), b.area(j));
		if (iou == 0 && ratio * MAX_SIZE_RATIO < 1) return 0;
		double squares = 0;
		for (int d = 0; d < 3; d++) {
			final double difference = b.centroid(j, d) - a.centroid(i, d);
			squares += difference * difference;
		}
		final double nearness = Math.max(0, 1 - Math.sqrt(squares) / reach);
		return OVERLAP_WEIGHT * iou + NEARNESS_WEIGHT * nearness + SIZE_WEIGHT * ratio;
	}

	/** @return radius of a disc or ball as large as the object, pixels */
	double radius(final Regions regions, final int object) {
		return shape.dimensions() == 3 ? Math.cbrt(3 * regions.area(object) / (4 * Math.PI)) : Math.sqrt(regions.area(object) / Math.PI);
	}
}
