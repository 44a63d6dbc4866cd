package org.motionlayers.lamd.autoencoder;

import java.util.SplittableRandom;

import org.motionlayers.lamd.clip.ClipSource;
import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.network.train.AdamW;
import org.motionlayers.network.train.LearningRate;
import org.motionlayers.network.train.TrainingSettings;
import org.motionlayers.network.train.WeightAverage;

/** The smallest clips with motion, four frames of 16 x 16: a soft dot on a ramp goes one of four ways. And a network that fits them. */
final class MovingDot implements ClipSource {

	static final AutoencoderOptions TINY = AutoencoderOptions.WARP.withClips(4, 16, 1).withWidths(new int[] { 8, 8, 16 }, new int[] { 8, 8,
		16 }, new int[] { 8, 8, 8 }).withPatches(2, 2);

	private static final double SPEED = 1.5, WIDTH = 2;

	@Override
	public VideoClip draw(final SplittableRandom random) {
		final int way = random.nextInt(4);
		final double dx = way < 2 ? SPEED * (2 * way - 1) : 0, dy = way < 2 ? 0 : SPEED * (2 * way - 5);
		final double x0 = random.nextDouble(6, 10), y0 = random.nextDouble(6, 10);
		final float[][] frames = new float[4][256];
		for (int t = 0; t < 4; t++) for (int p = 0; p < 256; p++) {
			final double x = p % 16 - x0 - t * dx, y = p / 16 - y0 - t * dy;
			frames[t][p] = (float) (.01 * (p % 16) + .8 * Math.exp(-(x * x + y * y) / (2 * WIDTH * WIDTH)));
		}
		return VideoClip.ofFrames(1, 16, 16, frames);
	}

	static TrainingSettings settings(final long steps) {
		return new TrainingSettings(steps, LearningRate.cosine(4e-3, 10, steps, 1e-4), AdamW.DEFAULT, 1, new WeightAverage(.9), 1, 1000);
	}
}
