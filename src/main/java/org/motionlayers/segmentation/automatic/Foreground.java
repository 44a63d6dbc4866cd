package org.motionlayers.segmentation.automatic;

import java.util.Arrays;
import java.util.Locale;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Shape;

import ij.plugin.filter.BackgroundSubtracter;
import ij.process.AutoThresholder;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

/**
 * What stands out brightly: grey values, smoothed, the background subtracted, above one automatic threshold for the whole movie. Planes
 * are taken one by one. The threshold is Otsu's on square roots: noise of photons becomes even, and dim objects count beside bright ones.
 */
final class Foreground {

	private static final int BINS = 256;
	/** The rolling ball must be larger than the objects. */
	private static final int MIN_BALL = 25;
	private static final int BALL_PART = 6;
	/** So many frames, evenly spread, decide on range and threshold. */
	private static final int SAMPLES = 8;

	private static final double MIN_SEPARATION = 0.66;
	private static final double MAX_PART = 0.75;

	private final Movie movie;
	private final double low;
	private final double scale;
	private final double threshold;

	/**
	 * Finds range and threshold.
	 *
	 * @param movie the image
	 * @throws InputException where nothing stands out
	 */
	Foreground(final Movie movie) {
		this.movie = movie;
		double min = Double.POSITIVE_INFINITY, max = Double.NEGATIVE_INFINITY;
		for (int k = 0; k < samples(); k++) for (final float value : grey(movie.frame(sample(k)))) {
			min = Math.min(min, value);
			max = Math.max(max, value);
		}
		if (!(max > min)) throw new InputException("Image '" + movie.title() + "' has the same value " + min +
			" everywhere: labels=auto finds no objects.");
		low = min;
		scale = (BINS - 1) / (max - min);
		threshold = findThreshold();
	}

	private int samples() {
		return Math.min(SAMPLES, movie.frames());
	}

	private int sample(final int k) {
		return (int) ((long) k * movie.frames() / samples());
	}

	private double findThreshold() {
		final int[] histogram = new int[BINS];
		for (int k = 0; k < samples(); k++)
			for (final float value : flattened(movie.frame(sample(k)))) histogram[(int) Math.max(0, Math.min(BINS - 1, value))]++;
		final int found = new AutoThresholder().getThreshold(AutoThresholder.Method.Otsu, histogram);
		checkSeparation(histogram, found);
		return found;
	}

	/** Otsu's measure: the part of the variance that lies between the two classes. Noise of any distribution has about 0.61. */
	private void checkSeparation(final int[] histogram, final int split) {
		final double[] count = new double[2], sum = new double[2];
		double squares = 0;
		for (int value = 0; value < BINS; value++) {
			final int side = value > split ? 1 : 0;
			count[side] += histogram[value];
			sum[side] += (double) value * histogram[value];
			squares += (double) value * value * histogram[value];
		}
		final double all = count[0] + count[1], mean = (sum[0] + sum[1]) / all, part = count[1] / all;
		final double between = part * (1 - part) * Math.pow(sum[1] / count[1] - sum[0] / count[0], 2);
		final double separation = between / (squares / all - mean * mean);
		if (!(separation >= MIN_SEPARATION && part <= MAX_PART)) throw new InputException(String.format(Locale.ROOT,
			"labels=auto found no bright objects on a dark background in image '%s' (separation %.2f, at least %.2f is needed; %.0f %% of the pixels " +
				"are bright, at most %.0f %% may be); give a label file.", movie.title(), separation, MIN_SEPARATION, 100 * part, 100 * MAX_PART));
	}

	/** Mean of the channels; values that are no numbers count as 0. */
	private static float[] grey(final Frame frame) {
		final Shape shape = frame.shape();
		final float[] sum = new float[shape.pixels()];
		for (int c = 0; c < shape.channels(); c++) for (int p = 0; p < sum.length; p++) {
			final double value = frame.type().get(frame.data(), c * sum.length + p);
			if (Double.isFinite(value)) sum[p] += value / shape.channels();
		}
		return sum;
	}

	/** @return square roots from 0 to 255 of the frame, smoothed, without its background */
	private float[] flattened(final Frame frame) {
		final Shape shape = frame.shape();
		final float[] pixels = grey(frame);
		final int ball = Math.max(MIN_BALL, Math.min(shape.width(), shape.height()) / BALL_PART);
		for (int z = 0; z < shape.depth(); z++) {
			final float[] plane = Arrays.copyOfRange(pixels, z * shape.planeSize(), (z + 1) * shape.planeSize());
			for (int p = 0; p < plane.length; p++) plane[p] = (float) ((plane[p] - low) * scale);
			final FloatProcessor processor = new FloatProcessor(shape.width(), shape.height(), plane);
			processor.filter(ImageProcessor.BLUR_MORE);
			new BackgroundSubtracter().rollingBallBackground(processor, ball, false, false, false, false, false);
			final float[] flat = (float[]) processor.getPixels();
			for (int p = 0; p < flat.length; p++) flat[p] = (float) Math.sqrt(Math.max(0, flat[p]) * (BINS - 1));
			System.arraycopy(flat, 0, pixels, z * shape.planeSize(), shape.planeSize());
		}
		return pixels;
	}

	/** @return which pixels of frame t stand out */
	boolean[] mask(final int t) {
		final float[] pixels = flattened(movie.frame(t));
		final boolean[] mask = new boolean[pixels.length];
		for (int p = 0; p < mask.length; p++) mask[p] = pixels[p] > threshold;
		return mask;
	}
}
