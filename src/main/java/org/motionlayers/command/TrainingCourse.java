package org.motionlayers.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.motionlayers.network.train.Trainee;
import org.motionlayers.scene.Progress;

/** A model that can be trained by its name: a row of the table of the command that trains. */
interface TrainingCourse {

	/** @return the model that it belongs to, as users write it: dreamer */
	String model();

	/** @return what of the model is trained, as users write it: objects */
	String space();

	/** @return whether own movies must have labels */
	default boolean needsLabels() {
		return true;
	}

	/** @return what of a plan is said in a card of this course alone, by name */
	Map<String, String> facts(TrainingPlan plan);

	/**
	 * Does what is left to do once a model is trained and saved.
	 *
	 * @param folder of the model
	 * @param plan how it was trained
	 * @param material what it learned from
	 * @param progress is told and asked
	 * @throws IOException where the folder cannot be read or written
	 */
	default void finish(final Path folder, final TrainingPlan plan, final TrainingMaterial material, final Progress progress)
		throws IOException
	{
		// nothing is left where the weights are all there is
	}

	/** @return what is said of it */
	CourseSummary summary();

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
