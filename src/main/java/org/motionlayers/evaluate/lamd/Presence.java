package org.motionlayers.evaluate.lamd;

import java.util.Arrays;

import org.motionlayers.lamd.clip.VideoClip;

/**
 * How much of one object each pixel shows, by its colour: 1 where it is the object's, 0 where it is as far from it as the ground is or farther;
 * linear between, so that a pixel half of which is covered shows a half.
 */
final class Presence {

	private final double[] colour;
	private final double contrast;

	/**
	 * @param clip a clip whose first frame tells the colours
	 * @param labels of the first frame
	 * @param label of the object
	 */
	Presence(final VideoClip clip, final int[] labels, final int label) {
		this.colour = median(clip, labels, label);
		final double[] ground = median(clip, labels, 0);
		double sum = 0;
		for (int c = 0; c < colour.length; c++) sum += Math.pow(colour[c] - ground[c], 2);
		this.contrast = Math.max(1e-3, Math.sqrt(sum));
	}

	private static double[] median(final VideoClip clip, final int[] labels, final int label) {
		final double[] colour = new double[clip.channels()];
		for (int c = 0; c < colour.length; c++) {
			final double[] values = new double[labels.length];
			int n = 0;
			for (int p = 0; p < labels.length; p++) if (labels[p] == label) values[n++] = clip.value(c, 0, p / clip.width(), p % clip.width());
			Arrays.sort(values, 0, n);
			colour[c] = n == 0 ? 0 : values[n / 2];
		}
		return colour;
	}

	/** @return 0 to 1 for every pixel of frame t */
	float[] map(final VideoClip clip, final int t) {
		final float[] map = new float[clip.width() * clip.height()];
		for (int p = 0; p < map.length; p++) {
			double sum = 0;
			for (int c = 0; c < colour.length; c++) {
				final double difference = clip.value(c, t, p / clip.width(), p % clip.width()) - colour[c];
				sum += difference * difference;
			}
			map[p] = (float) Math.max(0, 1 - Math.sqrt(sum) / contrast);
		}
		return map;
	}

	/** @return whether another object's colour is too near to tell the two apart */
	boolean resembles(final Presence other) {
		double sum = 0;
		for (int c = 0; c < colour.length; c++) sum += Math.pow(colour[c] - other.colour[c], 2);
		return Math.sqrt(sum) < .5 * contrast;
	}
}
