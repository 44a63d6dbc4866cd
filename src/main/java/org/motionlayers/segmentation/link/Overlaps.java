package org.motionlayers.segmentation.link;

import java.util.HashMap;
import java.util.Map;

/** How many pixels every object of one frame shares with every object of another; only pairs that share some, sorted by both. */
final class Overlaps {

	private final int[] first;
	private final int[] second;
	private final int[] pixels;
	private final double[] iou;

	private Overlaps(final Map<Long, int[]> counts, final Regions a, final Regions b) {
		final long[] keys = counts.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
		first = new int[keys.length];
		second = new int[keys.length];
		pixels = new int[keys.length];
		iou = new double[keys.length];
		for (int k = 0; k < keys.length; k++) {
			first[k] = (int) (keys[k] >> Integer.SIZE);
			second[k] = (int) keys[k];
			pixels[k] = counts.get(keys[k])[0];
			iou[k] = pixels[k] / ((double) a.area(first[k]) + b.area(second[k]) - pixels[k]);
		}
	}

	/**
	 * Counts in one pass.
	 *
	 * @param labelsA one frame
	 * @param a its objects
	 * @param labelsB another frame of the same size
	 * @param b its objects
	 * @return the pairs that share pixels
	 */
	static Overlaps of(final int[] labelsA, final Regions a, final int[] labelsB, final Regions b) {
		final Map<Long, int[]> counts = new HashMap<>();
		int lastA = 0, lastB = 0;
		int[] last = null;
		for (int p = 0; p < labelsA.length; p++) {
			final int labelA = labelsA[p], labelB = labelsB[p];
			if (labelA == 0 || labelB == 0) continue;
			if (last == null || labelA != lastA || labelB != lastB) {
				last = counts.computeIfAbsent((long) a.indexOf(labelA) << Integer.SIZE | b.indexOf(labelB), key -> new int[1]);
				lastA = labelA;
				lastB = labelB;
			}
			last[0]++;
		}
		return new Overlaps(counts, a, b);
	}

	/** @return number of pairs */
	int count() {
		return first.length;
	}

	/** @return object of the one frame in pair k */
	int first(final int k) {
		return first[k];
	}

	/** @return object of the other frame in pair k */
	int second(final int k) {
		return second[k];
	}

	/** @return pixels that both cover */
	int pixels(final int k) {
		return pixels[k];
	}

	/** @return intersection over union, 0 to 1 */
	double iou(final int k) {
		return iou[k];
	}
}
