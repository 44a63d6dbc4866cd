package org.motionlayers.evaluate.motion;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.motionlayers.scene.InputException;

/**
 * How well the masks of two label images overlap, label by label: intersection over union (the region measure J of DAVIS).
 *
 * @param byLabel intersection over union of every label of the truth
 */
public record MaskOverlap(SortedMap<Integer, Double> byLabel) {

	/**
	 * Compares label images.
	 *
	 * @param predicted labels, 0 = background
	 * @param truth labels of the same size
	 * @return overlap of every label of the truth, 0 where the prediction lacks it
	 */
	public static MaskOverlap between(final int[] predicted, final int[] truth) {
		if (predicted.length != truth.length) throw new InputException("Label images of " + predicted.length + " and " + truth.length +
			" pixels cannot be compared.");
		final Map<Integer, int[]> counts = new HashMap<>();
		for (int i = 0; i < truth.length; i++) {
			if (truth[i] != 0) counts.computeIfAbsent(truth[i], l -> new int[3])[0]++;
			if (predicted[i] != 0) counts.computeIfAbsent(predicted[i], l -> new int[3])[1]++;
			if (truth[i] != 0 && truth[i] == predicted[i]) counts.get(truth[i])[2]++;
		}
		final SortedMap<Integer, Double> overlap = new TreeMap<>();
		counts.forEach((label, n) -> {
			if (n[0] > 0) overlap.put(label, (double) n[2] / (n[0] + n[1] - n[2]));
		});
		return new MaskOverlap(overlap);
	}

	/** @return mean over the labels of the truth; NaN where there is none */
	public double mean() {
		return byLabel.values().stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
	}
}
