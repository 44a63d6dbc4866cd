package org.motionlayers.predict;

import org.motionlayers.scene.Futures;
import org.motionlayers.scene.Progress;

/** A predictor that also knows how uncertain it is. */
public interface UncertainPredictor extends MotionPredictor {

	/**
	 * Draws futures.
	 *
	 * @param request what is known and what is asked; its seed decides the draws
	 * @param samples how many futures, at least 1
	 * @param progress is told and asked
	 * @return that many futures of every object of the scene
	 */
	Futures futures(PredictionRequest request, int samples, Progress progress);
}
