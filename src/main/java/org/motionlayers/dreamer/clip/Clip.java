package org.motionlayers.dreamer.clip;

import java.util.function.IntFunction;

import org.motionlayers.scene.DenseMotion;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.simulate.body.BodySample;

/**
 * A few frames and what is true of them, as primitive arrays over one grid of pixels: frame 0 is given, frames 1 to {@link #frames()} are
 * the future. Arrays are not to be written to.
 */
public final class Clip {

	/** Colours of a picture. */
	public static final int COLOURS = 3;

	private static final float BRIGHTEST = 255;

	private final int[] firstLabels;
	private final float[] firstDepth;
	private final DenseMotion future;
	private final double[] camera;
	private final IntFunction<float[]> pictures;

	/**
	 * @param pictures gives the picture of frame t, 0 to frames: red, green, blue plane in [0, 1], x fastest; may be called from any thread
	 * @param firstLabels of frame 0, 0 for the background
	 * @param firstDepth of frame 0: distance from the viewer, {@link Float#POSITIVE_INFINITY} for the background
	 * @param future flow, labels and depth of frames 1, 2, ...
	 * @param camera mean displacement of the background per frame along x and y, pixels
	 */
	public Clip(final IntFunction<float[]> pictures, final int[] firstLabels, final float[] firstDepth, final DenseMotion future,
		final double[] camera)
	{
		if (firstLabels.length != future.pixels() || firstDepth.length != future.pixels() || camera.length != 2)
			throw new IllegalArgumentException("A clip of " + future.width() + " x " + future.height() + " pixels with " + firstLabels.length +
				" labels and " + firstDepth.length + " depths in its first frame.");
		this.pictures = pictures;
		this.firstLabels = firstLabels;
		this.firstDepth = firstDepth;
		this.future = future;
		this.camera = camera.clone();
	}

	/**
	 * A clip out of a simulation; grey is repeated to red, green and blue.
	 *
	 * @param sample the simulation
	 * @param first its frame that becomes frame 0
	 * @param frames number of future frames; first + frames + 1 are needed
	 */
	public static Clip of(final BodySample sample, final int first, final int frames) {
		if (first < 0 || frames < 1 || first + frames >= sample.frames()) throw new IllegalArgumentException("Frames " + first + " to " + (first +
			frames) + " of a simulation of " + sample.frames() + ".");
		final float[][] flow = new float[frames][], depth = new float[frames][];
		final int[][] labels = new int[frames][];
		for (int t = 1; t <= frames; t++) {
			flow[t - 1] = sample.flow(first + t);
			labels[t - 1] = sample.labels().labels(first + t);
			depth[t - 1] = sample.depth(first + t);
		}
		final double[] camera = new double[2];
		for (int d = 0; d < 2; d++) camera[d] = (sample.paths().camera()[first + frames][d] - sample.paths().camera()[first][d]) / frames;
		final Movie movie = sample.movie();
		return new Clip(t -> rgb(movie.frame(first + t)), sample.labels().labels(first), sample.depth(first), new DenseMotion(sample.shape()
			.width(), sample.shape().height(), flow, labels, depth), camera);
	}

	private static float[] rgb(final Frame frame) {
		final byte[] values = (byte[]) frame.data();
		final int pixels = frame.shape().pixels();
		final float[] rgb = new float[COLOURS * pixels];
		for (int i = 0; i < rgb.length; i++) rgb[i] = (values[i % values.length] & 0xff) / BRIGHTEST;
		return rgb;
	}

	/** @return pixels along x */
	public int width() {
		return future.width();
	}

	/** @return pixels along y */
	public int height() {
		return future.height();
	}

	/** @return pixels of a frame */
	public int pixels() {
		return future.pixels();
	}

	/** @return number T of future frames; frames are 0 to T */
	public int frames() {
		return future.frames();
	}

	/** @return the picture of frame t, 0 to frames: red, green, blue plane in [0, 1], x fastest; made anew at every call */
	public float[] rgb(final int t) {
		return pictures.apply(t);
	}

	/** @return labels of frame t, 0 to frames */
	public int[] labels(final int t) {
		return t == 0 ? firstLabels : future.labels(t);
	}

	/** @return displacement since frame t - 1 of what is seen at every pixel of frame t, 1 to frames: all x, then all y, pixels */
	public float[] flow(final int t) {
		return future.flow(t);
	}

	/** @return distance from the viewer in frame t, 0 to frames; infinite for the background */
	public float[] depth(final int t) {
		return t == 0 ? firstDepth : future.depth(t);
	}

	/** @return flow, labels and depth of the future frames: R_1 to R_T */
	public DenseMotion future() {
		return future;
	}

	/** @return mean displacement of the background per frame along x (0) or y (1), pixels */
	public double camera(final int dimension) {
		return camera[dimension];
	}
}
