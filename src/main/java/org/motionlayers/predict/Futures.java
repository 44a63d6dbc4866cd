package org.motionlayers.predict;

import java.util.Arrays;
import java.util.function.IntFunction;

import org.motionlayers.scene.Motion;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.RunMask;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Shape;

/**
 * Many futures of a scene, drawn as likely as the predictor holds them to be. Paths of an object are made when asked for; the same object
 * gives the same paths.
 */
public final class Futures {

	/**
	 * The futures of one object.
	 *
	 * @param seen samples x frames + 1 x dimensions: displacement of its centroid as it would be measured, pixels
	 * @param body samples x frames + 1 x dimensions: displacement of its pixels, pixels
	 */
	public record Paths(double[][][] seen, double[][][] body) {}

	private final Scene scene;
	private final Motion expected;
	private final int samples;
	private final IntFunction<Paths> source;

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
		return source.apply(object);
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
		final double[] distances = new double[samples];
		for (int s = 0; s < samples; s++) {
			double sum = 0;
			for (int d = 0; d < expected.dimensions(); d++) {
				final double difference = paths.seen()[s][t][d] - expected.displacement(t, object, d);
				sum += difference * difference;
			}
			distances[s] = Math.sqrt(sum);
		}
		Arrays.sort(distances);
		return distances[Math.max(0, (int) Math.ceil(share * samples) - 1)];
	}

	/**
	 * A quantile of the displacement along one dimension.
	 *
	 * @param paths of the object
	 * @param t frame, 1 to the number of frames
	 * @param dimension x (0), y (1) or z (2)
	 * @param share of the futures that lie below, such as 0.1
	 * @return displacement, pixels
	 */
	public double quantile(final Paths paths, final int t, final int dimension, final double share) {
		final double[] values = new double[samples];
		for (int s = 0; s < samples; s++) values[s] = paths.seen()[s][t][dimension];
		Arrays.sort(values);
		return values[Math.max(0, Math.min(samples - 1, (int) Math.ceil(share * samples) - 1))];
	}

	/**
	 * How probably a pixel is covered by an object.
	 *
	 * @param t frame, 1 to the number of frames
	 * @return share of the futures in which any object covers the pixel, objects moving independently; x fastest, then y, z
	 */
	public float[] probability(final int t) {
		final Shape shape = scene.shape();
		final float[] free = new float[shape.pixels()];
		Arrays.fill(free, 1);
		final int[] hits = new int[shape.pixels()];
		for (int i = 0; i < scene.objects(); i++) {
			Arrays.fill(hits, 0);
			final double[][][] body = paths(i).body();
			for (int s = 0; s < samples; s++) cover(scene.layers().get(i), body[s][t], hits);
			for (int p = 0; p < hits.length; p++) if (hits[p] > 0) free[p] *= 1 - (float) hits[p] / samples;
		}
		for (int p = 0; p < free.length; p++) free[p] = 1 - free[p];
		return free;
	}

	private void cover(final ObjectLayer layer, final double[] displacement, final int[] hits) {
		final Shape shape = scene.shape();
		final RunMask mask = layer.mask();
		final int dx = layer.bounds().x() + (int) Math.rint(displacement[0]), dy = layer.bounds().y() + (int) Math.rint(displacement[1]);
		final int dz = layer.bounds().z() + (displacement.length > 2 ? (int) Math.rint(displacement[2]) : 0);
		for (int r = 0; r < mask.runs(); r++) {
			final int y = dy + mask.y(r), z = dz + mask.z(r);
			if (y < 0 || y >= shape.height() || z < 0 || z >= shape.depth()) continue;
			final int from = Math.max(0, dx + mask.x(r)), to = Math.min(shape.width(), dx + mask.x(r) + mask.length(r));
			for (int x = from; x < to; x++) hits[shape.index(x, y, z)]++;
		}
	}
}
