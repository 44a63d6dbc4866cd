package org.motionlayers.dreamer.decoder;

import org.motionlayers.scene.DenseMotion;

/** A motion cut into parts of so many frames; the last one is filled up with its last frame, standing still. */
final class MotionParts {

	private final DenseMotion motion;
	private final int length;

	/** @param motion to be cut; @param length frames of every part */
	MotionParts(final DenseMotion motion, final int length) {
		this.motion = motion;
		this.length = length;
	}

	/** @return how many parts */
	int count() {
		return (motion.frames() + length - 1) / length;
	}

	/** @return part k, 0 first */
	DenseMotion part(final int k) {
		final float[][] flow = new float[length][], depth = new float[length][];
		final int[][] labels = new int[length][];
		for (int i = 0; i < length; i++) {
			final int t = Math.min(motion.frames(), k * length + i + 1);
			flow[i] = t == k * length + i + 1 ? motion.flow(t) : new float[2 * motion.pixels()];
			labels[i] = motion.labels(t);
			depth[i] = motion.depth(t);
		}
		return new DenseMotion(motion.width(), motion.height(), flow, labels, depth);
	}
}
