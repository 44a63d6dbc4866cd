package org.motionlayers.evaluate.melomotion;

import java.util.List;

import org.motionlayers.predict.perobject.Architecture;
import org.motionlayers.predict.perobject.PerObjectPredictors;
import org.motionlayers.scene.Progress;
import org.motionlayers.simulate.SquaresOptions;

/**
 * MeloMotion's Table 2, for one mode: position loss and L1 of the pixel path over the epochs, trained anew for several seeds.
 *
 * @param pos position loss per epoch: mean over its samples, each before its own step
 * @param testPos position loss after each epoch, on other scenes
 * @param l1 L1 of composited frames after each epoch, on other scenes; empty where no scenes were given
 * @param predictors of the first seed
 */
record PositionTable(Spread[] pos, Spread[] testPos, Spread[] l1, PerObjectPredictors predictors) {

	/**
	 * Trains and tests.
	 *
	 * @param options the scenes
	 * @param pictures scenes to composite, may be none
	 * @param budget how much
	 * @param seed of the first run; the others follow it
	 * @param progress is told and asked
	 */
	static PositionTable of(final SquaresOptions options, final List<PixelPath> pictures, final Budget budget, final long seed,
		final Progress progress)
	{
		final double[][] pos = new double[budget.epochs()][budget.seeds()], testPos = new double[budget.epochs()][budget.seeds()];
		final double[][] l1 = new double[pictures.isEmpty() ? 0 : budget.epochs()][budget.seeds()];
		PerObjectPredictors first = null;
		for (int run = 0; run < budget.seeds(); run++) {
			final int column = run;
			final List<Lesson> lessons = Lesson.of(Lesson.scenes(options, budget.samples(), seed + run));
			final List<Lesson> test = Lesson.of(Lesson.scenes(options, budget.testScenes(), ~(seed + run)));
			final Training training = new Training(Architecture.perObject(options.objects(), Lesson.COLOURS, Lesson.DIMENSIONS), lessons, budget
				.epochs(), seed + run);
			training.run(epoch -> {
				testPos[epoch][column] = training.test(test);
				if (l1.length > 0) l1[epoch][column] = l1(training.predictors(), pictures, progress);
			}, "training for table 2, seed " + (run + 1) + " of " + budget.seeds(), progress);
			for (int epoch = 0; epoch < pos.length; epoch++) pos[epoch][column] = training.losses()[epoch];
			if (run == 0) first = training.predictors();
		}
		return new PositionTable(spreads(pos), spreads(testPos), spreads(l1), first);
	}

	private static double l1(final PerObjectPredictors predictors, final List<PixelPath> pictures, final Progress progress) {
		double sum = 0;
		for (int s = 0; s < pictures.size(); s++) {
			progress.update(s, pictures.size(), "compositing for table 2");
			sum += pictures.get(s).l1(pictures.get(s).video(predictors.velocities(pictures.get(s).features())));
		}
		return sum / pictures.size();
	}

	private static Spread[] spreads(final double[][] values) {
		final Spread[] spreads = new Spread[values.length];
		for (int i = 0; i < spreads.length; i++) spreads[i] = Spread.of(values[i]);
		return spreads;
	}
}
