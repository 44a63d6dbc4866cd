package org.motionlayers.evaluate.motion;

import org.motionlayers.evaluate.distribution.FrechetDistance;
import org.motionlayers.evaluate.distribution.Gaussian;

/**
 * FVMD (Liu et al. 2024): the Frechet distance of {@link MotionHistograms} of real and generated clips. Where tracks are known, as on
 * simulated data, it needs no tracker; published values come from PIPs++ tracks and are on another scale.
 */
public final class FrechetVideoMotionDistance {

	/** What the released program adds to both covariances inside the square root. */
	private static final double RELEASED_RIDGE = 1e-5;

	private FrechetVideoMotionDistance() {}

	/**
	 * FVMD with n, d and the floor of real against real.
	 *
	 * @param real clips x frames x points x 2, at least 2 clips
	 * @param generated clips x frames x points x 2
	 * @param acceleration what accelerations are made of
	 * @param seed of the halves that the floor is measured with
	 * @return the distance
	 */
	public static FrechetDistance of(final double[][][][] real, final double[][][][] generated,
		final MotionHistograms.Acceleration acceleration, final long seed)
	{
		return FrechetDistance.of(histograms(real, acceleration), histograms(generated, acceleration), seed);
	}

	/** @return the value that the released program's formula gives, with its ridge of 1e-5: slightly below 0 for equal sets */
	public static double released(final double[][][][] real, final double[][][][] generated,
		final MotionHistograms.Acceleration acceleration)
	{
		return FrechetDistance.ridged(Gaussian.of(histograms(real, acceleration)), Gaussian.of(histograms(generated, acceleration)),
			RELEASED_RIDGE);
	}

	private static double[][] histograms(final double[][][][] clips, final MotionHistograms.Acceleration acceleration) {
		final double[][] features = new double[clips.length][];
		for (int c = 0; c < clips.length; c++) features[c] = MotionHistograms.of(clips[c], acceleration);
		return features;
	}
}
