package org.motionlayers.network.weights;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a safetensors file holds.
 *
 * @param metadata what the writer says of it, by key
 * @param tensors arrays by name, such as "encoder.0.weight"
 */
public record TensorFile(SortedMap<String, String> metadata, SortedMap<String, Tensor> tensors) {

	/** Copies the maps. */
	public TensorFile {
		metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
		tensors = Collections.unmodifiableSortedMap(new TreeMap<>(tensors));
	}

	/** @return a file of these tensors and metadata */
	public static TensorFile of(final Map<String, Tensor> tensors, final Map<String, String> metadata) {
		return new TensorFile(new TreeMap<>(metadata), new TreeMap<>(tensors));
	}

	/**
	 * Fetches a tensor of floats.
	 *
	 * @param name its name
	 * @param shape the shape it must have
	 * @param origin what to call the file in messages
	 * @return its numbers themselves
	 * @throws ModelException where it is missing, has another shape or holds whole numbers
	 */
	public float[] floats(final String name, final long[] shape, final String origin) {
		final Tensor tensor = tensors.get(name);
		if (tensor == null) throw new ModelException(origin + ": tensor '" + name + "' of shape " + Arrays.toString(shape) + " is missing.");
		if (tensor.isInteger() || !Arrays.equals(shape, tensor.shape())) throw new ModelException(origin + ": tensor '" + name + "' is " +
			tensor + "; the configuration asks for floats " + Arrays.toString(shape) + ".");
		return tensor.floats();
	}
}
