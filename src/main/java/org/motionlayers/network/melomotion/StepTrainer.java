package org.motionlayers.network.melomotion;

import java.util.List;
import java.util.function.Function;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;

import org.motionlayers.network.Network;
import org.motionlayers.network.Weight;
import org.motionlayers.network.train.AdamW;

/** Trains a network step by step with MeloMotion's AdamW (4.1). To be used on the network thread. */
final class StepTrainer {

	private static final AdamW ADAMW = AdamW.DEFAULT.withBetas(0.9, 0.95).withDecay(1e-5);
	private static final double UNCLIPPED = 1;

	private final Network<?> network;
	private final List<Weight> weights;
	private final float[][] means;
	private final float[][] squares;
	private long steps;

	/** @param network to be trained */
	StepTrainer(final Network<?> network) {
		this.network = network;
		this.weights = List.copyOf(network.weights().values());
		this.means = weights.stream().map(weight -> new float[weight.size()]).toArray(float[][]::new);
		this.squares = weights.stream().map(weight -> new float[weight.size()]).toArray(float[][]::new);
	}

	/**
	 * One step.
	 *
	 * @param learningRate of this step
	 * @param loss computes a single number with the network, out of arrays of the manager it is given
	 * @return the loss before the step
	 */
	double step(final double learningRate, final Function<NDManager, NDArray> loss) {
		network.train(true);
		try (NDManager scope = network.newScope(); GradientCollector collector = Engine.getInstance().newGradientCollector()) {
			final NDArray value = loss.apply(scope);
			collector.backward(value);
			update(learningRate);
			return value.getFloat();
		}
		finally {
			network.train(false);
		}
	}

	private void update(final double learningRate) {
		steps++;
		for (int i = 0; i < means.length; i++) {
			final float[] values = new float[means[i].length], gradient = new float[means[i].length];
			weights.get(i).read(values, 0);
			weights.get(i).takeGradient(gradient, 0);
			ADAMW.step(values, gradient, UNCLIPPED, means[i], squares[i], steps, learningRate);
			weights.get(i).write(values, 0);
		}
	}
}
