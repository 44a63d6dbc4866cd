package org.motionlayers.network.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.block.ResidualBlock;
import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.network.weights.ModelException;
import org.motionlayers.network.weights.Tensor;

/** A residual block with dropout learns to give its input. */
class TrainingLoopTest {

	private static final ModelConfig CONFIG = ModelConfig.of("residual", Map.of("channels", 4));
	private static final int STEPS = 30;
	private static final Shape SHAPE = new Shape(2, 4, 5, 5);

	@TempDir
	Path folder;

	private static Network<ResidualBlock> network() {
		return NetworkEngine.call(() -> new Network<>(new ResidualBlock(ResidualBlock.Options.image(4, 4).withDropout(.1)), 5));
	}

	private static TrainingSettings settings(final long seed) {
		return new TrainingSettings(STEPS, LearningRate.cosine(.02, 3, STEPS, 0), AdamW.DEFAULT, 1, new WeightAverage(.9), seed, 10);
	}

	private static float[] batch(final java.util.SplittableRandom random) {
		final float[] x = new float[(int) SHAPE.size()];
		for (int i = 0; i < x.length; i++) x[i] = (float) random.nextGaussian();
		return x;
	}

	private static void train(final TrainingLoop loop, final Network<ResidualBlock> network, final TrainingMonitor monitor) {
		loop.run((step, random) -> batch(random), (scope, x) -> {
			final NDArray in = scope.create(x, SHAPE);
			return network.layer().forward(in).sub(in).square().mean();
		}, monitor);
	}

	private Map<String, Tensor> trained(final Path file, final TrainingMonitor... monitors) {
		Map<String, Tensor> result = Map.of();
		for (final TrainingMonitor monitor : monitors) try (Network<ResidualBlock> network = network()) {
			final TrainingLoop loop = new TrainingLoop(network, CONFIG, settings(1), file);
			try {
				train(loop, network, monitor);
			}
			catch (final CancellationException e) {
				continue;
			}
			result = loop.averagedWeights();
		}
		return result;
	}

	@Test
	void learns() {
		final List<Double> losses = new ArrayList<>();
		trained(null, (step, steps, loss, norm, rate) -> {
			losses.add(loss);
			assertTrue(norm > 0 && rate > 0 && steps == STEPS);
		});
		assertEquals(STEPS, losses.size());
		final double first = losses.subList(0, 5).stream().mapToDouble(d -> d).sum();
		final double last = losses.subList(STEPS - 5, STEPS).stream().mapToDouble(d -> d).sum();
		assertTrue(last < first / 2, losses.toString());
	}

	@Test
	void resumedTrainingGivesTheSameWeights() {
		final Map<String, Tensor> straight = trained(null, TrainingMonitor.NONE);
		final TrainingMonitor stopAt13 = (step, steps, loss, norm, rate) -> {
			if (step == 13) throw new CancellationException("enough");
		};
		final Map<String, Tensor> resumed = trained(folder.resolve("checkpoint.safetensors"), stopAt13, TrainingMonitor.NONE);
		assertEquals(straight, resumed);
	}

	@Test
	void cancelKeepsTheLastStep() {
		final Path file = folder.resolve("deep/checkpoint.safetensors");
		trained(file, (step, steps, loss, norm, rate) -> {
			if (step == 7) throw new CancellationException("enough");
		});
		try (Network<ResidualBlock> network = network()) {
			assertEquals(7, new TrainingLoop(network, CONFIG, settings(1), file).step());
		}
		assertFalse(Files.exists(folder.resolve("deep/checkpoint.safetensors.part")));
	}

	@Test
	void checkpointOfAnotherTrainingIsRefused() throws IOException {
		final Path file = folder.resolve("checkpoint.safetensors");
		trained(file, TrainingMonitor.NONE);
		try (Network<ResidualBlock> network = network()) {
			final ModelConfig other = ModelConfig.of("residual", Map.of("channels", 8));
			assertTrue(refused(network, other, settings(1), file).contains("'channels' is 4.0, not 8.0"));
			assertTrue(refused(network, CONFIG, settings(2), file).contains("seed 1, not 2"));
			final byte[] bytes = Files.readAllBytes(file);
			Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
			assertTrue(refused(network, CONFIG, settings(1), file).contains("cut short"));
			org.motionlayers.network.weights.Safetensors.write(file, org.motionlayers.network.weights.TensorFile.of(Map.of(), Map.of()));
			assertTrue(refused(network, CONFIG, settings(1), file).contains("'config' is missing"));
		}
	}

	private static String refused(final Network<?> network, final ModelConfig config, final TrainingSettings settings, final Path file) {
		return assertThrows(ModelException.class, () -> new TrainingLoop(network, config, settings, file)).getMessage();
	}

	@Test
	void lossThatIsNotFiniteIsNamed() {
		try (Network<ResidualBlock> network = network()) {
			final TrainingLoop loop = new TrainingLoop(network, CONFIG, settings(1), null);
			final String message = assertThrows(ArithmeticException.class, () -> loop.run((step, random) -> Float.NaN, (scope, x) -> network
				.layer().forward(scope.ones(SHAPE)).mul(x).sum(), TrainingMonitor.NONE)).getMessage();
			assertTrue(message.contains("step 1") && message.contains("NaN"), message);
		}
	}

	@Test
	void trainingLeavesNoArraysBehind() {
		try (Network<ResidualBlock> network = network()) {
			final int owned = NetworkEngine.call(network::ownedArrays);
			train(new TrainingLoop(network, CONFIG, settings(1), null), network, TrainingMonitor.NONE);
			assertEquals(owned, NetworkEngine.call(network::ownedArrays));
		}
	}

	@Test
	void averageIsLentAndTakenBack() {
		try (Network<ResidualBlock> network = network()) {
			final TrainingLoop loop = new TrainingLoop(network, CONFIG, settings(1), null);
			train(loop, network, TrainingMonitor.NONE);
			final Map<String, Tensor> last = NetworkEngine.call(network::tensors);
			assertEquals(loop.averagedWeights(), loop.withAverage(network::tensors));
			assertEquals(last, NetworkEngine.call(network::tensors));
			assertNotEquals(last, loop.averagedWeights());
		}
	}
}
