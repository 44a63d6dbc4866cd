package org.motionlayers.dreamer.cue;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.motionlayers.predict.Cues;

/**
 * Instance flow on a grid: what is known of the motion at every pixel of frame 0 (Motion Dreamer, Eq. 3 and 4).
 *
 * @param flow x then y of every pixel, pixels per frame; 0 where unknown
 * @param known part of the pixel's two components that is known, 0 to 1: without it unknown could not be told from still
 */
public record CueField(float[] flow, float[] known) {

	/**
	 * Paints arrows over masks (Motion Dreamer, Eq. 4 with delta = 1).
	 *
	 * @param labels of frame 0
	 * @param cues arrows by label, pixels of the grid per frame
	 */
	public static CueField paint(final int[] labels, final Cues cues) {
		final CueField field = new CueField(new float[2 * labels.length], new float[labels.length]);
		for (int p = 0; p < labels.length; p++) if (labels[p] != 0 && cues.has(labels[p])) field.set(p, cues, labels[p]);
		return field;
	}

	/**
	 * Sets arrows at the pixel of each mask that is nearest to its centroid and nowhere else: sparse flow, for comparison.
	 *
	 * @param labels of frame 0
	 * @param width pixels of a row
	 * @param cues arrows by label, pixels of the grid per frame
	 */
	public static CueField points(final int[] labels, final int width, final Cues cues) {
		final Map<Integer, double[]> sums = new HashMap<>();
		for (int p = 0; p < labels.length; p++) if (labels[p] != 0) {
			final double[] sum = sums.computeIfAbsent(labels[p], l -> new double[] { 0, 0, 0, -1, Double.MAX_VALUE });
			sum[0] += p % width;
			sum[1] += p / width;
			sum[2]++;
		}
		for (int p = 0; p < labels.length; p++) if (labels[p] != 0) {
			final double[] sum = sums.get(labels[p]);
			final double distance = Math.hypot(p % width - sum[0] / sum[2], p / width - sum[1] / sum[2]);
			if (distance >= sum[4]) continue;
			sum[3] = p;
			sum[4] = distance;
		}
		final CueField field = new CueField(new float[2 * labels.length], new float[labels.length]);
		sums.forEach((label, sum) -> {
			if (cues.has(label)) field.set((int) sum[3], cues, label);
		});
		return field;
	}

	private void set(final int pixel, final Cues cues, final int label) {
		flow[pixel] = (float) cues.velocity(label, 0);
		flow[known.length + pixel] = (float) cues.velocity(label, 1);
		known[pixel] = 1;
	}

	/** @return the mean of what is known over the mask of every object of which anything is known */
	public Cues means(final int[] labels) {
		final SortedMap<Integer, double[]> sums = new TreeMap<>();
		for (int p = 0; p < labels.length; p++) if (labels[p] != 0 && known[p] > 0) {
			final double[] sum = sums.computeIfAbsent(labels[p], l -> new double[4]);
			for (int d = 0; d < 2; d++) if (known[p] == 1 || flow[d * labels.length + p] != 0) {
				sum[d] += flow[d * labels.length + p];
				sum[2 + d]++;
			}
		}
		sums.replaceAll((label, sum) -> new double[] { sum[0] / Math.max(1, sum[2]), sum[1] / Math.max(1, sum[3]) });
		return new Cues(sums);
	}
}
