package org.motionlayers.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

import org.motionlayers.network.weights.ModelException;
import org.motionlayers.network.weights.Tensor;
import org.motionlayers.network.weights.TensorFile;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * A layer whose weights exist: they belong to it until {@link #close}. To be made, used and closed on the network thread.
 *
 * @param <L> the type of the layer
 */
public final class Network<L extends Layer> implements AutoCloseable {

	private final L layer;
	private final NDManager manager;
	private final Map<String, Weight> weights;

	/**
	 * Gives a layer its weights.
	 *
	 * @param layer the layer; of no other network
	 * @param seed of the numbers that weights start with; each depends on the seed and its own name alone
	 */
	public Network(final L layer, final long seed) {
		this.layer = layer;
		this.manager = NDManager.newBaseManager();
		this.weights = layer.weights();
		weights.forEach((name, weight) -> weight.allocate(manager, new SplittableRandom(mix(seed, name.hashCode()))));
	}

	/** @return a seed that depends on two numbers, far from that of any other pair */
	public static long mix(final long seed, final long number) {
		return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number).nextLong();
	}

	/** @return the layer */
	public L layer() {
		return layer;
	}

	/** @return all weights by name, in the order in which they were made */
	public Map<String, Weight> weights() {
		return weights;
	}

	/** @return a manager for one computation, to be closed after it; what it computes must not outlive it */
	public NDManager newScope() {
		return manager.newSubManager();
	}

	/** @return how many arrays the network owns: as many as weights, unless a computation leaks */
	public int ownedArrays() {
		return manager.getManagedArrays().size();
	}

	/** Turns training on or off: gradients are gathered and dropout drops only while it is on. */
	public void train(final boolean yes) {
		weights.values().forEach(weight -> weight.trainable(yes));
		layer.setTraining(yes);
	}

	/**
	 * Runs a computation without gathering gradients, so that nothing of it stays in memory.
	 *
	 * @param work the computation
	 */
	public static void withoutGradients(final Runnable work) {
		withoutGradients(() -> {
			work.run();
			return null;
		});
	}

	/** The same for a computation that returns something. */
	private static <T> T withoutGradients(final Supplier<T> work) {
		final boolean before = JniUtils.isGradMode();
		JniUtils.setGradMode(false);
		try {
			return work.get();
		}
		finally {
			JniUtils.setGradMode(before);
		}
	}

	/**
	 * Computes on the network thread, in a scope of its own and without gathering gradients. May be called from any thread.
	 *
	 * @param work is given the scope; nothing that it returns may belong to it
	 * @return what the work returns
	 */
	public <T> T compute(final Function<NDManager, T> work) {
		return NetworkEngine.call(() -> withoutGradients(() -> {
			try (NDManager scope = newScope()) {
				return work.apply(scope);
			}
		}));
	}

	/** Seeds the engine's own random numbers, which only dropout uses. */
	public static void seedEngine(final int seed) {
		Engine.getInstance().setRandomSeed(seed);
	}

	/** @return copies of all weights by name */
	public SortedMap<String, Tensor> tensors() {
		final SortedMap<String, Tensor> tensors = new TreeMap<>();
		weights.forEach((name, weight) -> {
			final float[] values = new float[weight.size()];
			weight.read(values, 0);
			tensors.put(name, new Tensor(weight.shape(), values));
		});
		return tensors;
	}

	/**
	 * Overwrites all weights.
	 *
	 * @param file must have every weight in its shape, and nothing else
	 * @param origin what to call the file in messages
	 * @throws ModelException where it has not; no weight is changed then
	 */
	public void load(final TensorFile file, final String origin) {
		weights.forEach((name, weight) -> file.floats(name, weight.shape(), origin));
		for (final String name : file.tensors().keySet()) if (!weights.containsKey(name)) throw new ModelException(origin + ": tensor '" +
			name + "' belongs to no layer of the configuration.");
		weights.forEach((name, weight) -> weight.write(file.floats(name, weight.shape(), origin), 0));
	}

	/**
	 * Overwrites the weights that a file has by the same name and in the same shape, such as those of a network that differs in a few layers.
	 *
	 * @param file may have other weights, too
	 * @return names of the weights that stay as they are, in the order in which they were made
	 */
	public List<String> adopt(final TensorFile file) {
		final List<String> left = new ArrayList<>();
		weights.forEach((name, weight) -> {
			final Tensor found = file.tensors().get(name);
			if (found != null && Arrays.equals(found.shape(), weight.shape())) weight.write(found.floats(), 0);
			else left.add(name);
		});
		return left;
	}

	/** Frees the weights; the layer cannot be used any more. */
	@Override
	public void close() {
		manager.close();
	}
}
