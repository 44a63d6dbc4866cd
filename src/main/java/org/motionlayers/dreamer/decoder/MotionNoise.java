package org.motionlayers.dreamer.decoder;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

import org.motionlayers.scene.DenseMotion;

/**
 * Makes true motion as unsure as a predicted one, so that what the decoder was trained on and what it is given do not differ (exposure
 * mismatch): flow drifts object by object, masks shake by a pixel from frame to frame and lose pixels, and everything gets noise. The
 * level, from 0 to {@link #HIGHEST}, is told to the network.
 *
 * @param level standard deviation of the noise of the planes, whose range is [-1, 1]
 */
record MotionNoise(double level) {

	/** The highest level trained on. */
	static final double HIGHEST = .2;

	/** Part of the clips that keep their true motion. */
	private static final double UNTOUCHED = .5;

	/** At the highest level: drift of an object's flow in pixels per frame, and how probably its mask is shifted and a pixel lost. */
	private static final double DRIFT = .25, SHAKEN = .5, LOST = .05;

	/** True motion. */
	static final MotionNoise NONE = new MotionNoise(0);

	/** What a motion counts as that a stage I predicted. */
	static final MotionNoise PREDICTED = new MotionNoise(.1);

	/** Checks the level. */
	MotionNoise {
		if (!(level >= 0 && level <= HIGHEST)) throw new IllegalArgumentException("A motion is unsure by 0 to " + HIGHEST + ", not by " + level +
			".");
	}

	/** @return no noise for half of the clips, any level for the others */
	static MotionNoise random(final SplittableRandom random) {
		return random.nextDouble() < UNTOUCHED ? NONE : new MotionNoise(random.nextDouble(HIGHEST));
	}

	/** @return the motion as it might be predicted; itself at level 0 */
	DenseMotion apply(final DenseMotion motion, final SplittableRandom random) {
		if (level == 0) return motion;
		final double part = level / HIGHEST;
		final Map<Integer, double[]> drifts = new HashMap<>();
		final float[][] flow = new float[motion.frames()][], depth = new float[motion.frames()][];
		final int[][] labels = new int[motion.frames()][];
		for (int t = 1; t <= motion.frames(); t++) {
			flow[t - 1] = motion.flow(t).clone();
			labels[t - 1] = motion.labels(t).clone();
			depth[t - 1] = motion.depth(t).clone();
			for (int p = 0; p < motion.pixels(); p++) {
				final double[] drift = drifts.computeIfAbsent(motion.labels(t)[p], label -> label == 0 ? new double[2] : new double[] { part *
					DRIFT * random.nextGaussian(), part * DRIFT * random.nextGaussian() });
				for (int d = 0; d < 2; d++) flow[t - 1][d * motion.pixels() + p] += drift[d];
			}
			shake(motion, t, part, random, labels[t - 1], depth[t - 1]);
		}
		return new DenseMotion(motion.width(), motion.height(), flow, labels, depth);
	}

	/** Draws masks again: some shifted by a pixel in this frame, some of their pixels lost to the background. */
	private static void shake(final DenseMotion motion, final int t, final double part, final SplittableRandom random, final int[] labels,
		final float[] depth)
	{
		final Map<Integer, int[]> shifts = new HashMap<>();
		Arrays.fill(labels, 0);
		Arrays.fill(depth, Float.POSITIVE_INFINITY);
		for (int p = 0; p < labels.length; p++) {
			final int label = motion.labels(t)[p];
			if (label == 0) continue;
			final int[] shift = shifts.computeIfAbsent(label, l -> random.nextDouble() < part * SHAKEN ? new int[] { random.nextInt(3) - 1,
				random.nextInt(3) - 1 } : new int[2]);
			final int x = p % motion.width() + shift[0], y = p / motion.width() + shift[1];
			if (random.nextDouble() < part * LOST || x < 0 || y < 0 || x >= motion.width() || y >= motion.height()) continue;
			labels[y * motion.width() + x] = label;
			depth[y * motion.width() + x] = motion.depth(t)[p];
		}
	}

	/** Adds noise to planes that lie in [-1, 1]; none where random is null. */
	void apply(final float[] planes, final SplittableRandom random) {
		if (level == 0 || random == null) return;
		for (int i = 0; i < planes.length; i++) planes[i] += (float) (level * random.nextGaussian());
	}
}
