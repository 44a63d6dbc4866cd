package org.motionlayers.dreamer.objects;

import java.util.SplittableRandom;

/**
 * The same scene seen in a mirror: every axis turned around or not, x and y exchanged or not. Motion knows no direction, so what is
 * learned from one clip is learned from eight.
 *
 * @param exchange whether x and y change places
 * @param flips whether each axis runs the other way
 */
record Symmetry(boolean exchange, boolean[] flips) {

	/** @return any of them */
	static Symmetry random(final SplittableRandom random, final int dimensions) {
		final boolean[] flips = new boolean[dimensions];
		for (int d = 0; d < dimensions; d++) flips[d] = random.nextBoolean();
		return new Symmetry(random.nextBoolean(), flips);
	}

	/** The axis that becomes axis d. */
	private int source(final int d) {
		return exchange && d < 2 ? 1 - d : d;
	}

	/** @return the scene in the mirror */
	ObjectScene of(final ObjectScene scene) {
		final int dims = scene.dimensions(), n = scene.objects();
		final double[] bounds = new double[dims];
		for (int d = 0; d < dims; d++) bounds[d] = scene.bounds()[source(d)];
		final double[][] centres = new double[n][dims], covariances = new double[n][dims * dims];
		for (int i = 0; i < n; i++) for (int a = 0; a < dims; a++) {
			final double x = scene.centres()[i][source(a)];
			centres[i][a] = flips[a] ? bounds[a] - 1 - x : x;
			for (int b = 0; b < dims; b++) covariances[i][a * dims + b] = (flips[a] == flips[b] ? 1 : -1) * scene.covariances()[i][source(a) * dims +
				source(b)];
		}
		return new ObjectScene(bounds, centres, covariances, scene.areas(), scene.brightness(), scene.depths());
	}

	/** @return displacements or velocities of some objects in the mirror; null stays null */
	float[][] of(final float[][] vectors) {
		final float[][] turned = new float[vectors.length][];
		for (int i = 0; i < vectors.length; i++) if (vectors[i] != null) {
			turned[i] = new float[vectors[i].length];
			for (int d = 0; d < turned[i].length; d++) turned[i][d] = flips[d] ? -vectors[i][source(d)] : vectors[i][source(d)];
		}
		return turned;
	}

	/** @return the clip in the mirror */
	ObjectClip of(final ObjectClip clip) {
		final float[][][] displacements = new float[clip.frames()][][];
		for (int t = 0; t < displacements.length; t++) displacements[t] = of(clip.displacements()[t]);
		return new ObjectClip(of(clip.scene()), displacements, clip.sizes(), of(clip.velocities()));
	}
}
