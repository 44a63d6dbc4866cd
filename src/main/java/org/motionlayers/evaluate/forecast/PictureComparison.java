package org.motionlayers.evaluate.forecast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.motionlayers.composite.Compositor;
import org.motionlayers.decompose.Decomposer;
import org.motionlayers.decompose.Inpainter;
import org.motionlayers.evaluate.image.PixelError;
import org.motionlayers.evaluate.image.StructuralSimilarity;
import org.motionlayers.evaluate.image.ValueRange;
import org.motionlayers.predict.MotionPredictor;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Video;

/** Composites what predictors say and compares it with the frames that then came. */
final class PictureComparison {

	/** Sums over frames of one predictor at one horizon. */
	private static final class Sums {

		private int count;
		private int masks;
		private double psnr;
		private double maskPsnr;
		private double ssim;
	}

	private final Movie movie;
	private final Segmentation labels;
	private final Inpainter inpainter;
	private final double range;
	private final Map<String, SortedMap<Integer, Sums>> sums = new LinkedHashMap<>();

	PictureComparison(final Movie movie, final Segmentation labels, final Inpainter inpainter) {
		this.movie = movie;
		this.labels = labels;
		this.inpainter = inpainter;
		this.range = ValueRange.of(movie);
	}

	/** Compares from one reference frame. */
	void add(final PredictionRequest request, final Map<String, MotionPredictor> predictors, final List<Integer> horizons) {
		final int t = request.observed().frames() - 1;
		final Scene scene = Decomposer.decompose(request.observed(), request.labels(), inpainter, Optional.empty(), request.seed(),
			Progress.NONE);
		final Frame last = movie.frame(t);
		for (final int h : horizons) if (t + h < movie.frames()) add(PictureScore.LAST_FRAME, h, t, last);
		predictors.forEach((name, predictor) -> {
			final Video video = Compositor.composite(scene, predictor.predict(request, Progress.NONE));
			for (final int h : horizons) if (t + h < movie.frames()) add(name, h, t, video.image(h));
		});
	}

	private void add(final String predictor, final int horizon, final int t, final Frame predicted) {
		final Sums s = sums.computeIfAbsent(predictor, name -> new TreeMap<>()).computeIfAbsent(horizon, h -> new Sums());
		final Frame truth = movie.frame(t + horizon);
		final int[] now = labels.labels(t), then = labels.labels(t + horizon);
		final PixelError inMasks = PixelError.between(predicted, truth, pixel -> now[pixel] != 0 || then[pixel] != 0);
		s.count++;
		s.psnr += PixelError.between(predicted, truth).psnr(range);
		s.ssim += StructuralSimilarity.fits(truth.shape()) ? StructuralSimilarity.ssim(predicted, truth, range) : Double.NaN;
		if (inMasks.count() > 0) {
			s.masks++;
			s.maskPsnr += inMasks.psnr(range);
		}
	}

	/** @return scores so far, by predictor in the order given, the last frame first, then by horizon */
	List<PictureScore> scores() {
		final List<PictureScore> scores = new ArrayList<>();
		sums.forEach((predictor, byHorizon) -> byHorizon.forEach((h, s) -> scores.add(new PictureScore(predictor, h, s.count, s.psnr / s.count,
			s.maskPsnr / s.masks, s.ssim / s.count))));
		return scores;
	}
}
