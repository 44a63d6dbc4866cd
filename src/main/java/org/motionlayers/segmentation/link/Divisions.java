package org.motionlayers.segmentation.link;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Finds objects that fell in two: one of the daughters was linked to the mother, the other one is new, lies beside it, is about as large,
 * and both together are about as large and about where the mother was.
 */
final class Divisions {

	private static final double MIN_DAUGHTER_RATIO = 0.5;
	private static final double MIN_SUM = 0.5;
	private static final double MAX_SUM = 1.7;
	/** The middle of the daughters may lie so many of the mother's radii from the mother. */
	private static final double MAX_MIDDLE = 1.5;
	private static final double MAX_DISTANCE = 3.5;

	private final FrameLinker linker;

	/** @param linker that made the links */
	Divisions(final FrameLinker linker) {
		this.linker = linker;
	}

	/**
	 * Finds divisions.
	 *
	 * @param before objects before
	 * @param now objects now
	 * @param overlaps of them
	 * @param partner for every object now its earlier self, or -1
	 * @param isNew which objects now have no past
	 * @return mother, daughter linked, daughter new
	 */
	List<int[]> find(final Regions before, final Regions now, final Overlaps overlaps, final int[] partner, final IntPredicate isNew) {
		final int[] heir = new int[before.count()];
		java.util.Arrays.fill(heir, -1);
		for (int j = 0; j < partner.length; j++) if (partner[j] >= 0) heir[partner[j]] = j;
		final List<int[]> found = new ArrayList<>();
		final boolean[] taken = new boolean[before.count()];
		for (int j = 0; j < now.count(); j++) {
			if (!isNew.test(j)) continue;
			int best = -1;
			double bestOffset = MAX_MIDDLE;
			for (int i = 0; i < before.count(); i++) {
				if (heir[i] < 0 || taken[i]) continue;
				final double offset = offset(before, i, now, heir[i], j);
				if (offset < bestOffset) {
					bestOffset = offset;
					best = i;
				}
			}
			if (best < 0) continue;
			taken[best] = true;
			found.add(new int[] { best, heir[best], j });
		}
		return found;
	}

	/** @return how far the middle of the daughters lies from the mother, in the mother's radii; infinite where they are no daughters */
	private double offset(final Regions before, final int mother, final Regions now, final int one, final int two) {
		final double areaOne = now.area(one), areaTwo = now.area(two), sum = (areaOne + areaTwo) / before.area(mother);
		if (Math.min(areaOne, areaTwo) < MIN_DAUGHTER_RATIO * Math.max(areaOne, areaTwo) || sum < MIN_SUM || sum > MAX_SUM)
			return Double.POSITIVE_INFINITY;
		double middle = 0, apart = 0;
		for (int d = 0; d < 3; d++) {
			final double m = (now.centroid(one, d) + now.centroid(two, d)) / 2 - before.centroid(mother, d);
			final double a = now.centroid(one, d) - now.centroid(two, d);
			middle += m * m;
			apart += a * a;
		}
		final double radius = linker.radius(before, mother);
		return Math.sqrt(apart) > MAX_DISTANCE * radius ? Double.POSITIVE_INFINITY : Math.sqrt(middle) / radius;
	}
}
