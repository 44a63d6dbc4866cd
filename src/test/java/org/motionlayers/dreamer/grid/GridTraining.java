package org.motionlayers.dreamer.grid;

import java.nio.file.Path;

import org.motionlayers.network.train.AdamW;
import org.motionlayers.network.train.LearningRate;
import org.motionlayers.network.train.ModelTraining;
import org.motionlayers.network.train.TrainingSettings;
import org.motionlayers.network.train.WeightAverage;

/** Trains the shipped model: {@code GridTraining folder steps rate}. */
final class GridTraining {

	private static final int WARM_UP = 100;

	private GridTraining() {}

	public static void main(final String[] arguments) throws Exception {
		final long steps = Long.parseLong(arguments[1]);
		final double rate = Double.parseDouble(arguments[2]);
		final long[] start = { System.nanoTime() };
		final double[] sum = new double[1];
		try (GridTrainee trainee = GridTrainee.ofCollisions(GridOptions.DEFAULT, 1)) {
			System.out.println(trainee.network().layer().parameters() + " weights");
			ModelTraining.run(trainee, new TrainingSettings(steps, LearningRate.cosine(rate, WARM_UP, steps, rate / 100), AdamW.DEFAULT, 1, new WeightAverage(
				.999), 1, 200), Path.of(arguments[0]), (step, all, loss, norm, r) -> {
					sum[0] += loss;
					if (step % 20 != 0) return;
					System.out.printf("%d loss %.5f norm %.4f rate %.2e %.3f s/step%n", step, sum[0] / 20, norm, r, (System.nanoTime() - start[0]) / 20e9);
					start[0] = System.nanoTime();
					sum[0] = 0;
				});
		}
	}
}
