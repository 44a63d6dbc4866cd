package org.motionlayers.network.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.network.weights.ModelException;
import org.motionlayers.network.weights.Safetensors;
import org.motionlayers.network.weights.Tensor;
import org.motionlayers.network.weights.TensorFile;

/**
 * All that a training knows after some steps, and the file it is kept in. Random numbers need no state of their own: those of a step are
 * drawn from the seed and its number.
 *
 * @param step steps done
 * @param weights as they are now
 * @param average of the weights
 * @param mean of the gradient
 * @param square mean of its square
 */
record Checkpoint(long step, float[] weights, float[] average, float[] mean, float[] square) {

	private static final String STEP = "step";
	private static final String SEED = "seed";
	private static final String CONFIG = "config";

	/** @return what training starts from */
	static Checkpoint start(final float[] weights) {
		return new Checkpoint(0, weights, weights.clone(), new float[weights.length], new float[weights.length]);
	}

	/** @return the same arrays after one more step */
	Checkpoint next() {
		return new Checkpoint(step + 1, weights, average, mean, square);
	}

	/** Writes it, beside its place first. */
	void write(final Path file, final WeightVector vector, final ModelConfig config, final long seed) throws IOException {
		final Map<String, Tensor> tensors = new HashMap<>();
		vector.toTensors(weights, "weights.", tensors);
		vector.toTensors(average, "average.", tensors);
		vector.toTensors(mean, "mean.", tensors);
		vector.toTensors(square, "square.", tensors);
		Files.createDirectories(file.toAbsolutePath().getParent());
		Safetensors.write(file, TensorFile.of(tensors, Map.of(STEP, Long.toString(step), SEED, Long.toString(seed), CONFIG, config.json())));
	}

	/**
	 * Reads one.
	 *
	 * @throws ModelException where it is of another configuration or seed, or damaged
	 */
	static Checkpoint read(final Path file, final WeightVector vector, final ModelConfig config, final long seed) throws IOException {
		final TensorFile content = Safetensors.read(file);
		final String origin = file.toString();
		final ModelConfig found = ModelConfig.parse(text(content, CONFIG, origin), origin + " (configuration)");
		if (!found.equals(config)) throw new ModelException(origin + ": a checkpoint of another configuration: " + found.difference(config) +
			"; training resumes only with its own.");
		if (number(content, SEED, origin) != seed) throw new ModelException(origin + ": a checkpoint of a training with seed " + text(content,
			SEED, origin) + ", not " + seed + ".");
		return new Checkpoint(number(content, STEP, origin), vector.fromTensors(content, "weights.", origin), vector.fromTensors(content,
			"average.", origin), vector.fromTensors(content, "mean.", origin), vector.fromTensors(content, "square.", origin));
	}

	private static String text(final TensorFile content, final String key, final String origin) {
		final String value = content.metadata().get(key);
		if (value == null) throw new ModelException(origin + ": no checkpoint of a training: '" + key + "' is missing.");
		return value;
	}

	private static long number(final TensorFile content, final String key, final String origin) {
		final String value = text(content, key, origin);
		try {
			return Long.parseLong(value);
		}
		catch (final NumberFormatException e) {
			throw new ModelException(origin + ": '" + key + "' is " + value + ", no whole number.", e);
		}
	}
}
