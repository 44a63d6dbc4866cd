package org.motionlayers.predict;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;
import org.scijava.plugin.Plugin;

/** Objects with an arrow follow it, all others stay where they are. */
@Plugin(type = MotionPredictor.class, name = ArrowPredictor.NAME)
public final class ArrowPredictor implements MotionPredictor {

	/** What users give as {@code predictor=}. */
	public static final String NAME = "arrows";

	@Override
	public int framesNeeded() {
		return 1;
	}

	@Override
	public Motion predict(final PredictionRequest request, final Progress progress) {
		if (request.cues().isEmpty()) throw new InputException("predictor=arrows needs arrows, found none; give arrows=label:dx,dy.");
		final Forecast forecast = Forecast.of(request);
		for (int i = 0; i < request.scene().objects(); i++) forecast.move(i, new double[request.scene().shape().dimensions()]);
		return forecast.motion(NAME);
	}
}
