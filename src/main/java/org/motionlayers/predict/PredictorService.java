package org.motionlayers.predict;

import java.util.List;

import org.motionlayers.scene.InputException;
import org.scijava.plugin.SingletonService;
import org.scijava.service.SciJavaService;

/** Finds the predictors that are installed. */
public interface PredictorService extends SingletonService<MotionPredictor>, SciJavaService {

	/** What is taken where the user names none. */
	String DEFAULT = "hierarchical";

	/** @return names of all predictors, the default first, then in the order of their priority */
	List<String> names();

	/**
	 * Finds a predictor.
	 *
	 * @param name as users give it, upper or lower case
	 * @return the predictor
	 * @throws InputException where none has the name; the message lists those there are
	 */
	MotionPredictor predictor(String name);

	@Override
	default Class<MotionPredictor> getPluginType() {
		return MotionPredictor.class;
	}
}
