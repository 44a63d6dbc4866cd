package org.motionlayers.lamd;

import java.io.IOException;
import java.nio.file.Path;

import org.motionlayers.lamd.generator.GeneratorOptions;
import org.motionlayers.network.ModelFolder;
import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.network.weights.ModelException;

/**
 * A generator draws latents of the autoencoder that it was trained with; another one of the same size would take them for other motion. So
 * a generator's configuration names that autoencoder by the SHA-256 of its weights.
 */
public final class ModelPair {

	private ModelPair() {}

	/**
	 * Names the autoencoder that a generator was trained with in its configuration.
	 *
	 * @param generator folder of the model
	 * @param autoencoder folder of the other
	 * @throws IOException where one cannot be read, or the configuration not be written
	 */
	public static void join(final Path generator, final Path autoencoder) throws IOException {
		final ModelConfig config = ModelFolder.open(generator).config();
		config.with(GeneratorOptions.AUTOENCODER, ModelFolder.open(autoencoder).config().digest()).write(generator.resolve(ModelFolder.CONFIG));
	}

	/**
	 * Checks that two models belong together, as far as they say: models of before name none.
	 *
	 * @param autoencoder folder of one
	 * @param generator folder of the other
	 * @throws ModelException where they do not
	 * @throws IOException where one cannot be read
	 */
	public static void require(final Path autoencoder, final Path generator) throws IOException {
		final ModelConfig config = ModelFolder.open(generator).config();
		final String named = config.has(GeneratorOptions.AUTOENCODER) ? config.text(GeneratorOptions.AUTOENCODER) : "", found = ModelFolder.open(
			autoencoder).config().digest();
		if (!named.isEmpty() && !found.isEmpty() && !named.equals(found)) throw new ModelException("Model '" + generator +
			"' was trained with another autoencoder than '" + autoencoder + "': it names SHA-256 " + named + ", these weights are " + found +
			". A generator fits the autoencoder that it was trained with.");
	}
}
