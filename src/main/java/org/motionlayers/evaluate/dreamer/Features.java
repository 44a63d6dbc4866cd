package org.motionlayers.evaluate.dreamer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.motionlayers.evaluate.comparison.Clips;
import org.motionlayers.evaluate.distribution.FeatureExtractor;
import org.motionlayers.evaluate.distribution.Moments;
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
	 * Histograms of velocity and acceleration of every object (FVMD), from its true or predicted track, frames 1 to the last. The histograms
	 * count any motion above 0 as much as one of a pixel per frame, so hundredths of a pixel that no frame shows are left out.
	 *
	 * @param motion of objects
	 */
	static Moments tracks(final Motion motion) {
		return histograms(motion, 1);
	}

	/** The same with every motion there is, however small. */
	static Moments exactTracks(final Motion motion) {
		return histograms(motion, 0);
	}

	/** @param unit displacements are rounded to multiples of it, pixels; 0 for none */
	private static Moments histograms(final Motion motion, final double unit) {
		final double[][] histograms = new double[motion.objects()][];
		for (int i = 0; i < histograms.length; i++) {
			final double[][][] points = new double[motion.frames()][POINTS][];
			for (int t = 1; t <= motion.frames(); t++) Arrays.fill(points[t - 1], new double[] { rounded(motion
				.displacement(t, i, 0), unit), rounded(motion.displacement(t, i, 1), unit) });
			histograms[i] = MotionHistograms.of(points, MotionHistograms.Acceleration.OF_VELOCITY);
		}
		return Moments.of(histograms);
	}

	private static double rounded(final double value, final double unit) {
		return unit == 0 ? value : unit * Math.rint(value / unit);
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
