package org.motionlayers.evaluate.comparison;

import java.util.List;

import org.motionlayers.evaluate.distribution.FeatureExtractor.Features;
import org.motionlayers.evaluate.image.PixelError;
import org.motionlayers.evaluate.image.StructuralSimilarity;
import org.motionlayers.scene.Frame;

/** One picture against one picture. */
final class PictureMeasures {

	private final Sequence truth;
	private final VideoComparison.Options options;

	PictureMeasures(final Sequence truth, final VideoComparison.Options options) {
		this.truth = truth;
		this.options = options;
	}

	/** Measures frame k of a side. */
	void measure(final Scores scores, final Side side, final Sequence sequence, final int k) {
		final Frame a = sequence.images().get(k), b = truth.images().get(k);
		final PixelError error = PixelError.between(a, b);
		scores.add(Metrics.L1, side, error.l1());
		scores.add(Metrics.MSE, side, error.mse());
		scores.add(Metrics.PSNR, side, error.psnr(options.range()));
		truth.labels().ifPresent(labels -> {
			final int[] then = labels.labels(k);
			final int[] now = options.last().flatMap(Sequence::labels).map(seen -> seen.labels(0)).orElse(then);
			final PixelError inMasks = PixelError.between(a, b, pixel -> then[pixel] != 0 || now[pixel] != 0);
			if (inMasks.count() > 0) scores.add(Metrics.MASK_PSNR, side, inMasks.psnr(options.range()));
		});
		if (StructuralSimilarity.fits(b.shape())) {
			scores.add(Metrics.SSIM, side, StructuralSimilarity.ssim(a, b, options.range()));
			scores.add(Metrics.MS_SSIM, side, StructuralSimilarity.multiScale(a, b, options.range()));
		}
		if (options.features().use() == Features.Use.PAIRS) scores.add(Metrics.LPIPS, side, squaredDistance(options.features().of(List.of(a)),
			options.features().of(List.of(b))));
	}

	private static double squaredDistance(final double[] a, final double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
		return sum;
	}
}
