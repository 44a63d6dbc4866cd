package org.motionlayers.scene;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Many futures of a scene, drawn as likely as the predictor holds them to be. Paths of an object are made when asked for; the same object
 * gives the same paths. For use by one thread.
 */
public final class Futures {

	/**
	 * The futures of one object.
	 *
	 * @param seen samples x frames + 1 x dimensions: displacement of its centroid as it would be measured, pixels
	 * @param body samples x frames + 1 x dimensions: displacement of its pixels, pixels
	 */
	public record Paths(double[][][] seen, double[][][] body) {}

	/** Numbers of all paths that are kept, 64 MB; where there are more, paths are made again whenever they are asked for. */
	private static final long MOST_KEPT = 1L << 23;

	private final Scene scene;
	private final Motion expected;
	private final int samples;
	private final IntFunction<Paths> source;
	private final Paths[] kept;

	/**
	 * @param scene whose futures these are
	 * @param expected the motion expected, about which regions lie
	 * @param samples number of futures
	 * @param source makes the paths of an object, by its index in the scene
	 */
	public Futures(final Scene scene, final Motion expected, final int samples, final IntFunction<Paths> source) {
		this.scene = scene;
		this.expected = expected;
		this.samples = samples;
		this.source = source;
		final long numbers = 2L * samples * scene.objects() * (expected.frames() + 1) * expected.dimensions();
		this.kept = new Paths[numbers <= MOST_KEPT ? scene.objects() : 0];
	}

	/** @return the scene whose futures these are */
	public Scene scene() {
		return scene;
	}

	/** @return the motion expected */
	public Motion expected() {
		return expected;
	}

	/** @return number of futures */
	public int samples() {
		return samples;
	}

	/** @return the futures of an object, by its index in the scene */
	public Paths paths(final int object) {
		if (kept.length == 0) return source.apply(object);
		if (kept[object] == null) kept[object] = source.apply(object);
		return kept[object];
	}

	/**
	 * One of the futures.
	 *
	 * @param sample 0 to the number of futures - 1
	 * @return where all objects go in it; the camera as expected
	 */
	public Motion motion(final int sample) {
		final int frames = expected.frames(), objects = expected.objects(), dimensions = expected.dimensions();
		final double[] seen = new double[frames * objects * dimensions], body = new double[seen.length], camera = new double[frames * dimensions];
		for (int t = 1; t <= frames; t++) for (int d = 0; d < dimensions; d++) camera[(t - 1) * dimensions + d] = expected.camera(t, d);
		for (int i = 0; i < objects; i++) {
			final Paths paths = paths(i);
			for (int t = 1; t <= frames; t++) for (int d = 0; d < dimensions; d++) {
				seen[((t - 1) * objects + i) * dimensions + d] = paths.seen()[sample][t][d];
				body[((t - 1) * objects + i) * dimensions + d] = paths.body()[sample][t][d];
			}
		}
		return new Motion(expected.labels(), frames, dimensions, seen, new double[0], camera, expected.provenance()).withLayerDisplacements(body);
	}

	/**
	 * Radius of the region about the expected position that holds a share of the futures.
	 *
	 * @param paths of the object
	 * @param object its index in the scene
	 * @param t frame, 1 to the number of frames
	 * @param share such as 0.8
	 * @return radius, pixels
	 */
	public double radius(final Paths paths, final int object, final int t, final double share) {
		return radius(paths, object, t, share, Calibration.NONE);
	}

	/** The same in units of a calibration. */
	public double radius(final Paths paths, final int object, final int t, final double share, final Calibration unit) {
		final double[] distances = new double[samples];
		for (int s = 0; s < samples; s++) {
			double sum = 0;
			for (int d = 0; d < expected.dimensions(); d++) {
				final double difference = (paths.seen()[s][t][d] - expected.displacement(t, object, d)) * unit.pixelSize(d);
				sum += difference * difference;
			}
			distances[s] = Math.sqrt(sum);
		}
		Arrays.sort(distances);
		return distances[Math.max(0, (int) Math.ceil(share * samples) - 1)];
	}

	/**
	 * Quantiles of the displacement along one dimension.
	 *
	 * @param paths of the object
	 * @param t frame, 1 to the number of frames
	 * @param dimension x (0), y (1) or z (2)
	 * @param shares of the futures that lie below, such as 0.1
	 * @return displacement for every share, pixels
	 */
	public double[] quantiles(final Paths paths, final int t, final int dimension, final double... shares) {
		final double[] values = new double[samples];
		for (int s = 0; s < samples; s++) values[s] = paths.seen()[s][t][dimension];
		Arrays.sort(values);
		return Arrays.stream(shares).map(share -> values[Math.max(0, Math.min(samples - 1, (int) Math.ceil(share * samples) - 1))]).toArray();
	}

	/**
	 * How probably a pixel is covered by an object.
	 *
	 * @param t frame, 1 to the number of frames
	 * @return share of the futures in which any object covers the pixel, objects moving independently; x fastest, then y, z
	 */
	public float[] probability(final int t) {
		final float[] free = new float[scene.shape().pixels()];
		Arrays.fill(free, 1);
		for (int i = 0; i < scene.objects(); i++) new Coverage(scene.layers().get(i), scene.shape(), paths(i).body(), t).leave(free);
		for (int p = 0; p < free.length; p++) free[p] = 1 - free[p];
		return free;
	}
}
