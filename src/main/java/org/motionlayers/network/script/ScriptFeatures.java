package org.motionlayers.network.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.weights.ModelException;

/** A network out of a TorchScript file as a fixed part of a loss: gradients pass through it, its own weights stay. */
public final class ScriptFeatures implements AutoCloseable {

	private final ScriptModule module;

	private ScriptFeatures(final ScriptModule module) {
		this.module = module;
	}

	/**
	 * Loads a file.
	 *
	 * @param file TorchScript
	 * @return the network, to be closed
	 * @throws ModelException where it is no TorchScript that this PyTorch can load
	 * @throws IOException where it cannot be read
	 * @throws org.motionlayers.network.EngineMissingException where PyTorch cannot be loaded
	 */
	public static ScriptFeatures open(final Path file) throws IOException {
		if (!Files.isRegularFile(file)) throw new ModelException("model=" + file + ": no such file; a TorchScript file is needed.");
		return new ScriptFeatures(NetworkEngine.call(() -> ScriptModule.load(file)));
	}

	/**
	 * Computes features, on the network thread.
	 *
	 * @param images of any shape that the network takes
	 * @return one array of features or several, in the manager of the images
	 * @throws ModelException where the network does not take such images, or gives no arrays
	 */
	public NDList of(final NDArray images) {
		return module.features(images);
	}

	@Override
	public void close() {
		NetworkEngine.run(module::close);
	}
}
