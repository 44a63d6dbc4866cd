package org.motionlayers.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.network.weights.ModelException;
import org.motionlayers.network.weights.Safetensors;
import org.motionlayers.network.weights.Sha256;
import org.motionlayers.network.weights.Tensor;
import org.motionlayers.network.weights.TensorFile;

/**
 * A trained model on disk: {@code config.json} and {@code model.safetensors}. The first names the second by its SHA-256, so that weights which
 * were damaged or exchanged are told when they are read; a model of before, without it, opens too. Neither file holds anything that is run.
 *
 * @param path the folder
 * @param config how the network is built
 */
public record ModelFolder(Path path, ModelConfig config) {

	/** Name of the configuration. */
	public static final String CONFIG = "config.json";

	/** Name of the weights. */
	public static final String WEIGHTS = "model.safetensors";

	/**
	 * Opens a folder; reads the configuration alone.
	 *
	 * @param path the folder
	 * @throws ModelException where it is no model
	 * @throws IOException where it cannot be read
	 */
	public static ModelFolder open(final Path path) throws IOException {
		for (final String file : new String[] { CONFIG, WEIGHTS }) if (!Files.isRegularFile(path.resolve(file))) throw new ModelException(
			"Model '" + path + "' has no " + file + "; a model is a folder with " + CONFIG + " and " + WEIGHTS + ".");
		return new ModelFolder(path, ModelConfig.read(path.resolve(CONFIG)));
	}

	/**
	 * Builds the network and loads its weights. May be called from any thread.
	 *
	 * @param type of the layer that the configuration must build
	 * @param known what can be built
	 * @throws ModelException where the folder's files are damaged or do not fit together
	 * @throws EngineMissingException where PyTorch cannot be loaded
	 * @throws IOException where they cannot be read
	 */
	public <L extends Layer> Network<L> load(final Class<L> type, final Architectures known) throws IOException {
		NetworkEngine.require();
		final Layer layer = known.build(config);
		if (!type.isInstance(layer)) throw new ModelException("Model '" + path + "' is of architecture '" + config.architecture() +
			"', which is not what is asked for here.");
		final TensorFile weights = weights();
		return NetworkEngine.call(() -> {
			final Network<L> network = new Network<>(type.cast(layer), 0);
			try {
				network.load(weights, path.resolve(WEIGHTS).toString());
				return network;
			}
			catch (final ModelException e) {
				network.close();
				throw e;
			}
		});
	}

	/**
	 * Reads the weights.
	 *
	 * @return all tensors
	 * @throws ModelException where the file is damaged, or another than the configuration names
	 * @throws IOException where it cannot be read
	 */
	public TensorFile weights() throws IOException {
		final Path file = path.resolve(WEIGHTS);
		final TensorFile tensors = Safetensors.read(file);
		final String found = config.digest().isEmpty() ? "" : Sha256.of(file);
		if (!found.equals(config.digest())) throw new ModelException(file + ": SHA-256 " + found + ", where " + CONFIG + " beside it says " + config
			.digest() + ": the file is damaged or of another model; get the two files again from where they came.");
		return tensors;
	}

	/**
	 * Writes a model; the folder is made where it is absent, each file is written beside its place first.
	 *
	 * @param path the folder
	 * @param config how the network is built
	 * @param weights by name
	 * @param metadata what to say of it in the file of weights
	 * @throws IOException where it cannot be written
	 */
	public static void save(final Path path, final ModelConfig config, final Map<String, Tensor> weights,
		final Map<String, String> metadata) throws IOException
	{
		Files.createDirectories(path);
		Safetensors.write(path.resolve(WEIGHTS), TensorFile.of(weights, metadata));
		config.withDigest(Sha256.of(path.resolve(WEIGHTS))).write(path.resolve(CONFIG));
	}
}
