package org.motionlayers.evaluate.dreamer;

import java.util.List;

import org.motionlayers.diffusion.Drawing;
import org.motionlayers.dreamer.Reasoner;
import org.motionlayers.dreamer.TypicalMotion;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;

/**
 * Stage I moves the layers.
 *
 * @param key in report.json
 * @param title what it is, in a few words
 * @param reasoner draws motions; closed with the arm
 * @param samples how many are drawn, of which the typical one counts
 * @param drawing how they are drawn
 */
record ReasonerArm(String key, String title, Reasoner reasoner, int samples, Drawing drawing) implements Arm {

	@Override
	public Future imagine(final Trial trial, final Progress progress) {
		return imagine(trial, trial.request(), progress);
	}

	/** The same, shown what another request shows of the trial. */
	Future imagine(final Trial trial, final PredictionRequest request, final Progress progress) {
		final List<Motion> draws = reasoner.draw(request, samples, drawing, progress);
		return Future.ofLayers(trial, draws.get(TypicalMotion.of(draws)), draws);
	}

	@Override
	public void close() {
		reasoner.close();
	}
}
