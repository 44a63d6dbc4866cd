package org.motionlayers.lamd.autoencoder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;

import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.block.Warp;

/** Where a step of training spends its time, forward and backward, ms of the network thread's work: FUSION. */
final class AutoencoderBenchmark {

	private AutoencoderBenchmark() {}

	public static void main(final String... args) {
		final AutoencoderOptions options = args[0].equals("concat") ? AutoencoderOptions.CONCAT : AutoencoderOptions.WARP;
		NetworkEngine.run(() -> {
			try (Network<AutoencoderNet> network = new Network<>(new AutoencoderNet(options), 1)) {
				network.train(true);
				final var RES = new Network<>(new org.motionlayers.network.block.ResidualBlock(org.motionlayers.network.block.ResidualBlock.Options.image(32, 32)), 1);
				final var RES2 = new Network<>(new org.motionlayers.network.block.ResidualBlock(org.motionlayers.network.block.ResidualBlock.Options.image(64, 64)), 1);
				final var RES3 = new Network<>(new org.motionlayers.network.block.ResidualBlock(org.motionlayers.network.block.ResidualBlock.Options.volume(16, 16)), 1);
				final AutoencoderNet net = network.layer();
				final int[] chosen = args.length == 1 ? null : java.util.stream.IntStream.range(0, Integer.parseInt(args[1])).toArray();
				for (int k = 0; k < 2; k++) {
					System.out.println("---");
					time(network, "motion", scope -> net.motion(clip(scope, options)).get(0));
					time(network, "content", scope -> {
						final List<NDArray> all = net.content(clip(scope, options).get(":, :, 0"));
						return all.get(all.size() - 1);
					});
					time(network, "all", scope -> {
						final NDArray clip = clip(scope, options), first = clip.get(":, :, 0");
						return net.video(net.motion(clip).get(0), net.content(first), first, chosen);
					});
					time(network, "edges", scope -> {
						final NDArray a = clip(scope, options), b = clip(scope, options);
						a.setRequiresGradient(true);
						return EdgePyramidLoss.of(a, b);
					});
					time(network, "warp x0", scope -> {
						final NDArray flow = scope.randomNormal(new Shape(128, 2, 64, 64));
						flow.setRequiresGradient(true);
						return Warp.backward(clip(scope, options).get(":, :, 0"), flow);
					});
					time(network, "warp 32", scope -> {
						final NDArray flow = scope.randomNormal(new Shape(128, 2, 32, 32)), image = scope.randomNormal(new Shape(8, 32, 32, 32));
						flow.setRequiresGradient(true);
						image.setRequiresGradient(true);
						return Warp.backward(image, flow);
					});
					time(network, "residual 32 at 32", scope -> {
						final NDArray x = scope.randomNormal(new Shape(128, 32, 32, 32));
						x.setRequiresGradient(true);
						return RES.layer().forward(x);
					});
					time(network, "residual 64 at 16", scope -> {
						final NDArray x = scope.randomNormal(new Shape(128, 64, 16, 16));
						x.setRequiresGradient(true);
						return RES2.layer().forward(x);
					});
					time(network, "residual 3d 16 at 32", scope -> {
						final NDArray x = scope.randomNormal(new Shape(8, 16, 16, 32, 32));
						x.setRequiresGradient(true);
						return RES3.layer().forward(x);
					});
				}
			}
		});
	}

	private static NDArray clip(final NDManager scope, final AutoencoderOptions o) {
		return scope.randomUniform(0, 1, new Shape(8, o.channels(), o.frames(), o.side(), o.side()));
	}

	private static long cpu() {
		return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

	private static void time(final Network<?> network, final String name, final java.util.function.Function<NDManager, NDArray> work) {
		try (NDManager scope = network.newScope(); GradientCollector collector = Engine.getInstance().newGradientCollector()) {
			final long start = cpu(), wall = System.nanoTime();
			final NDArray out = work.apply(scope);
			final long middle = cpu();
			final NDArray sum = out.square().mean();
			final com.sun.management.OperatingSystemMXBean os = (com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory
				.getOperatingSystemMXBean();
			final long process = os.getProcessCpuTime();
			collector.backward(sum);
			System.out.printf("%s %d forward %d backward, %d wall%n", name, (middle - start) / 1000000, (os.getProcessCpuTime() - process) / 1000000,
				(System.nanoTime() - wall) / 1000000);
		}
	}
}
