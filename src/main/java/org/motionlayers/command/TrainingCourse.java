package org.motionlayers.command;

import java.util.List;

import org.motionlayers.network.train.Trainee;
import org.motionlayers.scene.Progress;

/** A model that can be trained by its name: a row of the table of the command that trains. */
interface TrainingCourse {

	/** @return the model that it belongs to, as users write it: dreamer */
	String model();

	/** @return what of the model is trained, as users write it: objects */
	String space();

	/** @return what it is, for a line in its card */
	String title();

	/** @return what is usual; nothing of it is 0 but the seed */
	TrainingPlan usual();

	/** @return names of the simulated scenes that it can learn from */
	List<String> scenes();

	/** @return how many simulated scenes it learns from where nobody says */
	int usualScenes();

	/** @return what is known of where the model fails, one line each */
	List<String> limits();

	/**
	 * Makes what is trained.
	 *
	 * @param plan how; nothing of it is 0 but the seed
	 * @param material what is learned from
	 * @param progress is told and asked
	 * @return to be closed by the caller
	 */
	Trainee<?> trainee(TrainingPlan plan, TrainingMaterial material, Progress progress);
}
