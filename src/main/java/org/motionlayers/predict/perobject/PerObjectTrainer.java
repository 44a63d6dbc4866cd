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
	private final int blocks;
	private final Lane[] lanes;
	private final float[][] projectorSums;
	private final double[] losses;
	private final float[] sharedSum;
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
		this.blocks = (architecture.objects() + PerObjectPredictors.BLOCK - 1) / PerObjectPredictors.BLOCK;
		this.sharedSum = new float[isShared() ? architecture.parametersPerPredictor() : 0];
		final boolean parallel = blocks >= PARALLEL_BLOCKS && !isShared();
		this.lanes = new Lane[parallel ? Math.max(1, Math.min(threads, blocks)) : 1];
		Arrays.setAll(lanes, i -> new Lane());
		this.projectorSums = new float[blocks][architecture.projectorParameters()];
		this.losses = new double[blocks];
		forgetMoments();
	}

	private boolean isShared() {
		return architecture.weights() == Architecture.Weights.SHARED;
	}

	private void forgetMoments() {
		predictors.projector().forget();
		for (int b = 0; b < predictors.blocks(); b++) predictors.blockAt(b).forget();
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
		if (target.objects() != architecture.objects() || target.dimensions() != architecture.outputs())
			throw new IllegalArgumentException("Predictors of " + architecture.objects() + " objects with " + architecture.outputs() +
				" outputs cannot learn from " + target.objects() + " objects in " + target.dimensions() + " dimensions.");
		final AdamW.Step numbers = optimiser.step(steps + 1, rate.at(steps));
		if (lanes.length == 1) lanes[0].run(0, blocks, features, target, numbers);
		else IntStream.range(0, lanes.length).parallel().forEach(i -> lanes[i].run(share(i), share(i + 1), features, target, numbers));
		if (isShared()) predictors.blockAt(0).update(sharedSum, numbers);
		updateProjector(numbers);
		steps++;
		return Arrays.stream(losses).sum() + target.spread();
	}

	/** @return the first block of a lane */
	private int share(final int lane) {
		return (int) ((long) blocks * lane / lanes.length);
	}

	private void updateProjector(final AdamW.Step numbers) {
		final float[] sum = projectorSums[0];
		for (int b = 1; b < blocks; b++) for (int k = 0; k < sum.length; k++) sum[k] += projectorSums[b][k];
		predictors.projector().update(sum, numbers);
	}

	/** What one thread needs. */
	private final class Lane {

		private final int size = architecture.parametersPerPredictor();
		private final int outputs = architecture.outputs();
		private final ObjectPass pass = new ObjectPass(predictors);
		private final float[] gradient = new float[(isShared() ? 1 : Math.min(PerObjectPredictors.BLOCK, architecture.objects())) * size];
		private final float[] velocity = new float[outputs];
		private final float[] velocityGradient = new float[outputs];

		void run(final int from, final int to, final float[] features, final PositionTarget target, final AdamW.Step numbers) {
			Arrays.fill(sharedSum, 0);
			for (int b = from; b < to; b++) {
				block(b, features, target);
				if (!isShared()) predictors.blockAt(b).update(gradient, numbers);
			}
		}

		/** Loss and gradients of the objects of a block. */
		private void block(final int b, final float[] features, final PositionTarget target) {
			Arrays.fill(projectorSums[b], 0);
			final int first = b * PerObjectPredictors.BLOCK, end = Math.min(first + PerObjectPredictors.BLOCK, architecture.objects());
			double loss = 0;
			for (int i = first; i < end; i++) {
				pass.forward(i, features, velocity, 0);
				loss += target.share(i) * target.squaredError(i, velocity, 0);
				for (int k = 0; k < outputs; k++) velocityGradient[k] = (float) (2 * POSITION_WEIGHT) * target.share(i) * (velocity[k] - target
					.velocity(i, k));
				pass.backward(i, features, velocityGradient, 0, gradient, isShared() ? 0 : (i - first) * size, projectorSums[b]);
				if (isShared()) for (int k = 0; k < size; k++) sharedSum[k] += gradient[k];
			}
			losses[b] = loss;
		}
	}
}
