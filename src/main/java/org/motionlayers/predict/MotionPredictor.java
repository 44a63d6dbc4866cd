package org.motionlayers.predict;

import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;
import org.scijava.plugin.SingletonPlugin;

/** Predicts how every object moves. The plugin's name is what users give as {@code predictor=}; one instance serves all. */
public interface MotionPredictor extends SingletonPlugin {

	/** @return how many observed frames it needs at least: 1, or 2 where motion must have been seen */
	int framesNeeded();

	/**
	 * Predicts.
	 *
	 * @param request what is known and what is asked
	 * @param progress is told and asked
	 * @return displacements of every layer of the scene for every future frame asked for
	 */
	Motion predict(PredictionRequest request, Progress progress);
}
