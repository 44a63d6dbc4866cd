package org.motionlayers.dreamer.objects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.network.weights.Safetensors;
import org.motionlayers.network.weights.Tensor;
import org.motionlayers.network.weights.TensorFile;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;

/** The network of object space computes what its twin in PyTorch (scripts/make_dreamer_fixtures.py) computes, forward and backward. */
class TorchNetworkTest {

	private static final float TOLERANCE = 1e-5f;

	private static TensorFile fixture() throws Exception {
		return Safetensors.read(Path.of(TorchNetworkTest.class.getResource("/org/motionlayers/dreamer/objects.safetensors").toURI()));
	}

	private static float[] floats(final TensorFile file, final String name) {
		return file.tensors().get(name).floats();
	}

	private static ObjectInput input(final TensorFile file, final ObjectFormat format) {
		return new ObjectInput(format, 2, 4, 3, 4, floats(file, "in.features"), floats(file, "in.centres"), floats(file, "in.reaches"), floats(file,
			"in.logSizes"), floats(file, "in.bounds"), floats(file, "in.straight"), null);
	}

	private static Network<ObjectNetwork> network(final TensorFile file) {
		final Network<ObjectNetwork> network = new Network<>(new ObjectNetwork(ModelConfig.parse(file.metadata().get("config").replace("{",
			"{\"architecture\": \"dreamer-objects\", "), "fixture")), 1);
		final Map<String, Tensor> weights = new TreeMap<>();
		file.tensors().forEach((name, tensor) -> {
			if (name.startsWith("weight.")) weights.put(name.substring("weight.".length()), tensor);
		});
		network.load(TensorFile.of(weights, Map.of()), "fixture");
		return network;
	}

	@Test
	void estimatesAndGradientsAreThoseOfPyTorch() throws Exception {
		final TensorFile file = fixture();
		NetworkEngine.run(() -> {
			try (Network<ObjectNetwork> network = network(file)) {
				network.train(true);
				final Shape shape = new Shape(2, 4, 3, 4);
				final float[] timesteps = floats(file, "timesteps"), slope = new float[96];
				for (int i = 0; i < slope.length; i++) slope[i] = -1 + 2f * i / (slope.length - 1);
				try (NDManager scope = network.newScope(); GradientCollector collector = Engine.getInstance().newGradientCollector()) {
					final ObjectNetwork.Estimate estimate = network.layer().forward(FloatTransfer.in(scope, floats(file, "noisy"), shape), new double[] {
						timesteps[0], timesteps[1] }, network.layer().new Prepared(scope, input(file, network.layer().format())), floats(file, "before"));
					close(floats(file, "first"), estimate.walk().toFloatArray(), "walk");
					close(floats(file, "last"), estimate.last().toFloatArray(), "the one that counts");
					close(floats(file, "straight"), estimate.straight().toFloatArray(), "straight on");
					collector.backward(estimate.last().mul(FloatTransfer.in(scope, slope, shape)).sum());
				}
				network.weights().forEach((name, weight) -> {
					final float[] gradient = new float[weight.size()];
					weight.takeGradient(gradient, 0);
					close(floats(file, "gradient." + name), gradient, "gradient by " + name);
				});
			}
		});
	}

	/** To 1e-5 of the largest value, or of 1. */
	private static void close(final float[] expected, final float[] found, final String what) {
		float largest = 1;
		for (final float value : expected) largest = Math.max(largest, Math.abs(value));
		assertArrayEquals(expected, found, TOLERANCE * largest, what);
	}
}
