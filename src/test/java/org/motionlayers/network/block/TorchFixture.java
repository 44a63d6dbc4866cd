package org.motionlayers.network.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.function.BiFunction;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;

import org.motionlayers.network.Layer;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.weights.Safetensors;
import org.motionlayers.network.weights.Tensor;
import org.motionlayers.network.weights.TensorFile;

/**
 * Weights, inputs, output and gradients of a module of PyTorch 1.13, written by scripts/make_network_fixtures.py. Compares a layer with
 * it: output and gradients of sum(r output) by every input to 1e-5 of their largest value, gradients by weights by their norms.
 */
final class TorchFixture {

	private static final double TOLERANCE = 1e-5;
	private static final String WEIGHT = "weight.";

	private final TensorFile file;
	private final String name;

	TorchFixture(final String name) {
		this.name = name;
		try {
			file = Safetensors.read(Path.of(TorchFixture.class.getResource(name + ".safetensors").toURI()));
		}
		catch (final Exception e) {
			throw new IllegalStateException(e);
		}
	}

	Tensor tensor(final String key) {
		return file.tensors().get(key);
	}

	/** Compares a layer; the function calls its forward method. */
	<L extends Layer> void check(final L layer, final BiFunction<L, NDList, NDArray> forward) {
		NetworkEngine.run(() -> {
			try (Network<L> network = new Network<>(layer, 1)) {
				network.load(weights(), name);
				network.train(true);
				compare(network, forward);
				final int owned = network.ownedArrays();
				try (NDManager scope = network.newScope()) {
					forward.apply(layer, inputs(scope));
				}
				assertEquals(owned, network.ownedArrays(), name + ": arrays left with the network");
			}
		});
	}

	private TensorFile weights() {
		final TreeMap<String, Tensor> weights = new TreeMap<>();
		file.tensors().forEach((key, tensor) -> {
			if (key.startsWith(WEIGHT)) weights.put(key.substring(WEIGHT.length()), tensor);
		});
		return new TensorFile(new TreeMap<>(), weights);
	}

	private NDList inputs(final NDManager manager) {
		final NDList inputs = new NDList();
		for (int i = 0; file.tensors().containsKey("in." + i); i++) inputs.add(array(manager, "in." + i));
		return inputs;
	}

	private NDArray array(final NDManager manager, final String key) {
		final Tensor tensor = tensor(key);
		return manager.create(tensor.floats(), new Shape(tensor.shape()));
	}

	private <L extends Layer> void compare(final Network<L> network, final BiFunction<L, NDList, NDArray> forward) {
		try (NDManager scope = network.newScope()) {
			final NDList inputs = inputs(scope);
			inputs.forEach(x -> x.setRequiresGradient(true));
			try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
				final NDArray out = forward.apply(network.layer(), inputs);
				assertArrayEquals(tensor("out").shape(), out.getShape().getShape(), name + ": shape");
				assertNear("out", out.toFloatArray());
				collector.backward(out.mul(array(scope, "r")).sum());
			}
			for (int i = 0; i < inputs.size(); i++) if (file.tensors().containsKey("gradient." + i)) assertNear("gradient." + i, inputs.get(i)
				.getGradient().toFloatArray());
		}
		network.weights().forEach((key, weight) -> {
			final float[] gradient = new float[weight.size()];
			weight.takeGradient(gradient, 0);
			double squares = 0;
			for (final float g : gradient) squares += g * (double) g;
			final double expected = tensor("norm." + key).floats()[0];
			assertEquals(expected, Math.sqrt(squares), 1e-4 * Math.max(1, expected), name + ": norm of the gradient of " + key);
			weight.takeGradient(gradient, 0);
			assertArrayEquals(new float[gradient.length], gradient, name + ": gradient of " + key + " once taken");
		});
	}

	private void assertNear(final String key, final float[] actual) {
		final float[] expected = tensor(key).floats();
		double largest = 1;
		for (final float v : expected) largest = Math.max(largest, Math.abs(v));
		assertEquals(expected.length, actual.length, name + ": length of " + key);
		for (int i = 0; i < expected.length; i++) if (!(Math.abs(expected[i] - actual[i]) <= TOLERANCE * largest)) assertEquals(expected[i],
			actual[i], TOLERANCE * largest, name + ": " + key + " " + i + " of " + Arrays.toString(actual));
	}
}
