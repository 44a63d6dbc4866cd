package org.motionlayers.evaluate.dreamer;

import org.motionlayers.scene.Motion;

/** The sum of mass times velocity over all bodies. Walls change it, so a motion is measured against the true one. */
final class Momentum {

	private Momentum() {}

	/**
	 * @return length of the difference of a motion's total momentum from the true one, mean over frames, as a share of the momentum at the
	 *         start
	 */
	static double drift(final Trial trial, final Motion motion) {
		double sum = 0, startX = 0, startY = 0;
		for (int i = 0; i < motion.objects(); i++) {
			startX += mass(trial, i) * trial.sample().paths().velocities()[0][2 * i];
			startY += mass(trial, i) * trial.sample().paths().velocities()[0][2 * i + 1];
		}
		for (int t = 1; t <= trial.frames(); t++) {
			double x = 0, y = 0;
			for (int i = 0; i < motion.objects(); i++) {
				x += mass(trial, i) * (velocity(motion, t, i, 0) - velocity(trial.truth(), t, i, 0));
				y += mass(trial, i) * (velocity(motion, t, i, 1) - velocity(trial.truth(), t, i, 1));
			}
			sum += Math.hypot(x, y);
		}
		return sum / trial.frames() / Math.hypot(startX, startY);
	}

	private static double mass(final Trial trial, final int object) {
		return trial.sample().paths().bodies().get(object).mass();
	}

	private static double velocity(final Motion motion, final int t, final int object, final int dimension) {
		return motion.displacement(t, object, dimension) - motion.displacement(t - 1, object, dimension);
	}
}
