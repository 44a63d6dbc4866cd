package org.motionlayers.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.network.block.Dense;
import org.motionlayers.network.block.TokenNorm;
import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.network.weights.ModelException;
import org.motionlayers.network.weights.Tensor;

class ModelFolderTest {

	private static final Architectures KNOWN = new Architectures(Map.of("dense", config -> {
		config.allowOnly("in", "out");
		return new Dense(config.integer("in", 1, 100), config.integer("out", 1, 100));
	}, "norm", config -> new TokenNorm(config.integer("channels", 1, 100))));

	@TempDir
	Path folder;

	private static ModelConfig config(final int out) {
		return ModelConfig.of("dense", Map.of("in", 3, "out", out));
	}

	private Map<String, Tensor> save(final ModelConfig config) throws IOException {
		final Map<String, Tensor> weights = NetworkEngine.call(() -> {
			try (Network<?> network = new Network<>(KNOWN.build(config(2)), 1)) {
				return network.tensors();
			}
		});
		ModelFolder.save(folder.resolve("model"), config, weights, Map.of("seed", "1"));
		return weights;
	}

	private String refused(final Class<? extends Layer> type) {
		return assertThrows(ModelException.class, () -> NetworkEngine.call(() -> ModelFolder.open(folder.resolve("model")).load(type, KNOWN)))
			.getMessage();
	}

	@Test
	void loadsWhatItSaved() throws IOException {
		final Map<String, Tensor> weights = save(config(2));
		final Map<String, Tensor> loaded = NetworkEngine.call(() -> {
			try (Network<Dense> network = ModelFolder.open(folder.resolve("model")).load(Dense.class, KNOWN)) {
				return network.tensors();
			}
		});
		assertEquals(weights, loaded);
	}

	@Test
	void anotherReaderOfSafetensorsReadsOurs() throws IOException {
		// DJL's own reader, as an independent one.
		final Map<String, Tensor> weights = save(config(2));
		NetworkEngine.call(() -> {
			try (NDManager manager = NDManager.newBaseManager()) {
				final NDList list = NDList.decode(manager, Files.readAllBytes(folder.resolve("model/model.safetensors")));
				assertEquals(2, list.size());
				assertArrayEquals(weights.get("weight").floats(), list.get("weight").toFloatArray());
				assertArrayEquals(weights.get("bias").floats(), list.get("bias").toFloatArray());
			}
			return null;
		});
	}

	@Test
	void folderThatIsNoModelIsRefused() {
		final String message = assertThrows(ModelException.class, () -> ModelFolder.open(folder)).getMessage();
		assertTrue(message.contains("has no config.json"), message);
	}

	@Test
	void weightsOfAnotherConfigurationAreRefused() throws IOException {
		save(config(4));
		assertTrue(refused(Dense.class).contains("[2, 3]"));
		save(config(2));
		assertTrue(refused(TokenNorm.class).contains("architecture 'dense'"));
		Files.writeString(folder.resolve("model/config.json"), "{\"architecture\":\"unet\"}");
		assertTrue(refused(Dense.class).contains("known are dense, norm"));
		Files.writeString(folder.resolve("model/config.json"), "{\"architecture\":\"dense\",\"in\":3,\"out\":2,\"more\":1}");
		assertTrue(refused(Dense.class).contains("unknown setting 'more'"));
	}
}
