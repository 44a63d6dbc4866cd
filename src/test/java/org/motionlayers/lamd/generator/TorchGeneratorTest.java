package org.motionlayers.lamd.generator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

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

/** The generator computes what its twin in PyTorch (scripts/make_lamd_generator_fixtures.py) computes, forward and backward. */
class TorchGeneratorTest {

	private static final float TOLERANCE = 1e-4f;

	private static TensorFile fixture() throws Exception {
		return Safetensors.read(Path.of(TorchGeneratorTest.class.getResource("/org/motionlayers/lamd/generator.safetensors").toURI()));
	}

	private static float[] floats(final TensorFile file, final String name) {
		return file.tensors().get(name).floats();
	}

	private static Network<GeneratorNetwork> network(final TensorFile file) {
		final Network<GeneratorNetwork> network = new Network<>(new GeneratorNetwork(GeneratorOptions.of(ModelConfig.parse(file.metadata().get(
			"config"), "fixture"))), 1);
		final Map<String, Tensor> weights = new TreeMap<>();
		file.tensors().forEach((name, tensor) -> {
			if (name.startsWith("weight.")) weights.put(name.substring("weight.".length()), tensor);
		});
		network.load(TensorFile.of(weights, Map.of()), "fixture");
		return network;
	}

	private static int[][] rows(final float[] values, final int rows) {
		final int[][] all = new int[rows][values.length / rows];
		for (int i = 0; i < values.length; i++) all[i / all[0].length][i % all[0].length] = (int) values[i];
		return all;
	}

	@Test
	void noiseAndGradientsAreThoseOfPyTorch() throws Exception {
		final TensorFile file = fixture();
		NetworkEngine.run(() -> {
			try (Network<GeneratorNetwork> network = network(file)) {
				network.train(true);
				final float[] timesteps = floats(file, "timesteps"), x = floats(file, "x"), slope = new float[x.length];
				for (int i = 0; i < slope.length; i++) slope[i] = -1 + 2f * i / (slope.length - 1);
				final Shape shape = new Shape(file.tensors().get("x").shape());
				final GeneratorConditions given = new GeneratorConditions(floats(file, "content"), rows(floats(file, "classes"), 2), rows(floats(file,
					"words"), 2));
				try (NDManager scope = network.newScope(); GradientCollector collector = Engine.getInstance().newGradientCollector()) {
					final NDArray predicted = network.layer().forward(FloatTransfer.in(scope, x, shape), new double[] { timesteps[0], timesteps[1] }, network
						.layer().condition(scope, given));
					close(floats(file, "predicted"), predicted.toFloatArray(), "noise");
					collector.backward(predicted.mul(FloatTransfer.in(scope, slope, shape)).sum());
				}
				network.weights().forEach((name, weight) -> {
					final float[] gradient = new float[weight.size()];
					weight.takeGradient(gradient, 0);
					close(floats(file, "gradient." + name), gradient, "gradient by " + name);
				});
			}
		});
	}

	/** To 1e-4 of the largest value, or of 1. */
	private static void close(final float[] expected, final float[] found, final String what) {
		float largest = 1;
		for (final float value : expected) largest = Math.max(largest, Math.abs(value));
		assertArrayEquals(expected, found, TOLERANCE * largest, what);
	}
}
