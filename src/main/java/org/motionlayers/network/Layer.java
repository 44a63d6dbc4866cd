package org.motionlayers.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A part of a network: weights of its own and layers inside it, by name. Subclasses add a method that computes, such as
 * {@code NDArray forward(NDArray x)}, to be called on the network thread. Weights are named as in PyTorch by the path to them, such as
 * "down.0.convolution.weight".
 */
public abstract class Layer {

	private final Map<String, Layer> children = new LinkedHashMap<>();
	private final Map<String, Weight> own = new LinkedHashMap<>();
	private boolean training;

	/** Makes a layer a part of this one; names must differ. */
	protected final <L extends Layer> L child(final String name, final L layer) {
		if (children.put(name, layer) != null) throw new IllegalArgumentException("Two layers are named '" + name + "'.");
		return layer;
	}

	/** Adds a weight; names must differ. */
	protected final Weight weight(final String name, final Initial initial, final long... shape) {
		final Weight weight = new Weight(initial, shape);
		if (own.put(name, weight) != null) throw new IllegalArgumentException("Two weights are named '" + name + "'.");
		return weight;
	}

	/** @return all weights of this layer and those inside it by their path, in the order in which they were made */
	public final Map<String, Weight> weights() {
		final Map<String, Weight> all = new LinkedHashMap<>();
		collect("", all);
		return Collections.unmodifiableMap(all);
	}

	private void collect(final String path, final Map<String, Weight> all) {
		own.forEach((name, weight) -> all.put(path + name, weight));
		children.forEach((name, layer) -> layer.collect(path + name + ".", all));
	}

	/** @return how many numbers all weights have */
	public final long parameters() {
		return weights().values().stream().mapToLong(Weight::size).sum();
	}

	/** @return whether the network is being trained: dropout drops only then */
	protected final boolean training() {
		return training;
	}

	final void setTraining(final boolean yes) {
		training = yes;
		children.values().forEach(layer -> layer.setTraining(yes));
	}
}
