package org.motionlayers.evaluate.forecast;

import java.util.Map;

import org.motionlayers.predict.MotionPredictor;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Tracks;

/** Baseline of the scorecard: every object repeats its last step, x(t) + h (x(t) - x(t - 1)). */
public final class LastStepPredictor implements MotionPredictor {

	/** Name in a scorecard. */
	public static final String NAME = "last step";

	@Override
	public int framesNeeded() {
		return 2;
	}

	@Override
	public Motion predict(final PredictionRequest request, final Progress progress) {
		final Tracks tracks = request.tracks();
		final int last = tracks.frames() - 1, dimensions = tracks.dimensions();
		final double[] velocities = new double[tracks.objects() * dimensions];
		for (int i = 0; i < tracks.objects(); i++) if (last > 0 && tracks.seen(last - 1, i)) for (int d = 0; d < dimensions; d++)
			velocities[i * dimensions + d] = tracks.position(last, i, d) - tracks.position(last - 1, i, d);
		return Motion.constant(request.scene().labels(), request.frames(), dimensions, velocities, new double[0], new Motion.Provenance(NAME,
			request.seed(), Map.of()));
	}
}
