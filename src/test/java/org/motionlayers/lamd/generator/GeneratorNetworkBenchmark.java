package org.motionlayers.lamd.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.train.AdamW;
import org.motionlayers.network.train.LearningRate;
import org.motionlayers.network.train.TrainingLoop;
import org.motionlayers.network.train.TrainingSettings;
import org.motionlayers.network.train.WeightAverage;
import org.motionlayers.network.weights.ModelConfig;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * One denoising call of the shipped generator of motion by class, for one latent, and one step of training on as many as are trained on.
 * The peer, the same in PyTorch, is {@code scripts/bench_lamd.py}, which runs this one too. It is run in the project's folder.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 8)
@Measurement(iterations = 20)
@Fork(value = 1, jvmArgsAppend = "-Dai.djl.pytorch.num_threads=1")
public class GeneratorNetworkBenchmark {

	private static final Path CONFIG = Path.of("models", "lamd-generator-class", "config.json");
	private static final double TIMESTEP = 500;

	GeneratorOptions options;
	Network<GeneratorNetwork> network;
	TrainingLoop loop;
	float[] latents;

	/** Builds the network, with new weights. */
	@Setup
	public void setUp() throws IOException {
		final ModelConfig config = ModelConfig.read(CONFIG);
		options = GeneratorOptions.of(config);
		network = NetworkEngine.call(() -> new Network<>(new GeneratorNetwork(options), 1));
		latents = new float[GeneratorTrainee.BATCH * options.shape().size()];
		for (int i = 0; i < latents.length; i++) latents[i] = (float) Math.sin(i);
		loop = new TrainingLoop(network, config, new TrainingSettings(Long.MAX_VALUE, LearningRate.constant(1e-4), AdamW.DEFAULT, 1,
			new WeightAverage(.999), 1, Long.MAX_VALUE), null);
	}

	/** Frees the network. */
	@TearDown
	public void tearDown() {
		NetworkEngine.run(network::close);
	}

	private NDArray forward(final NDManager scope, final int count) {
		final GeneratorConditions given = GeneratorConditions.blank(options, count);
		for (final int[] row : given.classes()) row[0] = 1;
		final double[] timesteps = new double[count];
		Arrays.fill(timesteps, TIMESTEP);
		final float[] some = Arrays.copyOf(latents, count * options.shape().size());
		return network.layer().forward(FloatTransfer.in(scope, some, new Shape(count, options.shape().d(), options.shape().h(), options.shape().w())),
			timesteps, network.layer().condition(scope, given));
	}

	/** @return what the network says of one latent */
	@Benchmark
	public float[] sample() {
		final float[] out = new float[options.shape().size()];
		NetworkEngine.run(() -> Network.withoutGradients(() -> {
			try (NDManager scope = network.newScope()) {
				FloatTransfer.out(forward(scope, 1), 0, out);
			}
		}));
		return out;
	}

	/** @return steps trained: forward, mean square, backward, clipping, AdamW */
	@Benchmark
	public long train() {
		final long next = loop.step() + 1;
		try {
			loop.run((step, random) -> latents, (scope, batch) -> forward(scope, GeneratorTrainee.BATCH).square().mean(), (step, steps, loss, norm,
				rate) -> {
				if (step == next) throw new java.util.concurrent.CancellationException();
			});
		}
		catch (final java.util.concurrent.CancellationException e) {
			// one step is what is measured
		}
		return loop.step();
	}
}
