package org.motionlayers.predict.perobject;

import java.util.stream.IntStream;

import org.motionlayers.scene.Progress;

/**
 * Fits predictors to one movie: one sample, the displacements seen. All weights and the shared projection are trained together first; then
 * the projection stays as it is, objects no longer depend on each other, and every block of them is taken on alone, in the cache, in
 * cycles of ever smaller learning rates until its objects have the velocity that makes Eq. 5 least. The position loss is convex in the
 * velocity, so that there is one such velocity.
 */
public final class MovieFit {

	/** Steps of all objects together; the velocities are right to some hundredths of the width after them. */
	static final int COMMON_STEPS = 60;

	/** Steps of a block in one cycle, each along a cosine to 0. */
	static final int CYCLE_STEPS = 200;

	/** Cycles at most; the learning rate of each is a tenth of the one before, the first a tenth of the paper's. */
	static final int CYCLES = 4;

	private static final double CYCLE_FACTOR = 0.1;
	private static final int BLOCKS_BETWEEN_REPORTS = 4;

	/**
	 * How a fit went.
	 *
	 * @param steps the most steps that any object took
	 * @param residual largest distance between a velocity and the one that makes Eq. 5 least, in the target's unit
	 * @param loss the position loss (Eq. 5) at the end, in the square of the target's unit
	 */
	public record Result(int steps, double residual, double loss) {}

	private final PerObjectPredictors predictors;
	private final float[] features;
	private final PositionTarget target;
	private final double tolerance;
	private final BlockTrainer[] lanes;

	/**
	 * @param predictors to be fitted in place, with their own weights per object
	 * @param features objects x channels
	 * @param target where the objects went
	 * @param tolerance distance from the best velocity that is near enough, in the target's unit
	 */
	public MovieFit(final PerObjectPredictors predictors, final float[] features, final PositionTarget target, final double tolerance) {
		if (predictors.architecture().weights() == Architecture.Weights.SHARED) throw new IllegalArgumentException(
			"A movie is fitted with weights of one's own for every object.");
		predictors.checkFeatures(features);
		BlockTrainer.check(predictors.architecture(), target);
		this.predictors = predictors;
		this.features = features;
		this.target = target;
		this.tolerance = tolerance;
		this.lanes = BlockTrainer.lanes(predictors, Math.min(Runtime.getRuntime().availableProcessors(), predictors.architecture().blocks()));
	}

	/** Fits; the result is the same whatever the number of threads. */
	public Result run(final Progress progress) {
		final int blocks = predictors.architecture().blocks();
		final long total = COMMON_STEPS + (long) blocks;
		final PerObjectTrainer common = new PerObjectTrainer(predictors, COMMON_STEPS);
		for (int step = 0; step < COMMON_STEPS; step++) {
			progress.update(step, total, "training all objects");
			common.step(features, target);
		}
		final double[] errors = new double[blocks];
		final int[] cycles = new int[blocks];
		final int batch = lanes.length * BLOCKS_BETWEEN_REPORTS;
		for (int from = 0; from < blocks; from += batch) {
			progress.update(COMMON_STEPS + from, total, "fitting objects");
			refineBatch(from, Math.min(from + batch, blocks), cycles, errors);
		}
		final int steps = COMMON_STEPS + CYCLE_STEPS * IntStream.of(cycles).max().orElse(0);
		double residual = 0;
		for (final double error : errors) residual = Math.max(residual, error);
		return new Result(steps, residual, target.loss(predictors.velocities(features)));
	}

	private void refineBatch(final int from, final int to, final int[] cycles, final double[] errors) {
		if (lanes.length == 1) for (int b = from; b < to; b++) cycles[b] = refine(lanes[0], b, errors);
		else IntStream.range(0, lanes.length).parallel().forEach(lane -> {
			for (int b = from + lane; b < to; b += lanes.length) cycles[b] = refine(lanes[lane], b, errors);
		});
	}

	/** Cycles over one block until it is near enough. */
	private int refine(final BlockTrainer trainer, final int b, final double[] errors) {
		double rate = LearningRate.MELOMOTION * CYCLE_FACTOR;
		errors[b] = trainer.worstError(b, features, target);
		int cycle = 0;
		for (; cycle < CYCLES && errors[b] > tolerance; cycle++, rate *= CYCLE_FACTOR) {
			final LearningRate schedule = LearningRate.cosine(rate, CYCLE_STEPS);
			predictors.blockAt(b).forget();
			for (int step = 0; step < CYCLE_STEPS; step++) trainer.step(b, features, target, AdamW.MELOMOTION.step(step + 1, schedule.at(step)),
				null);
			errors[b] = trainer.worstError(b, features, target);
		}
		predictors.blockAt(b).forget();
		return cycle;
	}
}
