package org.motionlayers.segmentation.link;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

import org.motionlayers.scene.Shape;

/**
 * Links the objects of two frames: the assignment of greatest total likeness, where likeness is made of overlap, distance of the centres
 * and ratio of the sizes. Objects that resemble no other stay alone: they appear or disappear.
 */
final class FrameLinker {

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
	 * @param shift by which every object of the earlier frame is expected to move: 3 values an object, pixels
	 * @param openA which objects of the earlier frame take part
	 * @param openB which objects of the later frame take part
	 * @return for every object of the later frame its earlier self, or -1
	 */
	int[] link(final Regions a, final Regions b, final Overlaps overlaps, final double[] shift, final IntPredicate openA,
		final IntPredicate openB)
	{
		final Map<Long, Double> ious = new HashMap<>();
		for (int k = 0; k < overlaps.count(); k++) ious.put(key(overlaps.first(k), overlaps.second(k)), overlaps.iou(k));
		final double extent = Math.sqrt((double) shape.width() * shape.width() + (double) shape.height() * shape.height());
		final double open = REACH_SPACING * Math.min(extent, Math.max(0, Neighbourhood.spacing(a, extent)));
		final Neighbourhood places = new Neighbourhood(b, open);
		final Assignment assignment = new Assignment(a.count(), b.count());
		for (int i = 0; i < a.count(); i++) {
			if (!openA.test(i)) continue;
			final double reach = Math.max(REACH_RADII * radius(a, i), open);
			for (final int j : places.near(a.centroid(i, 0) + shift[3 * i], a.centroid(i, 1) + shift[3 * i + 1], a.centroid(i, 2) + shift[3 * i + 2],
				reach)) if (openB.test(j)) ious.putIfAbsent(key(i, j), 0.0);
		}
		ious.forEach((pair, iou) -> {
			final int i = (int) (pair >> Integer.SIZE), j = (int) (long) pair;
			if (openA.test(i) && openB.test(j)) assignment.candidate(i, j, likeness(a, i, b, j, iou, shift, Math.max(REACH_RADII * radius(a, i),
				open)) - MIN_LIKENESS);
		});
		return assignment.solve();
	}

	private static long key(final int i, final int j) {
		return (long) i << Integer.SIZE | j;
	}

	private double likeness(final Regions a, final int i, final Regions b, final int j, final double iou, final double[] shift,
		final double reach)
	{
		final double ratio = Math.min(a.area(i), b.area(j)) / (double) Math.max(a.area(i), b.area(j));
		if (iou == 0 && ratio * MAX_SIZE_RATIO < 1) return 0;
		double squares = 0;
		for (int d = 0; d < 3; d++) {
			final double difference = b.centroid(j, d) - a.centroid(i, d) - shift[3 * i + d];
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
