package org.motionlayers.dreamer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.motionlayers.dreamer.objects.ObjectFormat;
import org.motionlayers.dreamer.objects.ObjectNetwork;
import org.motionlayers.network.ModelFolder;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.network.weights.Tensor;

/** Models of real architectures, very small and untrained: whatever is not their weights behaves as with any other model. */
public final class TinyModels {

	private TinyModels() {}

	/** @return a configuration in object space, 2D, four frames at once */
	public static ModelConfig objects() {
		return ObjectNetwork.config(new ObjectFormat(2, 4, 2, true), 16, 8, 2, 1);
	}

	/**
	 * Writes a model in object space.
	 *
	 * @param folder is made
	 * @param seed of its weights
	 * @return the folder
	 */
	public static Path objects(final Path folder, final long seed) throws IOException {
		final Map<String, Tensor> weights = NetworkEngine.call(() -> {
			try (Network<ObjectNetwork> network = new Network<>(new ObjectNetwork(objects()), seed)) {
				return network.tensors();
			}
		});
		ModelFolder.save(folder, objects(), weights, Map.of());
		return folder;
	}
}
