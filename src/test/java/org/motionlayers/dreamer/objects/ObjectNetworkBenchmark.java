package org.motionlayers.dreamer.objects;

import java.util.Arrays;
import java.util.SplittableRandom;
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

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * One step of sampling and one of training of the network of object space as it is shipped: 32 scenes of 5 objects, 8 frames. The peer,
 * the same in PyTorch, is {@code scripts/bench_dreamer.py}, which runs this one too and prints the ratios.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10)
@Measurement(iterations = 30)
@Fork(value = 1, jvmArgsAppend = "-Dai.djl.pytorch.num_threads=2")
public class ObjectNetworkBenchmark {

	private static final int SCENES = 32, OBJECTS = 5, FRAMES = 8, VALUES = 4;
	private static final Shape TOKENS = new Shape(SCENES, OBJECTS, FRAMES, VALUES);

	Network<ObjectNetwork> network;
	TrainingLoop loop;
	ObjectInput input;
	float[] noisy;
	double[] timesteps;

	@Setup
	public void setUp() {
		final ObjectFormat format = new ObjectFormat(2, 16, 2, true);
		final ModelConfig config = ObjectNetwork.config(format, 64, 48, 4, 2);
		network = NetworkEngine.call(() -> new Network<>(new ObjectNetwork(config), 1));
		input = new ObjectInput(format, SCENES, OBJECTS, FRAMES, OBJECTS, numbers(SCENES * OBJECTS * format.features()), numbers(SCENES * OBJECTS *
			2), numbers(SCENES * OBJECTS * format.directions()), numbers(SCENES * OBJECTS), numbers(SCENES * 2), numbers((int) TOKENS.size()), null);
		noisy = numbers((int) TOKENS.size());
		timesteps = new double[SCENES];
		Arrays.fill(timesteps, 500);
		loop = new TrainingLoop(network, config, new TrainingSettings(Long.MAX_VALUE, LearningRate.constant(1e-4), AdamW.DEFAULT, 1,
			new WeightAverage(.999), 1, Long.MAX_VALUE), null);
	}

	private static float[] numbers(final int count) {
		final SplittableRandom random = new SplittableRandom(count);
		final float[] numbers = new float[count];
		for (int i = 0; i < count; i++) numbers[i] = (float) random.nextDouble();
		return numbers;
	}

	@TearDown
	public void tearDown() {
		NetworkEngine.run(network::close);
	}

	@Benchmark
	public float[] sample() {
		final float[] out = new float[noisy.length];
		NetworkEngine.run(() -> Network.withoutGradients(() -> {
			try (NDManager scope = network.newScope()) {
				FloatTransfer.out(network.layer().forward(FloatTransfer.in(scope, noisy, TOKENS), timesteps, network.layer().new Prepared(scope, input), null)
					.last(), 0, out);
			}
		}));
		return out;
	}

	@Benchmark
	public long train() {
		final long next = loop.step() + 1;
		try {
			loop.run((step, random) -> input, (scope, batch) -> network.layer().forward(FloatTransfer.in(scope, noisy, TOKENS), timesteps, network
				.layer().new Prepared(scope, batch), null).last().square().mean(), (step, steps, loss, norm, rate) -> {
					if (step == next) throw new java.util.concurrent.CancellationException();
				});
		}
		catch (final java.util.concurrent.CancellationException e) {
			// one step is what is measured
		}
		return loop.step();
	}
}
