package org.motionlayers.evaluate.lamd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.motionlayers.lamd.LatentSettings;
import org.motionlayers.lamd.ModelPair;
import org.motionlayers.lamd.autoencoder.MotionAutoencoder;
import org.motionlayers.lamd.generator.MotionGenerator;
import org.motionlayers.network.ModelPlaces;
import org.motionlayers.network.weights.ModelException;

/** The trained models that are there; of others, why they are not. */
final class Models implements AutoCloseable {

	private final Path folder;
	private final MotionAutoencoder autoencoder;
	private final Map<String, MotionGenerator> generators = new LinkedHashMap<>();
	private final Map<String, String> missing = new LinkedHashMap<>();

	private Models(final Path folder) throws IOException {
		this.folder = folder;
		this.autoencoder = MotionAutoencoder.open(folder);
	}

	/**
	 * Opens them.
	 *
	 * @throws ModelException where there is no autoencoder, without which nothing can be tried
	 * @throws IOException where a model cannot be read
	 */
	static Models shipped() throws IOException {
		final Models models = new Models(LatentSettings.autoencoderFolder(""));
		for (final String name : LatentSettings.GENERATORS) models.add(name);
		return models;
	}

	private void add(final String name) throws IOException {
		try {
			ModelPair.require(folder, ModelPlaces.find(name));
			final MotionGenerator generator = MotionGenerator.open(ModelPlaces.find(name));
			if (generator.options().shape().equals(autoencoder.options().latentShape())) generators.put(name, generator);
			else {
				missing.put(name, "It draws latents of " + generator.options().shape() + "; the autoencoder's are of " + autoencoder.options().latentShape() +
					".");
				generator.close();
			}
		}
		catch (final ModelException e) {
			missing.put(name, e.getMessage());
		}
	}

	Path autoencoderFolder() {
		return folder;
	}

	MotionAutoencoder autoencoder() {
		return autoencoder;
	}

	Optional<MotionGenerator> generator(final String name) {
		return Optional.ofNullable(generators.get(name));
	}

	/** @return why the others are not there, by name */
	Map<String, String> missing() {
		return new LinkedHashMap<>(missing);
	}

	@Override
	public void close() {
		generators.values().forEach(MotionGenerator::close);
		autoencoder.close();
	}
}
