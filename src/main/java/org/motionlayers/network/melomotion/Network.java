package org.motionlayers.network.melomotion;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;

/** A block with its parameters and their AdamW moments, all owned by one manager. Lives on the network thread. */
final class Network implements AutoCloseable {

	/** MeloMotion, 4.1. */
	private static final float BETA1 = 0.9f, BETA2 = 0.95f, WEIGHT_DECAY = 1e-5f;
	private static final float EPSILON = 1e-8f;
	private static final float NO_CLIPPING = -1;

	private final NDManager manager = NDManager.newBaseManager();
	private final ParameterStore store = new ParameterStore(manager, false);
	private final Block block;
	private final List<NDArray> weights = new ArrayList<>();
	private final List<NDArray> means = new ArrayList<>();
	private final List<NDArray> squares = new ArrayList<>();
	private int steps;

	/**
	 * @param block with parameters not yet initialised
	 * @param seed of the weights
	 * @param input shape of one input
	 */
	Network(final Block block, final long seed, final Shape input) {
		this.block = block;
		Engine.getInstance().setRandomSeed((int) (seed ^ seed >>> Integer.SIZE));
		block.initialize(manager, DataType.FLOAT32, input);
		for (final Parameter parameter : block.getParameters().values()) {
			final NDArray weight = parameter.getArray();
			weights.add(weight);
			means.add(weight.zerosLike());
			squares.add(weight.zerosLike());
		}
	}

	/** @return number of parameters */
	int parameters() {
		return weights.stream().mapToInt(w -> (int) w.size()).sum();
	}

	/** Replaces the weights, in the order of the layers. */
	void set(final List<float[]> values) {
		for (int i = 0; i < weights.size(); i++) weights.get(i).set(values.get(i));
	}

	/** @return number of values of every parameter array, in the order of the layers */
	int[] sizes() {
		return weights.stream().mapToInt(w -> (int) w.size()).toArray();
	}

	/** @return a manager for the arrays of one call, to be closed after it */
	NDManager scratch() {
		return manager.newSubManager();
	}

	/** @return the block's output, attached to the manager of the input; gradients are gathered within {@link #step} alone */
	NDArray apply(final NDArray input) {
		return block.forward(store, new NDList(input), true).singletonOrThrow();
	}

	/**
	 * One step of AdamW (0.9, 0.95, weight decay 1e-5).
	 *
	 * @param learningRate of this step
	 * @param loss computes a scalar with {@link #apply} out of arrays of the manager it is given
	 * @return the loss before the step
	 */
	double step(final double learningRate, final Function<NDManager, NDArray> loss) {
		for (final NDArray weight : weights) if (!weight.hasGradient()) weight.setRequiresGradient(true);
		try (NDManager scratch = scratch()) {
			final double value;
			try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
				final NDArray result = loss.apply(scratch);
				collector.backward(result);
				value = result.getFloat();
			}
			update((float) learningRate);
			return value;
		}
	}

	private void update(final float rate) {
		steps++;
		final float corrected = (float) (rate * Math.sqrt(1 - Math.pow(BETA2, steps)) / (1 - Math.pow(BETA1, steps)));
		for (int i = 0; i < weights.size(); i++) {
			final NDArray weight = weights.get(i);
			try (NDArray gradient = weight.getGradient()) {
				weight.getNDArrayInternal().adamUpdate(new NDList(weight, gradient, means.get(i), squares.get(i)), new NDList(weight), rate,
					corrected, WEIGHT_DECAY, 1, NO_CLIPPING, BETA1, BETA2, EPSILON, true, true);
			}
		}
	}

	@Override
	public void close() {
		manager.close();
	}
}
