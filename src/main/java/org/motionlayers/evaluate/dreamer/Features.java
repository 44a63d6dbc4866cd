package org.motionlayers.evaluate.dreamer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.motionlayers.evaluate.comparison.Clips;
import org.motionlayers.evaluate.distribution.FeatureExtractor;
import org.motionlayers.evaluate.distribution.RandomConvolutionExtractor;
import org.motionlayers.evaluate.motion.MotionHistograms;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;

/** What the two Frechet distances look at. */
final class Features {

	/** Points of one cell of the histograms, which all move as the object. */
	private static final int POINTS = 25;

	/** The random network is the same in all experiments, so that distances of two of them compare. */
	private static final long NETWORK_SEED = 0;

	private Features() {}

	/**
	 * Histograms of velocity and acceleration of every object (FVMD), from its true or predicted track, frames 1 to the last.
	 *
	 * @param trial where objects start
	 * @param motion of its objects
	 */
	static Moments tracks(final Trial trial, final Motion motion) {
		final double[][] histograms = new double[motion.objects()][];
		for (int i = 0; i < histograms.length; i++) {
			final double[][][] points = new double[motion.frames()][POINTS][];
			for (int t = 1; t <= motion.frames(); t++) Arrays.fill(points[t - 1], new double[] { trial.sample().position(0, i, 0) + motion
				.displacement(t, i, 0), trial.sample().position(0, i, 1) + motion.displacement(t, i, 1) });
			histograms[i] = MotionHistograms.of(points, MotionHistograms.Acceleration.OF_VELOCITY);
		}
		return Moments.of(histograms);
	}

	/**
	 * Random-convolution features of clips of four frames in tiles of 32 x 32 pixels.
	 *
	 * @param frames from frame 1 on, 8 bit
	 * @param progress is told and asked
	 */
	static Moments frames(final List<Frame> frames, final Progress progress) {
		try (FeatureExtractor.Features features = new RandomConvolutionExtractor().open(new FeatureExtractor.Options(Optional.empty(),
			NETWORK_SEED, PixelType.UINT8.maximum())))
		{
			return Moments.of(Clips.of(features, frames.size()).features(frames, progress));
		}
	}
}
