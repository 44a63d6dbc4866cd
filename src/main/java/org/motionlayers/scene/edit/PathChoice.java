package org.motionlayers.scene.edit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import org.motionlayers.scene.Motion;

/** Motions made of the paths of others. */
public final class PathChoice {

	private PathChoice() {}

	/**
	 * The motion of other objects, or in another order: every label takes its own path; labels that the motion does not know move with the
	 * background alone.
	 *
	 * @param motion the paths
	 * @param labels one per object
	 * @param frames number of future frames, no more than the motion has
	 * @return their motion; the same one where nothing differs
	 */
	public static Motion of(final Motion motion, final int[] labels, final int frames) {
		if (Arrays.equals(labels, motion.labels()) && frames == motion.frames()) return motion;
		final Map<Integer, Integer> places = new HashMap<>();
		for (int o = 0; o < motion.objects(); o++) places.put(motion.label(o), o);
		return select(motion, labels, IntStream.of(labels).map(l -> places.getOrDefault(l, Draft.STILL)).toArray(), frames, motion.provenance());
	}

	/**
	 * @param motion the paths
	 * @param labels one per object
	 * @param paths for every object its place in the motion, or {@link Draft#STILL}
	 * @param frames number of future frames, no more than the motion has
	 * @param provenance of the new motion
	 */
	static Motion select(final Motion motion, final int[] labels, final int[] paths, final int frames, final Motion.Provenance provenance) {
		final int dimensions = motion.dimensions();
		final double[] centroids = new double[frames * labels.length * dimensions], layers = new double[centroids.length];
		final double[] angles = new double[motion.rotates() ? frames * labels.length : 0];
		final double[] camera = new double[motion.cameraMoves() ? frames * dimensions : 0];
		for (int t = 1, i = 0; t <= frames; t++) {
			for (int o = 0; o < labels.length; o++) {
				if (angles.length > 0 && paths[o] >= 0) angles[(t - 1) * labels.length + o] = motion.angle(t, paths[o]);
				for (int d = 0; d < dimensions; d++, i++) {
					centroids[i] = paths[o] < 0 ? motion.camera(t, d) : motion.displacement(t, paths[o], d);
					layers[i] = paths[o] < 0 ? motion.camera(t, d) : motion.layerDisplacement(t, paths[o], d);
				}
			}
			for (int d = 0; d < dimensions && camera.length > 0; d++) camera[(t - 1) * dimensions + d] = motion.camera(t, d);
		}
		return new Motion(labels, frames, dimensions, centroids, angles, camera, provenance).withLayerDisplacements(layers);
	}
}
