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
		final double[][] centres = new double[n][dims], reaches = new double[n][];
		for (int i = 0; i < n; i++) for (int a = 0; a < dims; a++) {
			final double x = scene.centres()[i][source(a)];
			centres[i][a] = flips[a] ? bounds[a] - 1 - x : x;
		}
		final int[] sources = directions(dims);
		for (int i = 0; i < n; i++) {
			reaches[i] = new double[sources.length];
			for (int k = 0; k < sources.length; k++) reaches[i][k] = scene.reaches()[i][sources[k]];
		}
		return new ObjectScene(bounds, centres, reaches, scene.areas(), scene.brightness(), scene.depths());
	}

	/** @return for every direction the one that becomes it */
	private int[] directions(final int dims) {
		final double[][] directions = Reach.directions(dims);
		final int[] sources = new int[directions.length];
		for (int k = 0; k < sources.length; k++) {
			final double[] before = new double[dims];
			for (int d = 0; d < dims; d++) before[source(d)] = flips[d] ? -directions[k][d] : directions[k][d];
			sources[k] = Reach.nearest(before);
		}
		return sources;
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
