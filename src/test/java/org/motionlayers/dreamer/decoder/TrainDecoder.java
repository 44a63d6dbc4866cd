package org.motionlayers.dreamer.decoder;

import java.io.IOException;
import java.nio.file.Path;

import org.motionlayers.network.train.AdamW;
import org.motionlayers.network.train.LearningRate;
import org.motionlayers.network.train.ModelTraining;
import org.motionlayers.network.train.TrainingSettings;
import org.motionlayers.network.train.WeightAverage;

/** Trains a decoder from a shell: FOLDER CONDITION STEPS BATCH RATE. */
final class TrainDecoder {

	private TrainDecoder() {}

	public static void main(final String... args) throws IOException {
		final DecoderOptions options = args[1].equals("cues") ? DecoderOptions.ONE_STAGE : DecoderOptions.STAGE_TWO;
		final long steps = Long.parseLong(args[2]);
		final TrainingSettings settings = new TrainingSettings(steps, LearningRate.cosine(Double.parseDouble(args[4]), 100, steps, 1e-5),
			AdamW.DEFAULT, .2, new WeightAverage(.999), 1, 200);
		final long start = System.nanoTime();
		final double[] mean = new double[1];
		try (DecoderTrainee trainee = new DecoderTrainee(options, new DecoderTrainee.Lessons(new DecoderClips(options.side(), options.frames()), Integer.parseInt(args[3])), 1)) {
			System.out.println(trainee.network().layer().parameters() + " parameters");
			ModelTraining.run(trainee, settings, Path.of(args[0]), (step, all, loss, norm, rate) -> {
				mean[0] = mean[0] == 0 ? loss : .98 * mean[0] + .02 * loss;
				if (step <= 10 || step % 20 == 0) System.out.printf("%d loss %.5f mean %.5f norm %.3f  %.1f s%n", step, loss, mean[0], norm, (System
					.nanoTime() - start) / 1e9);
			});
		}
	}
}
