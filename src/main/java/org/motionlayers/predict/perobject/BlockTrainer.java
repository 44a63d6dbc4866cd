package org.motionlayers.predict.perobject;

import java.util.Arrays;

/** Loss, gradient and update of one block of objects after another: what one thread of a training needs. */
final class BlockTrainer {

	private final PerObjectPredictors predictors;
	private final int objects;
	private final int outputs;
	private final int size;
	private final boolean shared;
	private final ObjectPass pass;
	private final float[] gradient;
	private final float[] velocity;
	private final float[] velocityGradient;

	/** @param predictors to be trained in place */
	BlockTrainer(final PerObjectPredictors predictors) {
		final Architecture architecture = predictors.architecture();
		this.predictors = predictors;
		this.objects = architecture.objects();
		this.outputs = architecture.outputs();
		this.size = architecture.parametersPerPredictor();
		this.shared = architecture.weights() == Architecture.Weights.SHARED;
		this.pass = new ObjectPass(predictors);
		this.gradient = new float[Math.min(PerObjectPredictors.BLOCK, architecture.predictors()) * size];
		this.velocity = new float[outputs];
		this.velocityGradient = new float[outputs];
	}

	/**
	 * One step of a block of perceptrons that belong to one object each.
	 *
	 * @param b the block
	 * @param features of all objects
	 * @param target of all objects
	 * @param numbers the step's numbers
	 * @param projectorSum receives the projection's gradient, added; null where the projection stays as it is
	 * @return the block's part of the position loss before the step
	 */
	double step(final int b, final float[] features, final PositionTarget target, final AdamW.Step numbers, final float[] projectorSum) {
		final int first = b * PerObjectPredictors.BLOCK, end = end(b);
		double loss = 0;
		for (int i = first; i < end; i++) loss += backward(i, (i - first) * size, features, target, projectorSum);
		predictors.blockAt(b).update(gradient, numbers);
		return loss;
	}

	/** The same gradients for a block of objects that share one perceptron, which is not updated: they are added to a sum. */
	double accumulate(final int b, final float[] features, final PositionTarget target, final float[] sum, final float[] projectorSum) {
		double loss = 0;
		for (int i = b * PerObjectPredictors.BLOCK; i < end(b); i++) {
			loss += backward(i, 0, features, target, projectorSum);
			for (int k = 0; k < size; k++) sum[k] += gradient[k];
		}
		return loss;
	}

	/** @return the largest distance between an object's velocity and the one it should have, of the objects of a block that were seen */
	double worstError(final int b, final float[] features, final PositionTarget target) {
		double worst = 0;
		for (int i = b * PerObjectPredictors.BLOCK; i < end(b); i++) if (target.share(i) > 0) {
			pass.forward(i, features, velocity, 0);
			worst = Math.max(worst, target.squaredError(i, velocity, 0));
		}
		return Math.sqrt(worst);
	}

	private int end(final int b) {
		return Math.min((b + 1) * PerObjectPredictors.BLOCK, objects);
	}

	/** dL/dv_i = 2 weight share_i (v_i - mean_i), the derivative of the weighted Eq. 5, and from there through perceptron and projection. */
	private double backward(final int object, final int to, final float[] features, final PositionTarget target,
		final float[] projectorSum)
	{
		pass.forward(object, features, velocity, 0);
		final float factor = (float) (2 * PerObjectTrainer.POSITION_WEIGHT) * target.share(object);
		for (int k = 0; k < outputs; k++) velocityGradient[k] = factor * (velocity[k] - target.velocity(object, k));
		pass.backward(object, features, velocityGradient, 0, gradient, to, projectorSum);
		return target.share(object) * target.squaredError(object, velocity, 0);
	}

	/** Checks that a target fits the predictors. */
	static void check(final Architecture architecture, final PositionTarget target) {
		if (target.objects() != architecture.objects() || target.dimensions() != architecture.outputs())
			throw new IllegalArgumentException("Predictors of " + architecture.objects() + " objects with " + architecture.outputs() +
				" outputs cannot learn from " + target.objects() + " objects in " + target.dimensions() + " dimensions.");
	}

	/** @return one trainer for every thread */
	static BlockTrainer[] lanes(final PerObjectPredictors predictors, final int threads) {
		final BlockTrainer[] lanes = new BlockTrainer[threads];
		Arrays.setAll(lanes, i -> new BlockTrainer(predictors));
		return lanes;
	}
}
