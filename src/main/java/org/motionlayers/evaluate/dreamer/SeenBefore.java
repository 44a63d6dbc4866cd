package org.motionlayers.evaluate.dreamer;

import java.util.List;

import org.motionlayers.dreamer.TypicalMotion;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Tracks;

/**
 * Stage I that is also told where every body was one frame before, as in a time-lapse of two frames: no body touches another one there, so
 * each was a step of its velocity back.
 *
 * @param key in report.json
 * @param title what it is, in a few words
 * @param arm that is told; closed with this
 */
record SeenBefore(String key, String title, ReasonerArm arm) implements Arm {

	@Override
	public Future imagine(final Trial trial, final Progress progress) {
		final PredictionRequest one = trial.request();
		final PredictionRequest two = new PredictionRequest(one.scene(), one.observed(), one.labels(), tracks(trial), one.cues(), one.frames(), one
			.seed(), one.settings());
		final List<Motion> draws = arm.reasoner().draw(two, arm.samples(), arm.drawing(), progress);
		return Future.ofLayers(trial, draws.get(TypicalMotion.of(draws)), draws);
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
