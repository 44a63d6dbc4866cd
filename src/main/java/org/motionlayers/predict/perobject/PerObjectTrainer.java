package org.motionlayers.predict.perobject;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Trains {@link PerObjectPredictors} on the position loss (MeloMotion, Eq. 5) with AdamW. One step takes one sample: the features of
 * all objects and where they went. Gradient and update of a block of objects are one pass while its weights are in the cache; blocks run
 * on all cores where there are many, and sums over objects are taken in the order of the blocks: results are the same, bit by bit,
 * whatever the number of threads. Training starts with moments of 0; one trainer at a time may train the same predictors.
 */
public final class PerObjectTrainer {

	/** Weight of the position loss in the paper's total loss: L = L_L1 + 10 L_pos. */
	public static final double POSITION_WEIGHT = 10;

	/** Fewer blocks than this are done before other threads have woken up. */
	private static final int PARALLEL_BLOCKS = 8;

	private final PerObjectPredictors predictors;
	private final Architecture architecture;
	private final AdamW optimiser;
	private final LearningRate rate;
	private final boolean shared;
	private final int blocks;
	private final BlockTrainer[] lanes;
	private final float[][] projectorSums;
	private final float[] sharedSum;
	private final double[] losses;
	private long steps;

	/**
	 * A trainer with the paper's settings: AdamW(0.9, 0.95), weight decay 1e-5, learning rate 1e-2 decayed to 0 along a cosine.
	 *
	 * @param predictors to be trained in place
	 * @param steps number of steps until the learning rate is 0
	 */
	public PerObjectTrainer(final PerObjectPredictors predictors, final long steps) {
		this(predictors, AdamW.MELOMOTION, LearningRate.cosine(LearningRate.MELOMOTION, steps), Runtime.getRuntime().availableProcessors());
	}

	/**
	 * @param predictors to be trained in place
	 * @param optimiser settings of AdamW
	 * @param rate learning rate of every step
	 * @param threads how many cores to use at most
	 */
	public PerObjectTrainer(final PerObjectPredictors predictors, final AdamW optimiser, final LearningRate rate, final int threads) {
		this.predictors = predictors;
		this.architecture = predictors.architecture();
		this.optimiser = optimiser;
		this.rate = rate;
		this.shared = architecture.weights() == Architecture.Weights.SHARED;
		this.blocks = architecture.blocks();
		this.lanes = BlockTrainer.lanes(predictors, blocks < PARALLEL_BLOCKS || shared ? 1 : Math.max(1, Math.min(threads, blocks)));
		this.projectorSums = new float[blocks][architecture.projectorParameters()];
		this.sharedSum = new float[shared ? architecture.parametersPerPredictor() : 0];
		this.losses = new double[blocks];
		predictors.forgetMoments();
	}

	/** @return number of steps taken */
	public long steps() {
		return steps;
	}

	/** @return learning rate of the next step */
	public double learningRate() {
		return rate.at(steps);
	}

	/**
	 * One step of training.
	 *
	 * @param features objects x channels: mean channel values, or feature vectors where the architecture takes them directly
	 * @param target where the objects went
	 * @return the position loss before the step (MeloMotion, Eq. 5), in the square of the target's unit
	 */
	public double step(final float[] features, final PositionTarget target) {
		predictors.checkFeatures(features);
		BlockTrainer.check(architecture, target);
		final AdamW.Step numbers = optimiser.step(steps + 1, rate.at(steps));
		if (shared) stepShared(features, target, numbers);
		else if (lanes.length == 1) stepBlocks(0, features, target, numbers);
		else IntStream.range(0, lanes.length).parallel().forEach(lane -> stepBlocks(lane, features, target, numbers));
		stepProjector(numbers);
		steps++;
		double loss = target.spread();
		for (final double part : losses) loss += part;
		return loss;
	}

	/** The blocks of one lane: equal shares of all. */
	private void stepBlocks(final int lane, final float[] features, final PositionTarget target, final AdamW.Step numbers) {
		final int from = (int) ((long) blocks * lane / lanes.length), to = (int) ((long) blocks * (lane + 1) / lanes.length);
		for (int b = from; b < to; b++) {
			Arrays.fill(projectorSums[b], 0);
			losses[b] = lanes[lane].step(b, features, target, numbers, projectorSums[b]);
		}
	}

	private void stepShared(final float[] features, final PositionTarget target, final AdamW.Step numbers) {
		Arrays.fill(sharedSum, 0);
		for (int b = 0; b < blocks; b++) {
			Arrays.fill(projectorSums[b], 0);
			losses[b] = lanes[0].accumulate(b, features, target, sharedSum, projectorSums[b]);
		}
		predictors.blockAt(0).update(sharedSum, numbers);
	}

	private void stepProjector(final AdamW.Step numbers) {
		final float[] sum = projectorSums[0];
		for (int b = 1; b < blocks; b++) for (int k = 0; k < sum.length; k++) sum[k] += projectorSums[b][k];
		predictors.projector().update(sum, numbers);
	}
}
