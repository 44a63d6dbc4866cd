package org.motionlayers.lamd.autoencoder;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

import org.motionlayers.lamd.clip.ClipSource;
import org.motionlayers.lamd.clip.SceneClips;
import org.motionlayers.network.train.AdamW;
import org.motionlayers.network.train.LearningRate;
import org.motionlayers.network.train.ModelTraining;
import org.motionlayers.network.train.TrainingSettings;
import org.motionlayers.network.train.WeightAverage;

/** Trains an autoencoder from a shell: FOLDER FUSION STEPS BATCH RATE DECODED SCENE. */
final class TrainAutoencoder {

	private TrainAutoencoder() {}

	static ClipSource source(final String name, final boolean held) {
		final SceneClips scene = SceneClips.of(name);
		return held ? scene.heldOut(16, 64) : scene.training(16, 64);
	}

	public static void main(final String... args) throws IOException {
		final AutoencoderOptions options = args[1].equals("concat") ? AutoencoderOptions.CONCAT : AutoencoderOptions.WARP;
		final long steps = Long.parseLong(args[2]);
		final TrainingSettings settings = new TrainingSettings(steps, LearningRate.cosine(Double.parseDouble(args[4]), 100, steps, 1e-5),
			AdamW.DEFAULT, 1, new WeightAverage(.995), 1, 50);
		final com.sun.management.OperatingSystemMXBean system = (com.sun.management.OperatingSystemMXBean) ManagementFactory
			.getOperatingSystemMXBean();
		final long start = System.nanoTime();
		final double[] mean = new double[1];
		try (AutoencoderTrainee trainee = new AutoencoderTrainee(options, new AutoencoderTrainee.Lessons(source(args[6], false), Integer.parseInt(args[3]),
			Integer.parseInt(args[5]), steps, LossWeights.DEFAULT), 1))
		{
			System.out.println(trainee.network().layer().parameters() + " parameters");
			ModelTraining.run(trainee, settings, Path.of(args[0]), (step, all, loss, norm, rate) -> {
				mean[0] = mean[0] == 0 ? loss : .95 * mean[0] + .05 * loss;
				if (step <= 10 || step % 20 == 0) System.out.printf("%d loss %.5f mean %.5f norm %.3f  %.1f s, %.1f s of work%n", step, loss, mean[0], norm,
					(System.nanoTime() - start) / 1e9, system.getProcessCpuTime() / 1e9);
			});
		}
	}
}
