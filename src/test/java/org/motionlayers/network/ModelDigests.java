package org.motionlayers.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.network.weights.Sha256;

/** The models of the source tree. As a main it writes into every config.json by what SHA-256 its weights are known. */
public final class ModelDigests {

	/** What to run after weights in models/ were exchanged by hand; whatever trains a model writes the digest itself. */
	static final String COMMAND = "mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=" + ModelDigests.class.getName();

	private ModelDigests() {}

	/** @return the folders of all models that come with the plugin */
	static List<Path> shipped() throws IOException {
		try (Stream<Path> models = Files.list(Path.of("models"))) {
			return models.filter(Files::isDirectory).sorted().toList();
		}
	}

	/** @param args none */
	public static void main(final String[] args) throws IOException {
		for (final Path model : shipped()) {
			final Path config = model.resolve(ModelFolder.CONFIG);
			ModelConfig.read(config).withDigest(Sha256.of(model.resolve(ModelFolder.WEIGHTS))).write(config);
		}
	}
}
