package org.motionlayers.predict;

import java.util.SortedMap;
import java.util.TreeMap;

import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.RunMask;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Shape;

/**
 * Instance flow: one velocity per object, painted over its mask in the reference frame (Motion Dreamer, 3.2). Fields are arrays over x, y, z, then
 * dimension.
 */
public final class InstanceFlow {

	private InstanceFlow() {}

	/**
	 * Paints arrows over masks: F_user(x, y) = sum over i of M_i(x, y) v_i delta (Motion Dreamer, Eq. 4).
	 *
	 * @param scene the masks
	 * @param cues the arrows, pixels per frame
	 * @param delta scale of the field: 1 for pixels per frame
	 * @return the field, 0 where no arrow is; as many values per pixel as the scene has dimensions
	 */
	public static float[] paint(final Scene scene, final Cues cues, final double delta) {
		cues.check(scene);
		final Shape shape = scene.shape();
		final float[] field = new float[shape.pixels() * shape.dimensions()];
		for (final ObjectLayer layer : scene.layers()) if (cues.has(layer.label())) for (int d = 0; d < shape.dimensions(); d++) {
			final float value = (float) (cues.velocity(layer.label(), d) * delta);
			for (int r = 0; r < layer.mask().runs(); r++) {
				final int start = d * shape.pixels() + start(shape, layer, r);
				for (int x = 0; x < layer.mask().length(r); x++) field[start + x] += value;
			}
		}
		return field;
	}

	/**
	 * Averages a field over every mask: F_i = mean over M_i of F (Motion Dreamer, Eq. 2, normalised by the mask's area).
	 *
	 * @param scene the masks
	 * @param field a flow field over x, y, z, then dimension, pixels per frame
	 * @return one arrow for every object
	 */
	public static Cues average(final Scene scene, final float[] field) {
		final Shape shape = scene.shape();
		if (field.length != shape.pixels() * shape.dimensions()) throw new IllegalArgumentException("A flow field over " + shape.space() +
			" has " + shape.pixels() * shape.dimensions() + " values, found " + field.length + ".");
		final SortedMap<Integer, double[]> velocities = new TreeMap<>();
		for (final ObjectLayer layer : scene.layers()) {
			final double[] velocity = new double[shape.dimensions()];
			for (int d = 0; d < velocity.length; d++) velocity[d] = mean(shape, layer, field, d * shape.pixels());
			velocities.put(layer.label(), velocity);
		}
		return new Cues(velocities);
	}

	private static double mean(final Shape shape, final ObjectLayer layer, final float[] field, final int plane) {
		double sum = 0;
		for (int r = 0; r < layer.mask().runs(); r++) {
			final int start = plane + start(shape, layer, r);
			for (int x = 0; x < layer.mask().length(r); x++) sum += field[start + x];
		}
		return sum / layer.area();
	}

	/** Index in the frame of the first pixel of a run. */
	private static int start(final Shape shape, final ObjectLayer layer, final int run) {
		final RunMask mask = layer.mask();
		return shape.index(layer.bounds().x() + mask.x(run), layer.bounds().y() + mask.y(run), layer.bounds().z() + mask.z(run));
	}
}
