package org.motionlayers.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

import org.junit.jupiter.api.Test;
import org.motionlayers.network.block.Convolution;
import org.motionlayers.network.block.Dense;
import org.motionlayers.network.weights.ModelException;
import org.motionlayers.network.weights.Tensor;
import org.motionlayers.network.weights.TensorFile;

class NetworkTest {

	private static final class Two extends Layer {

		final Dense first = child("first", new Dense(3, 4));
		final Dense second = child("second", Dense.withoutBias(4, 2));
		final Weight scale = weight("scale", Initial.normal(1), 2);
		final Weight rest = weight("rest", Initial.constant(.5f), 1);

		NDArray forward(final NDArray x) {
			return second.forward(first.forward(x)).mul(scale.array());
		}
	}

	private static Map<String, Tensor> weightsOf(final Layer layer, final long seed) {
		return NetworkEngine.call(() -> {
			try (Network<?> network = new Network<>(layer, seed)) {
				return network.tensors();
			}
		});
	}

	@Test
	void weightsAreNamedByTheirPath() {
		final Two layer = new Two();
		assertEquals(List.of("scale", "rest", "first.weight", "first.bias", "second.weight"), List.copyOf(layer.weights().keySet()));
		assertEquals(2 + 1 + 12 + 4 + 8, layer.parameters());
		assertArrayEquals(new long[] { 4, 3 }, layer.weights().get("first.weight").shape());
	}

	@Test
	void namesMustDiffer() {
		final class Twins extends Layer {

			Twins(final boolean weights) {
				for (int i = 0; i < 2; i++) if (weights) weight("a", Initial.ZEROS, 1);
				else child("a", new Dense(1, 1));
			}
		}
		assertThrows(IllegalArgumentException.class, () -> new Twins(true));
		assertThrows(IllegalArgumentException.class, () -> new Twins(false));
	}

	@Test
	void sameSeedSameWeights() {
		assertEquals(weightsOf(new Two(), 7), weightsOf(new Two(), 7));
		assertNotEquals(weightsOf(new Two(), 7).get("scale"), weightsOf(new Two(), 8).get("scale"));
		assertNotEquals(Network.mix(1, 2), Network.mix(2, 1));
	}

	@Test
	void weightsStartWithinTheBoundsOfPyTorch() {
		final float[] values = weightsOf(Convolution.of(16, 64, 3, 3), 1).get("weight").floats();
		double squares = 0, largest = 0;
		for (final float v : values) {
			squares += v * (double) v;
			largest = Math.max(largest, Math.abs(v));
		}
		final double bound = 1 / Math.sqrt(16 * 9);
		assertTrue(largest <= bound, largest + " > " + bound);
		assertEquals(bound * bound / 3, squares / values.length, .03 * bound * bound / 3);
	}

	@Test
	void layersHaveNoWeightsBeforeTheirNetwork() {
		assertThrows(IllegalStateException.class, () -> new Two().scale.array());
		final Two layer = new Two();
		NetworkEngine.run(() -> {
			try (Network<Two> network = new Network<>(layer, 1)) {
				assertThrows(IllegalStateException.class, () -> new Network<>(layer, 1));
			}
		});
	}

	@Test
	void loadsWhatItGave() {
		NetworkEngine.run(() -> {
			try (Network<Two> one = new Network<>(new Two(), 1); Network<Two> two = new Network<>(new Two(), 2)) {
				two.load(TensorFile.of(one.tensors(), Map.of()), "one");
				assertEquals(one.tensors(), two.tensors());
				try (NDManager scope = two.newScope()) {
					final NDArray x = scope.create(new float[] { 1, 2, 3 }, new ai.djl.ndarray.types.Shape(1, 3));
					assertArrayEquals(one.layer().forward(x).toFloatArray(), two.layer().forward(x).toFloatArray());
				}
			}
		});
	}

	@Test
	void wrongTensorsAreRefusedAndNothingIsChanged() {
		NetworkEngine.run(() -> {
			try (Network<Two> network = new Network<>(new Two(), 1)) {
				final Map<String, Tensor> before = network.tensors();
				final TreeMap<String, Tensor> other = new TreeMap<>(weightsOf(new Two(), 2));
				other.put("second.weight", Tensor.of(new float[6], 2, 3));
				assertTrue(refused(network, other).contains("'second.weight' is floats [2, 3]"));
				other.remove("second.weight");
				assertTrue(refused(network, other).contains("'second.weight' of shape [2, 4] is missing"));
				other.put("second.weight", Tensor.of(new float[8], 2, 4));
				other.put("third", Tensor.of(new float[1]));
				assertTrue(refused(network, other).contains("'third' belongs to no layer"));
				assertEquals(before, network.tensors());
			}
		});
	}

	@Test
	void whatFitsIsAdoptedAndTheRestStays() {
		NetworkEngine.run(() -> {
			try (Network<Two> network = new Network<>(new Two(), 1)) {
				final Map<String, Tensor> before = network.tensors();
				final TreeMap<String, Tensor> other = new TreeMap<>(weightsOf(new Two(), 2));
				other.put("second.weight", Tensor.of(new float[6], 2, 3));
				other.put("third", Tensor.of(new float[1]));
				final List<String> left = network.adopt(TensorFile.of(other, Map.of()));
				assertEquals(List.of("second.weight"), left);
				network.tensors().forEach((name, tensor) -> assertEquals(left.contains(name) ? before.get(name) : other.get(name), tensor, name));
			}
		});
	}

	private static String refused(final Network<?> network, final Map<String, Tensor> tensors) {
		return assertThrows(ModelException.class, () -> network.load(TensorFile.of(tensors, Map.of()), "m")).getMessage();
	}
}
