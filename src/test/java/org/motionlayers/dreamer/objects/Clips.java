package org.motionlayers.dreamer.objects;

import java.util.Arrays;

/** Small scenes made by hand. */
final class Clips {

	private Clips() {}

	/** Discs of a radius in a frame of 64 x 64: objects x (x, y). */
	static ObjectScene discs(final double radius, final double[]... centres) {
		final int n = centres.length;
		final double[] areas = new double[n], bright = new double[n], depths = new double[n];
		final double[][] reaches = new double[n][16];
		for (int i = 0; i < n; i++) {
			areas[i] = Math.PI * radius * radius;
			Arrays.fill(reaches[i], radius);
			bright[i] = i;
			depths[i] = i;
		}
		return new ObjectScene(new double[] { 64, 64 }, centres, reaches, areas, bright, depths);
	}

	/** Nothing is known of the motion. */
	static ObjectCues nothing(final int objects) {
		return new ObjectCues(new double[objects][], new double[objects][]);
	}

	/** A clip in which every object has a constant velocity. */
	static ObjectClip straight(final ObjectScene scene, final int frames, final double[]... velocities) {
		final float[][][] displacements = new float[frames][scene.objects()][2];
		final float[][] seen = new float[scene.objects()][2];
		for (int i = 0; i < scene.objects(); i++) for (int d = 0; d < 2; d++) {
			seen[i][d] = (float) velocities[i][d];
			for (int t = 0; t < frames; t++) displacements[t][i][d] = (float) ((t + 1) * velocities[i][d]);
		}
		return new ObjectClip(scene, displacements, new float[frames][scene.objects()], seen);
	}
}
