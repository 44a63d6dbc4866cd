package org.motionlayers.evaluate.dreamer;

import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Tracks;

/**
 * Stage I that is also told where every body was one frame before, as in a time-lapse of two frames: no body touches another one there, so
 * each was a step of its velocity back.
 *
 * @param arm that is told; closed with this
 */
record SeenBefore(ReasonerArm arm) implements Arm {

	@Override
	public String key() {
		return arm.key();
	}

	@Override
	public String title() {
		return arm.title();
	}

	@Override
	public Future imagine(final Trial trial, final Progress progress) {
		final PredictionRequest one = trial.request();
		final PredictionRequest two = new PredictionRequest(one.scene(), one.observed(), one.labels(), tracks(trial), one.cues(), one.frames(), one
			.seed(), one.settings());
		return arm.imagine(trial, two, progress);
	}

	private static Tracks tracks(final Trial trial) {
		final Tracks one = trial.request().tracks();
		final int n = one.objects(), dimensions = one.dimensions();
		final double[] positions = new double[2 * n * dimensions];
		final int[] labels = new int[n];
		for (int i = 0; i < n; i++) {
			labels[i] = one.label(i);
			for (int d = 0; d < dimensions; d++) {
				positions[(n + i) * dimensions + d] = one.position(0, i, d);
				positions[i * dimensions + d] = one.position(0, i, d) - trial.sample().paths().velocities()[0][dimensions * i + d];
			}
		}
		return new Tracks(labels, 2, dimensions, positions, new boolean[2 * n], new double[2 * dimensions]);
	}

	@Override
	public void close() {
		arm.close();
	}
}
