package org.motionlayers.network.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.motionlayers.network.Network;
import org.motionlayers.network.Weight;
import org.motionlayers.network.weights.Tensor;
import org.motionlayers.network.weights.TensorFile;

/** All weights of a network as one array, one after another. To be used on the network thread. */
final class WeightVector {

	private final Map<String, Weight> weights;
	private final Map<String, Integer> offsets = new LinkedHashMap<>();
	private final int length;

	WeightVector(final Network<?> network) {
		weights = network.weights();
		int offset = 0;
		for (final Map.Entry<String, Weight> e : weights.entrySet()) {
			offsets.put(e.getKey(), offset);
			offset = Math.addExact(offset, e.getValue().size());
		}
		length = offset;
	}

	int length() {
		return length;
	}

	float[] read() {
		final float[] values = new float[length];
		weights.forEach((name, weight) -> weight.read(values, offsets.get(name)));
		return values;
	}

	void write(final float[] values) {
		weights.forEach((name, weight) -> weight.write(values, offsets.get(name)));
	}

	void takeGradients(final float[] gradients) {
		weights.forEach((name, weight) -> weight.takeGradient(gradients, offsets.get(name)));
	}

	/** Adds the parts of an array as tensors, named by a prefix and the weight. */
	void toTensors(final float[] values, final String prefix, final Map<String, Tensor> tensors) {
		weights.forEach((name, weight) -> tensors.put(prefix + name, new Tensor(weight.shape(), Arrays.copyOfRange(values, offsets.get(name),
			offsets.get(name) + weight.size()))));
	}

	/** @return the array that {@link #toTensors} was given */
	float[] fromTensors(final TensorFile file, final String prefix, final String origin) {
		final float[] values = new float[length];
		weights.forEach((name, weight) -> System.arraycopy(file.floats(prefix + name, weight.shape(), origin), 0, values, offsets.get(name),
			weight.size()));
		return values;
	}
}
