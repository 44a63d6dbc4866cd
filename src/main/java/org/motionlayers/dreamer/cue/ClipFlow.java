package org.motionlayers.dreamer.cue;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.motionlayers.dreamer.clip.Clip;
import org.motionlayers.predict.Cues;

/** The instance flow of a clip whose motion is known (Motion Dreamer, 3.2). */
public final class ClipFlow {

	private ClipFlow() {}

	/**
	 * The mean velocity of every object: the mean over time of the mean of the flow over the object's mask in that same frame (Motion
	 * Dreamer, Eq. 2, with S_t for S_0 and a mean over pixels). This is what an arrow means.
	 *
	 * @param clip the clip
	 * @return one arrow for every object of frame 0, pixels per frame; 0 for one that is never seen again
	 */
	public static Cues tracked(final Clip clip) {
		final SortedMap<Integer, double[]> sums = new TreeMap<>();
		for (final int label : clip.labels(0)) if (label != 0) sums.putIfAbsent(label, new double[3]);
		for (int t = 1; t <= clip.frames(); t++) means(clip, t).forEach((label, mean) -> {
			final double[] sum = sums.get(label);
			if (sum == null) return;
			sum[0] += mean[0];
			sum[1] += mean[1];
			sum[2]++;
		});
		sums.replaceAll((label, sum) -> new double[] { sum[0] / Math.max(1, sum[2]), sum[1] / Math.max(1, sum[2]) });
		return new Cues(sums);
	}

	/**
	 * The paper's field: F(x, y) = 1/T sum over t = 0 .. T - 1 of M_0(x, y) O_t(x, y), the time mean at every pixel of frame 0's masks, O_t
	 * leading from frame t to t + 1 (Motion Dreamer, Eq. 1 to 3). It is too small for objects that leave their first mask: by 0.28125 for a
	 * square of 16 pixels at 2 pixels per frame over 16 frames.
	 *
	 * @param clip the clip; what is seen at a pixel is taken to move as its object does on the mean
	 * @return x then y of every pixel, pixels per frame; 0 outside masks
	 */
	public static float[] paper(final Clip clip) {
		final int pixels = clip.pixels();
		final float[] field = new float[2 * pixels];
		for (int t = 0; t < clip.frames(); t++) {
			final Map<Integer, double[]> means = means(clip, t + 1);
			for (int p = 0; p < pixels; p++) if (clip.labels(0)[p] != 0) {
				final double[] forward = means.get(clip.labels(t)[p]);
				if (forward == null) continue;
				field[p] += (float) (forward[0] / clip.frames());
				field[pixels + p] += (float) (forward[1] / clip.frames());
			}
		}
		return field;
	}

	/** @return mean flow of every label of frame t, the background's 0 included: x, y and number of pixels */
	private static Map<Integer, double[]> means(final Clip clip, final int t) {
		final Map<Integer, double[]> sums = new HashMap<>();
		final float[] flow = clip.flow(t);
		for (int p = 0; p < clip.pixels(); p++) {
			final double[] sum = sums.computeIfAbsent(clip.labels(t)[p], l -> new double[3]);
			sum[0] += flow[p];
			sum[1] += flow[clip.pixels() + p];
			sum[2]++;
		}
		sums.values().forEach(s -> {
			s[0] /= s[2];
			s[1] /= s[2];
		});
		return sums;
	}
}
