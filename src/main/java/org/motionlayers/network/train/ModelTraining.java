package org.motionlayers.network.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

import org.motionlayers.network.ModelFolder;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.weights.TensorFile;

/**
 * Trains a model into a folder: a checkpoint to resume from, and the model itself when all steps are done or the training is cancelled.
 */
public final class ModelTraining {

	/** Name of the checkpoint; not part of the model. */
	public static final String CHECKPOINT = "checkpoint.safetensors";

	private ModelTraining() {}

	/** Trains where checkpoint and model lie in the same folder. */
	public static <B> void run(final Trainee<B> trainee, final TrainingSettings settings, final Path folder, final TrainingMonitor monitor)
		throws IOException
	{
		run(trainee, settings, folder, folder, monitor);
	}

	/**
	 * Trains, from the folder's checkpoint where there is one.
	 *
	 * @param trainee what is trained
	 * @param settings how
	 * @param folder where the checkpoint goes; made where it is absent
	 * @param model where the model goes; made where it is absent
	 * @param monitor is told after every step; what it throws to stop the training passes on once the model so far is saved
	 * @throws IOException where the folder cannot be written
	 */
	public static <B> void run(final Trainee<B> trainee, final TrainingSettings settings, final Path folder, final Path model,
		final TrainingMonitor monitor) throws IOException
	{
		final TrainingLoop loop = new TrainingLoop(trainee.network(), trainee.config(), settings, folder.resolve(CHECKPOINT));
		try {
			loop.run(trainee, trainee, monitor);
		}
		catch (final CancellationException stopped) {
			save(trainee, settings, model, loop);
			throw stopped;
		}
		save(trainee, settings, model, loop);
	}

	/**
	 * Begins with the weights of a trained model, where they have the same name and shape.
	 *
	 * @param trainee what is to be trained
	 * @param folder of the model
	 * @return how many of the trainee's weights were there
	 * @throws org.motionlayers.network.weights.ModelException where the model cannot be read
	 * @throws IOException where there is none
	 */
	public static int begin(final Trainee<?> trainee, final Path folder) throws IOException {
		final TensorFile weights = ModelFolder.open(folder).weights();
		return trainee.network().weights().size() - NetworkEngine.call(() -> trainee.network().adopt(weights)).size();
	}

	private static void save(final Trainee<?> trainee, final TrainingSettings settings, final Path folder, final TrainingLoop loop)
		throws IOException
	{
		final Map<String, String> said = new TreeMap<>();
		said.put("steps", Long.toString(loop.step()));
		said.put("seed", Long.toString(settings.seed()));
		ModelFolder.save(folder, trainee.config(), loop.averagedWeights(), said);
	}
}
