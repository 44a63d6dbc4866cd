package org.motionlayers.predict;

import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;
import org.scijava.plugin.Plugin;

/** Every object stays where it is; only arrows and the camera move: the baseline of no motion. */
@Plugin(type = MotionPredictor.class, name = StillPredictor.NAME)
public final class StillPredictor implements MotionPredictor {

	/** What users give as {@code predictor=}. */
	public static final String NAME = "still";

	@Override
	public int framesNeeded() {
		return 1;
	}

	@Override
	public Motion predict(final PredictionRequest request, final Progress progress) {
		final Forecast forecast = Forecast.of(request);
		for (int i = 0; i < request.scene().objects(); i++) forecast.move(i, new double[request.scene().shape().dimensions()]);
		return forecast.motion(NAME);
	}
}
