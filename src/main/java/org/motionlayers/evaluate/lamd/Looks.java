package org.motionlayers.evaluate.lamd;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.motionlayers.evaluate.comparison.Clips;
import org.motionlayers.evaluate.distribution.FeatureExtractor;
import org.motionlayers.evaluate.distribution.FrechetDistance;
import org.motionlayers.evaluate.distribution.Moments;
import org.motionlayers.evaluate.distribution.RandomConvolutionExtractor;
import org.motionlayers.evaluate.image.DynamicDegree;
import org.motionlayers.evaluate.image.TemporalFlickering;
import org.motionlayers.evaluate.motion.MotionHistograms;
import org.motionlayers.evaluate.paper.Estimate;
import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;

/**
 * What a clip is like, whatever the true one is.
 *
 * @param frames features of 4 frames x 32 x 32 pixels each, by a fixed random network
 * @param tracks histograms of velocity and acceleration of its objects, as followed in the frames
 * @param flicker temporal flickering as VBench has it, 1 for a frozen clip
 * @param dynamic 1 where the clip moves (dynamic degree of VBench), else 0
 * @param background correlation of the background with that of the frame before and of the first frame, mean
 */
record Looks(Moments frames, Moments tracks, double flicker, double dynamic, double background) {

	/** Points of one cell of the histograms, which all move as the object. */
	private static final int POINTS = 25;

	/** The random network is the same in all experiments, so that distances of two of them compare. */
	private static final long NETWORK_SEED = 0;

	/**
	 * Measures.
	 *
	 * @param clip the frames
	 * @param held the clip whose first frame it has
	 * @param progress is told and asked
	 */
	static Looks of(final VideoClip clip, final Held held, final Progress progress) {
		final List<Frame> frames = Pictures.frames(clip);
		return new Looks(features(clip, progress), tracks(SpotTracker.track(clip, held.labels(), held.scene().objects())), TemporalFlickering.of(frames,
			Pictures.BRIGHTEST), DynamicDegree.of(frames).dynamic() ? 1 : 0, background(clip, held.labels()));
	}

	/** @return the features of a clip alone */
	static Moments features(final VideoClip clip, final Progress progress) {
		final List<Frame> frames = Pictures.frames(clip);
		try (FeatureExtractor.Features features = new RandomConvolutionExtractor().open(new FeatureExtractor.Options(Optional.empty(), NETWORK_SEED,
			PixelType.UINT8.maximum())))
		{
			return Moments.of(Clips.of(features, frames.size()).features(frames, progress));
		}
	}

	/** Whole pixels: the histograms count any motion above 0 as much as one of a pixel per frame. */
	private static Moments tracks(final Spot[][] spots) {
		final double[][] histograms = new double[spots[0].length][];
		for (int i = 0; i < histograms.length; i++) {
			final double[][][] points = new double[spots.length][POINTS][];
			for (int t = 0; t < spots.length; t++) Arrays.fill(points[t], new double[] { Math.rint(spots[t][i].x() - spots[0][i].x()), Math.rint(
				spots[t][i].y() - spots[0][i].y()) });
			histograms[i] = MotionHistograms.of(points, MotionHistograms.Acceleration.OF_VELOCITY);
		}
		return Moments.of(histograms);
	}

	private static double background(final VideoClip clip, final int[] labels) {
		double sum = 0;
		for (int t = 1; t < clip.frames(); t++) sum += (correlation(clip.frame(t), clip.frame(t - 1), labels) + correlation(clip.frame(t), clip.frame(0),
			labels)) / 2;
		return sum / (clip.frames() - 1);
	}

	/** @return cosine of the angle between two frames' background values */
	private static double correlation(final float[] a, final float[] b, final int[] labels) {
		double product = 0, first = 0, second = 0;
		for (int k = 0; k < a.length; k++) if (labels[k % labels.length] == 0) {
			product += a[k] * (double) b[k];
			first += a[k] * (double) a[k];
			second += b[k] * (double) b[k];
		}
		return product / Math.sqrt(Math.max(1e-12, first * second));
	}

	/** @return Frechet distance on the features of frames */
	static Estimate fd(final List<Looks> truth, final List<Looks> found, final int draws) {
		return frechet(truth.stream().map(Looks::frames).toList(), found.stream().map(Looks::frames).toList(), draws);
	}

	/** @return Frechet distance on the histograms of tracks (FVMD) */
	static Estimate fvmd(final List<Looks> truth, final List<Looks> found, final int draws) {
		return frechet(truth.stream().map(Looks::tracks).toList(), found.stream().map(Looks::tracks).toList(), draws);
	}

	/** @return Frechet distance of two sets of features, clips drawn alike */
	static Estimate frechet(final List<Moments> truth, final List<Moments> found, final int draws) {
		return Estimate.ofDistance(truth.size(), draws, drawn -> FrechetDistance.between(Moments.gaussian(truth, drawn), Moments.gaussian(found, drawn)))
			.notNegative();
	}
}
