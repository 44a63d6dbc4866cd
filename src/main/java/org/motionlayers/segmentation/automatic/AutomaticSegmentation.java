package org.motionlayers.segmentation.automatic;

import java.util.Arrays;
import java.util.Map;
import java.util.function.IntFunction;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;

/**
 * Bright objects on a dark background: automatic threshold after background subtraction, split at waists by a watershed of the distances,
 * small pieces dropped. In 2D and 3D. Labels are numbered afresh in every frame.
 */
public final class AutomaticSegmentation {

	/** Two parts are two objects where the waist between them is so much narrower than the smaller one. */
	private static final double WAIST = 0.2;
	private static final int MIN_PIXELS_2D = 20;
	private static final int MIN_PIXELS_3D = 40;
	/** What is smaller than this part of the usual object is dirt. */
	private static final double MIN_PART = 0.15;

	private final Movie movie;
	private final Foreground foreground;

	/**
	 * Looks at the movie.
	 *
	 * @param movie the image
	 * @throws org.motionlayers.scene.InputException where nothing stands out
	 */
	public AutomaticSegmentation(final Movie movie) {
		this.movie = movie;
		this.foreground = new Foreground(movie);
	}

	/** @return labels that are made when asked for; numbered afresh in every frame */
	public Segmentation segmentation() {
		final Shape shape = movie.shape().withChannels(1);
		return new Segmentation(shape, movie.frames(), labels(), Map.of(), false, movie.calibration(), "labels=auto: made from '" + movie.title() +
			"' by automatic threshold and watershed; a real segmentation is better");
	}

	/** @return labels by frame, computed on every call */
	private IntFunction<int[]> labels() {
		return t -> {
			final Shape shape = movie.shape().withChannels(1);
			final Calibration calibration = movie.calibration();
			final double depth = calibration.isSpatial() ? calibration.pixelDepth() / calibration.pixelWidth() : 1;
			final boolean[] mask = foreground.mask(t);
			Holes.fill(mask, shape);
			final float[] distances = new DistanceTransform(shape, depth).of(mask);
			return withoutSmall(new Watershed(shape, distances, WAIST).labels(), shape);
		};
	}

	private static int[] withoutSmall(final int[] labels, final Shape shape) {
		final int count = Arrays.stream(labels).max().orElse(0);
		final int[] areas = new int[count + 1];
		for (final int label : labels) areas[label]++;
		areas[0] = 0;
		final int[] sorted = Arrays.stream(areas).filter(area -> area >= minimum(shape)).sorted().toArray();
		final double smallest = sorted.length == 0 ? Double.POSITIVE_INFINITY : Math.max(minimum(shape), MIN_PART * sorted[sorted.length / 2]);
		final int[] numbers = new int[count + 1];
		int kept = 0;
		for (int label = 1; label <= count; label++) if (areas[label] >= smallest) numbers[label] = ++kept;
		for (int p = 0; p < labels.length; p++) labels[p] = numbers[labels[p]];
		return labels;
	}

	private static int minimum(final Shape shape) {
		return shape.dimensions() == 3 ? MIN_PIXELS_3D : MIN_PIXELS_2D;
	}
}
