package org.motionlayers.lamd.autoencoder;

import java.util.concurrent.TimeUnit;

import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.train.AdamW;
import org.motionlayers.network.train.LearningRate;
import org.motionlayers.network.train.TrainingLoop;
import org.motionlayers.network.train.TrainingSettings;
import org.motionlayers.network.train.WeightAverage;
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
 * Encoding and decoding one clip with the autoencoder as it is shipped, and one step of training on 4 clips of which all frames are decoded.
 * The peer, the same in PyTorch, is {@code scripts/bench_lamd.py}, which runs this one too.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6)
@Measurement(iterations = 12)
@Fork(value = 1, jvmArgsAppend = "-Dai.djl.pytorch.num_threads=1")
public class AutoencoderNetBenchmark {

	private static final AutoencoderOptions OPTIONS = AutoencoderOptions.WARP;
	private static final int CLIPS = 4;

	Network<AutoencoderNet> network;
	TrainingLoop loop;
	float[] clips;
	float[] latent;

	/** Makes clips of waves. */
	@Setup
	public void setUp() {
		network = NetworkEngine.call(() -> new Network<>(new AutoencoderNet(OPTIONS), 1));
		clips = new float[CLIPS * OPTIONS.frames() * OPTIONS.frameSize()];
		for (int i = 0; i < clips.length; i++) clips[i] = (float) (.5 + .5 * Math.sin(i));
		latent = new float[OPTIONS.latentShape().size()];
		for (int i = 0; i < latent.length; i++) latent[i] = (float) Math.cos(i);
		loop = new TrainingLoop(network, OPTIONS.config(), new TrainingSettings(Long.MAX_VALUE, LearningRate.constant(1e-4), AdamW.DEFAULT, 1,
			new WeightAverage(.999), 1, Long.MAX_VALUE), null);
	}

	/** Frees the network. */
	@TearDown
	public void tearDown() {
		NetworkEngine.run(network::close);
	}

	private NDArray clips(final NDManager scope, final int count) {
		return FloatTransfer.in(scope, count == CLIPS ? clips : java.util.Arrays.copyOf(clips, count * clips.length / CLIPS), new Shape(count, OPTIONS
			.channels(), OPTIONS.frames(), OPTIONS.side(), OPTIONS.side()));
	}

	/** @return mean and log variance of the latent of a clip */
	@Benchmark
	public float[] encode() {
		final float[] out = new float[latent.length];
		NetworkEngine.run(() -> Network.withoutGradients(() -> {
			try (NDManager scope = network.newScope()) {
				FloatTransfer.out(network.layer().motion(clips(scope, 1)).get(0), 0, out);
			}
		}));
		return out;
	}

	/** @return the frames of a clip, of its latent and its first frame */
	@Benchmark
	public float[] decode() {
		final float[] out = new float[clips.length / CLIPS];
		NetworkEngine.run(() -> Network.withoutGradients(() -> {
			try (NDManager scope = network.newScope()) {
				final AutoencoderNet net = network.layer();
				final NDArray first = clips(scope, 1).get(":, :, 0");
				final NDArray z = net.withTime(FloatTransfer.in(scope, latent, new Shape(1, OPTIONS.latentShape().d(), OPTIONS.latentShape().h(), OPTIONS
					.latentShape().w())));
				FloatTransfer.out(net.video(z, net.content(first), first, null, null), 0, out);
			}
		}));
		return out;
	}

	/** @return steps trained: encoding, decoding, mean square, backward, clipping, AdamW */
	@Benchmark
	public long train() {
		final long next = loop.step() + 1;
		try {
			loop.run((step, random) -> clips, (scope, batch) -> {
				final AutoencoderNet net = network.layer();
				final NDArray clip = clips(scope, CLIPS), first = clip.get(":, :, 0");
				return net.video(net.motion(clip).get(0), net.content(first), first, null, null).square().mean();
			}, (step, steps, loss, norm, rate) -> {
				if (step == next) throw new java.util.concurrent.CancellationException();
			});
		}
		catch (final java.util.concurrent.CancellationException e) {
			// one step is what is measured
		}
		return loop.step();
	}
}
