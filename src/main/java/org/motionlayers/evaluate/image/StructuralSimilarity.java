package org.motionlayers.evaluate.image;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Shape;

/**
 * SSIM of Wang, Bovik, Sheikh and Simoncelli (2004): Gaussian window of sigma 1.5 over 11 pixels, K1 = 0.01, K2 = 0.03, population
 * covariance, mean over the pixels whose window lies inside the image; mean over channels. A stack is compared in 3D.
 * <p>
 * {@code SSIM = (2 ma mb + C1)(2 sab + C2) / ((ma^2 + mb^2 + C1)(sa^2 + sb^2 + C2)), Ci = (Ki range)^2}
 */
public final class StructuralSimilarity {

	private static final double K1 = 0.01;
	private static final double K2 = 0.03;
	private static final int WINDOW = 2 * GaussianWindow.RADIUS + 1;

	/** Weights of the five scales: Wang, Simoncelli, Bovik (2003). */
	private static final double[] SCALE_WEIGHTS = { 0.0448, 0.2856, 0.3001, 0.2363, 0.1333 };

	/** The two factors of SSIM at every pixel. */
	private record Maps(Volume luminance, Volume contrastStructure) {}

	private StructuralSimilarity() {}

	/**
	 * SSIM of two frames.
	 *
	 * @param a one frame, at least 11 pixels in every direction
	 * @param b another of the same shape
	 * @param range difference of the largest and smallest value that the image may have
	 * @return at most 1, which is reached by equal frames
	 * @throws InputException where the shapes differ or are too small
	 */
	public static double ssim(final Frame a, final Frame b, final double range) {
		requireComparable(a, b);
		double sum = 0;
		for (int c = 0; c < a.shape().channels(); c++) {
			final Maps maps = maps(Volume.of(a, c), Volume.of(b, c), range);
			sum += validMean(maps.luminance().times(maps.contrastStructure()));
		}
		return sum / a.shape().channels();
	}

	/** @return whether frames of this shape are large enough: at least 11 pixels in every direction that there is */
	public static boolean fits(final Shape shape) {
		return Math.min(shape.width(), shape.height()) >= WINDOW && (shape.depth() == 1 || shape.depth() >= WINDOW);
	}

	/** @return SSIM around every pixel of one channel, x fastest; within 5 pixels of the border the image is mirrored */
	public static double[] map(final Frame a, final Frame b, final int channel, final double range) {
		requireComparable(a, b);
		final Maps maps = maps(Volume.of(a, channel), Volume.of(b, channel), range);
		return maps.luminance().times(maps.contrastStructure()).values();
	}

	/** @return number of scales that {@link #multiScale} uses for frames of this size: as many of five as keep 11 pixels */
	public static int scales(final Frame frame) {
		final int size = Volume.of(frame, 0).smallestSize();
		int scales = 1;
		while (scales < SCALE_WEIGHTS.length && size >> scales >= WINDOW) scales++;
		return scales;
	}

	/**
	 * MS-SSIM of Wang, Simoncelli and Bovik (2003): contrast and structure at every scale, luminance at the coarsest, each scale the mean
	 * of 2 x 2 pixels of the one before, combined as a product of powers. Frames under 176 pixels use {@link #scales} of the five scales,
	 * whose weights are then divided by their sum; a negative mean at a scale counts as 0.
	 *
	 * @param a one frame, at least 11 pixels in every direction
	 * @param b another of the same shape
	 * @param range difference of the largest and smallest value that the image may have
	 * @return 0 to 1
	 */
	public static double multiScale(final Frame a, final Frame b, final double range) {
		requireComparable(a, b);
		final int scales = scales(a);
		double weightSum = 0;
		for (int s = 0; s < scales; s++) weightSum += SCALE_WEIGHTS[s];
		double sum = 0;
		for (int c = 0; c < a.shape().channels(); c++) sum += multiScale(Volume.of(a, c), Volume.of(b, c), range, scales, weightSum);
		return sum / a.shape().channels();
	}

	private static double multiScale(final Volume first, final Volume second, final double range, final int scales,
		final double weightSum)
	{
		Volume a = first, b = second;
		double product = 1;
		for (int s = 0; s < scales; s++) {
			final Maps maps = maps(a, b, range);
			final boolean coarsest = s == scales - 1;
			final double mean = validMean(coarsest ? maps.luminance().times(maps.contrastStructure()) : maps.contrastStructure());
			product *= Math.pow(Math.max(0, mean), SCALE_WEIGHTS[s] / weightSum);
			if (!coarsest) {
				a = a.halved();
				b = b.halved();
			}
		}
		return product;
	}

	private static Maps maps(final Volume a, final Volume b, final double range) {
		final double c1 = K1 * range * K1 * range, c2 = K2 * range * K2 * range;
		final double[] ma = GaussianWindow.mean(a).values(), mb = GaussianWindow.mean(b).values();
		final double[] aa = GaussianWindow.mean(a.times(a)).values(), bb = GaussianWindow.mean(b.times(b)).values();
		final double[] ab = GaussianWindow.mean(a.times(b)).values();
		final double[] luminance = new double[ma.length], contrast = new double[ma.length];
		for (int i = 0; i < ma.length; i++) {
			final double product = ma[i] * mb[i], squares = ma[i] * ma[i] + mb[i] * mb[i];
			luminance[i] = (2 * product + c1) / (squares + c1);
			contrast[i] = (2 * (ab[i] - product) + c2) / (aa[i] + bb[i] - squares + c2);
		}
		return new Maps(a.with(luminance), a.with(contrast));
	}

	private static double validMean(final Volume v) {
		final int r = GaussianWindow.RADIUS, rz = v.depth() > 1 ? r : 0;
		double sum = 0;
		long count = 0;
		for (int z = rz; z < v.depth() - rz; z++) for (int y = r; y < v.height() - r; y++) for (int x = r; x < v.width() - r; x++, count++)
			sum += v.values()[(z * v.height() + y) * v.width() + x];
		return sum / count;
	}

	private static void requireComparable(final Frame a, final Frame b) {
		PixelError.requireSameShape(a, b);
		if (!fits(a.shape())) throw new InputException("SSIM needs at least " + WINDOW + " pixels in every direction, found " + a.shape().space() + ".");
	}
}
