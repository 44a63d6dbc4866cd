package org.motionlayers.network.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.weights.ModelException;

/**
 * A network out of a TorchScript file, as Python's {@code torch.jit.save} writes it.
 *
 * <pre>
 * try (ScriptNetwork network = ScriptNetwork.open(Path.of("i3d_torchscript.pt"))) {
 * 	float[] logits = network.run(values, new long[] { 1, 3, 16, 224, 224 }, false, false, true);
 * }
 * </pre>
 */
public final class ScriptNetwork implements AutoCloseable {

	private final ScriptModule module;

	private ScriptNetwork(final ScriptModule module) {
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
	public static ScriptNetwork open(final Path file) throws IOException {
		if (!Files.isRegularFile(file)) throw new ModelException("model=" + file + ": no such file; a TorchScript file is needed.");
		return new ScriptNetwork(NetworkEngine.call(() -> ScriptModule.load(file)));
	}

	/**
	 * Runs the network on one input.
	 *
	 * @param values float32, row-major
	 * @param shape of the input
	 * @param switches passed after the input; where the file's forward does not take so many arguments, the input is passed alone
	 * @return what the network gives, row-major; the first where it gives several
	 * @throws ModelException where the network does not take this input, or gives no numbers
	 */
	public float[] run(final float[] values, final long[] shape, final boolean... switches) {
		return NetworkEngine.call(() -> module.run(values, shape, switches));
	}

	@Override
	public void close() {
		NetworkEngine.run(module::close);
	}
}
