package org.motionlayers.lamd.autoencoder;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import com.sun.management.OperatingSystemMXBean;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;

import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;

/** Where a step of training on 8 clips spends its work, forward and backward, in ms of all processors together: FUSION [DECODED]. */
final class AutoencoderBenchmark {

	private static final int CLIPS = 8, ROUNDS = 3;

	private AutoencoderBenchmark() {}

	public static void main(final String... args) {
		final AutoencoderOptions options = args[0].equals("concat") ? AutoencoderOptions.CONCAT : AutoencoderOptions.WARP;
		final int[] chosen = args.length == 1 ? null : IntStream.range(0, Integer.parseInt(args[1])).toArray();
		NetworkEngine.run(() -> {
			try (Network<AutoencoderNet> network = new Network<>(new AutoencoderNet(options), 1)) {
				network.train(true);
				final AutoencoderNet net = network.layer();
				for (int k = 0; k < ROUNDS; k++) {
					time(network, "motion", clip -> net.motion(clip).get(0));
					time(network, "content", clip -> last(net.content(clip.get(":, :, 0"))));
					time(network, "all", clip -> net.video(net.motion(clip).get(0), net.content(clip.get(":, :, 0")), clip.get(":, :, 0"), chosen,
						null));
				}
			}
		});
	}

	private static NDArray last(final List<NDArray> features) {
		return features.get(features.size() - 1);
	}

	private static double work() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e6;
	}

	private static void time(final Network<AutoencoderNet> network, final String name, final Function<NDArray, NDArray> forward) {
		final AutoencoderOptions o = network.layer().options();
		try (NDManager scope = network.newScope(); GradientCollector collector = Engine.getInstance().newGradientCollector()) {
			final NDArray clip = scope.randomUniform(0, 1, new Shape(CLIPS, o.channels(), o.frames(), o.side(), o.side()));
			final double start = work();
			final NDArray sum = forward.apply(clip).square().mean();
			final double middle = work();
			collector.backward(sum);
			System.out.printf("%s: forward %.0f ms, backward %.0f ms%n", name, middle - start, work() - middle);
		}
	}
}
