package org.motionlayers.segmentation.automatic;

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
 * are taken one by one.
 */
final class Foreground {

	private static final int BINS = 256;
	/** The rolling ball must be larger than the objects. */
	private static final int MIN_BALL = 25;
	private static final int BALL_PART = 6;
	/** So many frames, evenly spread, decide on range and threshold. */
	private static final int SAMPLES = 8;

	private final Movie movie;
	private final AutoThresholder.Method method;
	private final double low;
	private final double scale;
	private final double threshold;

	/**
	 * Finds range and threshold.
	 *
	 * @param movie the image
	 * @param method of the threshold
	 */
	Foreground(final Movie movie, final AutoThresholder.Method method) {
		this.movie = movie;
		this.method = method;
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
		return new AutoThresholder().getThreshold(method, histogram);
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

	/** @return the frame from 0 to 255, smoothed, without its background */
	private float[] flattened(final Frame frame) {
		final Shape shape = frame.shape();
		final float[] pixels = grey(frame);
		final int ball = Math.max(MIN_BALL, Math.min(shape.width(), shape.height()) / BALL_PART);
		for (int z = 0; z < shape.depth(); z++) {
			final float[] plane = java.util.Arrays.copyOfRange(pixels, z * shape.planeSize(), (z + 1) * shape.planeSize());
			for (int p = 0; p < plane.length; p++) plane[p] = (float) ((plane[p] - low) * scale);
			final FloatProcessor processor = new FloatProcessor(shape.width(), shape.height(), plane);
			processor.filter(ImageProcessor.BLUR_MORE);
			new BackgroundSubtracter().rollingBallBackground(processor, ball, false, false, false, false, false);
			final float[] flat = (float[]) processor.getPixels();
			// Square roots: noise of photons becomes even, and dim objects count beside bright ones.
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
