package org.motionlayers.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

import org.junit.jupiter.api.Test;
import org.motionlayers.diffusion.DdpmSampler;
import org.motionlayers.diffusion.DdpmSampler.Variance;
import org.motionlayers.diffusion.Guidance;
import org.motionlayers.diffusion.NoiseSchedule;
import org.motionlayers.diffusion.NoiseSource;
import org.motionlayers.diffusion.Parameterisation;
import org.motionlayers.diffusion.Prediction;
import org.motionlayers.diffusion.SamplingLoop;
import org.motionlayers.diffusion.Timesteps;
import org.motionlayers.network.block.Convolution;
import org.motionlayers.network.block.ResidualBlock;
import org.motionlayers.network.block.SpaceAttention;
import org.motionlayers.network.block.TimeEmbedding;

class NetworkDenoiserTest {

	private static final Shape SHAPE = new Shape(1, 2, 16, 16);
	private static final int SIZE = 512;
	private static final int STEPS = 1000;

	/** A small denoiser: embedding, residual block, attention. */
	private static final class Small extends Layer {

		final TimeEmbedding time = child("time", new TimeEmbedding(16, 32));
		final Convolution in = child("in", Convolution.of(2, 16, 3, 3));
		final ResidualBlock residual = child("residual", new ResidualBlock(ResidualBlock.Options.image(16, 16).withEmbedding(32)));
		final SpaceAttention attention = child("attention", new SpaceAttention(16, 2));
		final Convolution out = child("out", Convolution.of(16, 2, 3, 3));

		NDArray forward(final NDArray x, final double timestep) {
			return Keep.result(() -> out.forward(attention.forward(residual.forward(in.forward(x), time.forward(x.getManager(), timestep)))));
		}
	}

	private static SamplingLoop loop(final Network<Small> network, final int steps) {
		final NoiseSchedule schedule = NoiseSchedule.linear().respaced(Timesteps.spaced(1000, steps));
		return SamplingLoop.of(new DdpmSampler(schedule, Prediction.clipped(Parameterisation.EPSILON), Variance.FIXED_SMALL),
			new NetworkDenoiser(network, SHAPE, network.layer()::forward));
	}

	@Test
	void memoryStaysFlatOverAThousandStepsOnAWorkerThread() throws Exception {
		final Network<Small> network = NetworkEngine.call(() -> new Network<>(new Small(), 1));
		NetworkEngine.run(() -> network.train(true)); // the worst case: weights that would gather gradients
		final int owned = NetworkEngine.call(network::ownedArrays);
		final long[] bytes = new long[2];
		final Throwable[] failure = new Throwable[1];
		final Thread worker = new Thread(() -> {
			try {
				// The first run fills the allocators' and the compilers' caches.
				loop(network, 100).draw(SIZE, NoiseSource.gaussian(1));
				bytes[0] = ResidentMemory.outsideHeap();
				loop(network, STEPS).draw(SIZE, NoiseSource.gaussian(2));
				bytes[1] = ResidentMemory.outsideHeap();
			}
			catch (final Throwable t) {
				failure[0] = t;
			}
		});
		worker.start();
		worker.join();
		if (failure[0] instanceof RuntimeException e) throw e;
		assertEquals(null, failure[0]);
		assertEquals(owned, NetworkEngine.call(network::ownedArrays), "arrays left with the network");
		NetworkEngine.run(network::close);
		// Arrays kept, or a graph, would be some 40 arrays of 16 kB at every step: 600 MB.
		final long growth = bytes[1] - bytes[0];
		assertTrue(growth < 64L << 20, STEPS + " steps let the process grow by " + (growth >> 20) + " MB");
	}

	@Test
	void sameSeedSameSample() {
		final float[][] drawn = new float[2][];
		for (int i = 0; i < 2; i++) drawn[i] = NetworkEngine.call(() -> {
			try (Network<Small> network = new Network<>(new Small(), 1)) {
				final float[] start = new float[SIZE];
				NoiseSource.gaussian(4).fill(start);
				final float[] out = new float[SIZE];
				new NetworkDenoiser(network, SHAPE, network.layer()::forward).predict(start, 500, out);
				return out;
			}
		});
		assertArrayEquals(drawn[0], drawn[1]);
	}

	@Test
	void guidanceTakesOneCallOfTwiceTheBatch() {
		NetworkEngine.run(() -> {
			try (Network<Small> network = new Network<>(new Small(), 1)) {
				// Without its condition this network predicts twice as much.
				final Guidance.Pair pair = NetworkDenoiser.pair(network, new Shape(1, 2), (x, t) -> x.mul(x.getManager().create(new float[] { 1,
					2 }, new Shape(2, 1))));
				final float[] out = new float[2];
				new Guidance(pair, 3).predict(new float[] { 1, 10 }, 0, out);
				assertArrayEquals(new float[] { -1, -10 }, out);
			}
		});
	}

	@Test
	void outputOfAnotherSizeIsRefused() {
		NetworkEngine.run(() -> {
			try (Network<Small> network = new Network<>(new Small(), 1)) {
				final NetworkDenoiser denoiser = new NetworkDenoiser(network, new Shape(4), (x, t) -> x.sum());
				assertThrows(IllegalStateException.class, () -> denoiser.predict(new float[4], 0, new float[4]));
			}
		});
	}
}
