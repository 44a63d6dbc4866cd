package org.motionlayers.network.block;

import java.util.Map;
import java.util.concurrent.TimeUnit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Keep;
import org.motionlayers.network.Layer;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.train.AdamW;
import org.motionlayers.network.train.LearningRate;
import org.motionlayers.network.train.TrainingLoop;
import org.motionlayers.network.train.TrainingMonitor;
import org.motionlayers.network.train.TrainingSettings;
import org.motionlayers.network.train.WeightAverage;
import org.motionlayers.network.weights.ModelConfig;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One step of sampling (forward) and one of training (forward, backward, AdamW) of one block on 2 threads. The peer, the same in PyTorch,
 * is {@code scripts/bench_network.py}, which runs this one too and prints the ratios and the speed in GFLOP/s.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 15)
@Measurement(iterations = 30)
@Fork(value = 1, jvmArgsAppend = "-Dai.djl.pytorch.num_threads=2")
public class BlockBenchmark {

	/** The blocks, at the sizes of stage I of Motion Dreamer on 2 cores. */
	public enum Kind {
		/** Residual block with embedding: 64 frames of 32 channels, 16 x 16. */
		RESIDUAL(32, 64),
		/** Space attention: 8 images of 64 channels, 16 x 16, 2 heads. */
		ATTENTION(64, 8),
		/** Space and time: 8 clips of 8 frames of 32 channels, 16 x 16. */
		SPACE_TIME(32, 64);

		final int channels;
		final int batch;

		Kind(final int channels, final int batch) {
			this.channels = channels;
			this.batch = batch;
		}
	}

	/** One block with what it needs. */
	private static final class Whole extends Layer {

		private static final int EMBEDDING = 128;
		private static final int FRAMES = 8;
		final Kind kind;
		final ResidualBlock residual;
		final SpaceAttention attention;
		final SpaceTimeBlock spaceTime;

		Whole(final Kind kind) {
			this.kind = kind;
			final ResidualBlock.Options options = ResidualBlock.Options.image(kind.channels, kind.channels).withEmbedding(EMBEDDING);
			residual = kind == Kind.RESIDUAL ? child("block", new ResidualBlock(options)) : null;
			attention = kind == Kind.ATTENTION ? child("block", new SpaceAttention(kind.channels, 2)) : null;
			spaceTime = kind == Kind.SPACE_TIME ? child("block", new SpaceTimeBlock(options)) : null;
		}

		NDArray forward(final NDArray x) {
			final NDManager m = x.getManager();
			return Keep.result(() -> switch (kind) {
				case RESIDUAL -> residual.forward(x, m.ones(new Shape(kind.batch, EMBEDDING)));
				case ATTENTION -> attention.forward(x);
				case SPACE_TIME -> spaceTime.forward(x, m.ones(new Shape(kind.batch / FRAMES, EMBEDDING)), FRAMES);
			});
		}
	}

	@Param
	Kind kind;

	Network<Whole> network;
	TrainingLoop loop;
	float[] input;

	@Setup
	public void setUp() {
		network = NetworkEngine.call(() -> new Network<>(new Whole(kind), 1));
		input = new float[kind.batch * kind.channels * 16 * 16];
		for (int i = 0; i < input.length; i++) input[i] = (float) Math.sin(i);
		loop = new TrainingLoop(network, ModelConfig.of("benchmark", Map.of()), new TrainingSettings(Long.MAX_VALUE, LearningRate.constant(
			1e-4), AdamW.DEFAULT, 1, new WeightAverage(.999), 1, Long.MAX_VALUE), null);
	}

	@TearDown
	public void tearDown() {
		NetworkEngine.run(network::close);
	}

	private NDArray create(final NDManager scope) {
		return FloatTransfer.in(scope, input, new Shape(kind.batch, kind.channels, 16, 16));
	}

	@Benchmark
	public float[] sample() {
		final float[] out = new float[input.length];
		NetworkEngine.run(() -> Network.withoutGradients(() -> {
			try (NDManager scope = network.newScope()) {
				FloatTransfer.out(network.layer().forward(create(scope)), 0, out);
			}
		}));
		return out;
	}

	@Benchmark
	public long train() {
		final long next = loop.step() + 1;
		try {
			loop.run((step, random) -> input, (scope, x) -> network.layer().forward(create(scope)).square().mean(), (step, steps, loss, norm,
				rate) -> {
				if (step == next) throw new java.util.concurrent.CancellationException();
			});
		}
		catch (final java.util.concurrent.CancellationException e) {
			return loop.step();
		}
		return TrainingMonitor.NONE.hashCode();
	}
}
