package org.motionlayers.network.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.network.weights.ModelException;
import org.motionlayers.network.weights.Tensor;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;

/**
 * Trains a network: batches, loss, gradient, AdamW, average of weights, checkpoints. The same settings and seed give the same weights,
 * whether a training ran through or was cancelled and resumed. May be called from any thread; every step waits for the network thread.
 *
 * <pre>
 * TrainingLoop loop = new TrainingLoop(network, config, settings, folder.resolve("checkpoint.safetensors"));
 * loop.run((step, random) -&gt; clips.batch(random), (scope, batch) -&gt; loss(scope, batch), monitor);
 * ModelFolder.save(folder, config, loop.averagedWeights(), Map.of());
 * </pre>
 */
public final class TrainingLoop {

	/**
	 * Makes what a step is trained on: primitive arrays, on the calling thread.
	 *
	 * @param <B> type of a batch
	 */
	@FunctionalInterface
	public interface Batches<B> {

		/** @return the batch of a step, 0 first, that depends on the step and the random numbers alone */
		B batch(long step, SplittableRandom random);
	}

	/**
	 * Computes the loss, on the network thread.
	 *
	 * @param <B> type of a batch
	 */
	@FunctionalInterface
	public interface Loss<B> {

		/** @return a single number, a function of the weights; made in the scope or its children */
		NDArray of(NDManager scope, B batch);
	}

	private final Network<?> network;
	private final ModelConfig config;
	private final TrainingSettings settings;
	private final Path file;
	private final WeightVector vector;
	private final float[] gradients;
	private Checkpoint state;

	/**
	 * A training from the network's present weights, or from a checkpoint where there is one.
	 *
	 * @param network to be trained; its weights follow the training
	 * @param config what the network was built of; a checkpoint of another one is refused
	 * @param settings how to train
	 * @param file where checkpoints go and where a training resumes from; null for none
	 * @throws ModelException where the checkpoint is of another configuration or seed, or damaged
	 */
	public TrainingLoop(final Network<?> network, final ModelConfig config, final TrainingSettings settings, final Path file) {
		this.network = network;
		this.config = config;
		this.settings = settings;
		this.file = file;
		this.vector = new WeightVector(network);
		this.gradients = new float[vector.length()];
		this.state = NetworkEngine.call(this::startOrResume);
	}

	private Checkpoint startOrResume() {
		if (file == null || !Files.exists(file)) return Checkpoint.start(vector.read());
		try {
			final Checkpoint found = Checkpoint.read(file, vector, config, settings.seed());
			vector.write(found.weights());
			return found;
		}
		catch (final IOException e) {
			throw new UncheckedIOException("The checkpoint " + file + " cannot be read (" + e.getMessage() + ").", e);
		}
	}

	/** @return how many steps are done */
	public long step() {
		return state.step();
	}

	/**
	 * Trains until all steps are done.
	 *
	 * @param batches make what steps are trained on
	 * @param loss to be made small
	 * @param monitor is told after every step, on the calling thread
	 * @throws CancellationException where the monitor threw it; a checkpoint of all steps done is written first
	 * @throws ArithmeticException where the loss or its gradient is not finite; the last checkpoint stays
	 */
	public <B> void run(final Batches<B> batches, final Loss<B> loss, final TrainingMonitor monitor) {
		NetworkEngine.run(() -> network.train(true));
		try {
			while (state.step() < settings.steps()) step(batches, loss, monitor);
			save();
		}
		catch (final CancellationException e) {
			save();
			throw e;
		}
		finally {
			NetworkEngine.run(() -> network.train(false));
		}
	}

	private <B> void step(final Batches<B> batches, final Loss<B> loss, final TrainingMonitor monitor) {
		final long step = state.step();
		final SplittableRandom random = new SplittableRandom(Network.mix(settings.seed(), step));
		final int engineSeed = random.nextInt();
		final B batch = batches.batch(step, random);
		final double rate = settings.rate().at(step);
		final double[] found = NetworkEngine.call(() -> {
			Network.seedEngine(engineSeed);
			final double value = backward(loss, batch);
			vector.takeGradients(gradients);
			final double norm = GradientNorm.of(gradients);
			if (!Double.isFinite(value) || !Double.isFinite(norm)) throw new ArithmeticException("Training step " + (step + 1) +
				" gave a loss of " + value + " and a gradient of length " + norm + ": lower the learning rate or check the data.");
			update(rate, GradientNorm.scale(norm, settings.largestNorm()));
			return new double[] { value, norm };
		});
		// told first, so that what the monitor keeps never lacks a step that a checkpoint has
		monitor.stepped(state.step(), settings.steps(), found[0], found[1], rate);
		if (state.step() % settings.saveEvery() == 0) save();
	}

	private <B> double backward(final Loss<B> loss, final B batch) {
		try (NDManager scope = network.newScope(); GradientCollector collector = Engine.getInstance().newGradientCollector()) {
			final NDArray value = loss.of(scope, batch);
			collector.backward(value);
			return value.getFloat();
		}
	}

	private void update(final double rate, final double scale) {
		final Checkpoint next = state.next();
		settings.optimizer().step(state.weights(), gradients, scale, state.mean(), state.square(), next.step(), rate);
		settings.average().update(state.average(), state.weights(), next.step());
		vector.write(state.weights());
		state = next;
	}

	private void save() {
		if (file == null) return;
		try {
			state.write(file, vector, config, settings.seed());
		}
		catch (final IOException e) {
			throw new UncheckedIOException("The checkpoint " + file + " cannot be written (" + e.getMessage() + ").", e);
		}
	}

	/** @return copies of the averaged weights by name: what to save as the model */
	public Map<String, Tensor> averagedWeights() {
		final Map<String, Tensor> tensors = new TreeMap<>();
		vector.toTensors(state.average(), "", tensors);
		return tensors;
	}

	/**
	 * Uses the averaged weights for a while, such as for samples to look at.
	 *
	 * @param work that uses the network, on the network thread
	 * @return what it returns
	 */
	public <T> T withAverage(final Supplier<T> work) {
		return NetworkEngine.call(() -> {
			vector.write(state.average());
			try {
				return work.get();
			}
			finally {
				vector.write(state.weights());
			}
		});
	}
}
