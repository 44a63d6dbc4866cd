package org.motionlayers.segmentation.link;

import java.util.List;
import java.util.function.IntFunction;

import org.motionlayers.scene.Progress;

/**
 * Whether the numbers of a label image are identities already: whether objects that clearly overlap from frame to frame carry equal
 * numbers. Numbers that are given afresh in every frame change places as soon as one object appears or disappears.
 */
public final class Persistence {

	/** Objects that overlap so much, each the other's best, are the same. */
	private static final double CLEAR_OVERLAP = 0.25;
	/** So many of them must carry equal numbers, ... */
	private static final double MIN_EQUAL = 0.9;
	/** ... and so few may have changed places. */
	private static final double MAX_SWAPPED = 0.05;
	/** From one frame to the next, more than half and at least so many changing places is numbering afresh. */
	private static final int MIN_SHUFFLED = 3;
	/** Where nothing overlaps: equal numbers must be so much nearer than different ones. */
	private static final double MAX_DISTANCE_RATIO = 0.5;

	private int equal;
	private int swapped;
	private int renamed;
	private boolean shuffled;
	private double equalDistance;
	private double otherDistance;
	private long equalPairs;
	private long otherPairs;

	private Persistence() {}

	/**
	 * Tests the labels.
	 *
	 * @param frames objects of every frame
	 * @param labels label image of a frame
	 * @param progress is told and asked
	 * @return whether a number means the same object in every frame; always so for a single frame
	 */
	public static boolean holds(final List<Regions> frames, final IntFunction<int[]> labels, final Progress progress) {
		final Persistence counts = new Persistence();
		for (int t = 1; t < frames.size(); t++) {
			progress.update(t, frames.size(), "comparing labels over time");
			final Regions before = frames.get(t - 1), now = frames.get(t);
			counts.add(before, now, Overlaps.of(labels.apply(t - 1), before, labels.apply(t), now));
		}
		return frames.size() == 1 || counts.decide();
	}

	private void add(final Regions before, final Regions now, final Overlaps overlaps) {
		final int equalBefore = equal, swappedBefore = swapped;
		final double[] bestFirst = new double[before.count()], bestSecond = new double[now.count()];
		for (int k = 0; k < overlaps.count(); k++) {
			bestFirst[overlaps.first(k)] = Math.max(bestFirst[overlaps.first(k)], overlaps.iou(k));
			bestSecond[overlaps.second(k)] = Math.max(bestSecond[overlaps.second(k)], overlaps.iou(k));
		}
		for (int k = 0; k < overlaps.count(); k++) {
			final double iou = overlaps.iou(k);
			if (iou < CLEAR_OVERLAP || iou < bestFirst[overlaps.first(k)] || iou < bestSecond[overlaps.second(k)]) continue;
			final int a = before.label(overlaps.first(k)), b = now.label(overlaps.second(k));
			if (a == b) equal++;
			else if (now.indexOf(a) >= 0 || before.indexOf(b) >= 0) swapped++;
			else renamed++;
		}
		final int nowSwapped = swapped - swappedBefore, nowEqual = equal - equalBefore;
		shuffled |= nowSwapped >= MIN_SHUFFLED && nowSwapped > nowEqual;
		addDistances(before, now);
	}

	private void addDistances(final Regions before, final Regions now) {
		// The neighbours in the order of labels stand for all others.
		for (int i = 0; i < before.count(); i++) {
			final int same = now.indexOf(before.label(i));
			if (same < 0) continue;
			equalDistance += distance(before, i, now, same);
			equalPairs++;
			if (now.count() == 1) continue;
			otherDistance += distance(before, i, now, (same + 1) % now.count());
			otherPairs++;
		}
	}

	private static double distance(final Regions a, final int i, final Regions b, final int j) {
		double squares = 0;
		for (int d = 0; d < 3; d++) squares += (a.centroid(i, d) - b.centroid(j, d)) * (a.centroid(i, d) - b.centroid(j, d));
		return Math.sqrt(squares);
	}

	private boolean decide() {
		final int links = equal + swapped + renamed;
		if (links > 0) return !shuffled && equal >= MIN_EQUAL * links && swapped <= MAX_SWAPPED * links;
		if (equalPairs == 0) return false;
		return otherPairs == 0 || equalDistance / equalPairs < MAX_DISTANCE_RATIO * otherDistance / otherPairs;
	}
}
