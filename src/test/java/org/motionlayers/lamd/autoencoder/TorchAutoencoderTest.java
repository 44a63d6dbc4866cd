package org.motionlayers.lamd.autoencoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;

import org.motionlayers.network.Constant;
import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.network.weights.Safetensors;
import org.motionlayers.network.weights.Tensor;
import org.motionlayers.network.weights.TensorFile;

/** The autoencoder computes what its twin in PyTorch (scripts/make_lamd_fixtures.py) computes, forward and backward. */
class TorchAutoencoderTest {

	private static final double TOLERANCE = 1e-4;

	private static Path resource(final String name) throws Exception {
		return Path.of(TorchAutoencoderTest.class.getResource("/org/motionlayers/lamd/" + name).toURI());
	}

	private static Network<AutoencoderNet> network(final TensorFile file) {
		final Network<AutoencoderNet> network = new Network<>(AutoencoderNet.of(ModelConfig.parse(file.metadata().get("config"), "fixture")), 1);
		final Map<String, Tensor> weights = new TreeMap<>();
		file.tensors().forEach((name, tensor) -> {
			if (name.startsWith("weight.")) weights.put(name.substring("weight.".length()), tensor);
		});
		network.load(TensorFile.of(weights, Map.of()), "fixture");
		return network;
	}

	@ParameterizedTest
	@ValueSource(strings = { "concat", "warp" })
	void clipsAndGradientsAreThoseOfPyTorch(final String name) throws Exception {
		final TensorFile file = Safetensors.read(resource(name + ".safetensors"));
		NetworkEngine.run(() -> {
			try (Network<AutoencoderNet> network = network(file)) {
				network.train(true);
				final AutoencoderNet net = network.layer();
				try (NDManager scope = network.newScope(); GradientCollector collector = Engine.getInstance().newGradientCollector()) {
					final NDArray clip = array(scope, file, "clip"), first = clip.get(":, :, 0");
					final NDList motion = net.motion(clip);
					close(file, "mean", motion.get(0).toFloatArray());
					close(file, "log", motion.get(1).toFloatArray());
					final NDArray z = array(scope, file, "noise").mul(Constant.times(motion.get(1), .5).exp()).add(motion.get(0));
					final NDArray found = net.video(z, net.content(first), first, null, null);
					close(file, "found", found.toFloatArray());
					final float[] slope = new float[Math.toIntExact(found.size())];
					for (int i = 0; i < slope.length; i++) slope[i] = -1 + 2f * i / (slope.length - 1);
					collector.backward(found.mul(FloatTransfer.in(scope, slope, found.getShape())).sum());
				}
				network.weights().forEach((key, weight) -> {
					final float[] gradient = new float[weight.size()];
					weight.takeGradient(gradient, 0);
					close(file, "gradient." + key, gradient);
				});
			}
		});
	}

	@Test
	void perceptualDistanceAndItsGradientAreThoseOfPyTorch() throws Exception {
		final TensorFile file = Safetensors.read(resource("perceptual.safetensors"));
		try (PerceptualLoss loss = PerceptualLoss.open(resource("features.pt"))) {
			NetworkEngine.run(() -> {
				try (NDManager scope = NDManager.newBaseManager(); GradientCollector collector = Engine.getInstance().newGradientCollector()) {
					final NDArray found = array(scope, file, "found");
					found.setRequiresGradient(true);
					final NDArray distance = loss.of(found, array(scope, file, "truth"));
					assertEquals(file.tensors().get("distance").floats()[0], distance.getFloat(), 1e-5);
					collector.backward(distance);
					close(file, "gradient", found.getGradient().toFloatArray());
				}
			});
		}
	}

	private static NDArray array(final NDManager scope, final TensorFile file, final String name) {
		final Tensor tensor = file.tensors().get(name);
		return FloatTransfer.in(scope, tensor.floats(), new Shape(tensor.shape()));
	}

	/** To 1e-4 of the largest value. */
	private static void close(final TensorFile file, final String name, final float[] found) {
		final float[] expected = file.tensors().get(name).floats();
		float largest = 1e-3f;
		for (final float value : expected) largest = Math.max(largest, Math.abs(value));
		assertArrayEquals(expected, found, (float) (TOLERANCE * largest), name);
	}
}
