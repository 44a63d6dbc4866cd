package org.motionlayers.evaluate.lamd;

import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.evaluate.motion.SwarmMotion;
import org.motionlayers.simulate.swarm.MotionClass;

/**
 * Tells the class of a swarm's motion from tracks: first whether anything moves, then whether one common motion explains it, then by how the mean
 * square displacement grows with time. Thresholds lie half way between what simulated swarms of neighbouring classes show.
 */
final class MotionClassifier {

	/** Net displacement below which nothing moves, pixels on a frame of 64. */
	private static final double STILL = .5;

	/** Part of the displacements that a common motion explains. */
	private static final double COMMON = .7;

	/** Exponents between confined, free and directed motion. */
	private static final double CONFINED = .6, DIRECTED = 1.55;

	private static final double UNIT = 64;

	private MotionClassifier() {}

	/**
	 * Classifies.
	 *
	 * @param tracks frames x objects x 2 (x, y), pixels
	 * @param size width and height of the frames, pixels
	 */
	static MotionClass of(final double[][][] tracks, final int size) {
		final SwarmMotion motion = SwarmMotion.of(tracks);
		if (motion.net() < STILL * size / UNIT) return MotionClass.STILL;
		final double growth = Math.abs(motion.divergence());
		if (motion.drift() + motion.rotation() + growth > COMMON) {
			if (motion.drift() >= motion.rotation() && motion.drift() >= growth) return MotionClass.DRIFT;
			if (motion.rotation() >= growth) return MotionClass.ROTATION;
			return motion.divergence() > 0 ? MotionClass.DIVERGENCE : MotionClass.CONVERGENCE;
		}
		if (motion.exponent() > DIRECTED) return MotionClass.DIRECTED;
		return motion.exponent() < CONFINED ? MotionClass.CONFINED : MotionClass.BROWNIAN;
	}

	/**
	 * Classifies the motion that frames show.
	 *
	 * @param clip the frames
	 * @param labels of the cells of the first one: 1 to n
	 * @param objects n
	 */
	static MotionClass of(final VideoClip clip, final int[] labels, final int objects) {
		final Spot[][] spots = SpotTracker.track(clip, labels, objects);
		final double[][][] tracks = new double[spots.length][objects][2];
		for (int t = 0; t < spots.length; t++) for (int i = 0; i < objects; i++) tracks[t][i] = new double[] { spots[t][i].x(), spots[t][i].y() };
		return of(tracks, clip.width());
	}
}
