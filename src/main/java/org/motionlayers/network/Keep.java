package org.motionlayers.network;

import java.util.function.Supplier;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;

/**
 * Frees what a computation leaves behind as soon as it is done, instead of when its manager closes: memory then follows the deepest
 * layer, not the number of layers. What gradients still need, the engine keeps by itself.
 */
public final class Keep {

	private Keep() {}

	/** @return what the computation returns; every other array it made is closed */
	public static NDArray result(final Supplier<NDArray> computation) {
		final NDArray result;
		try (NDScope scope = new NDScope()) {
			scope.suppressNotUsedWarning();
			result = computation.get();
			NDScope.unregister(result);
		}
		// An outer computation frees it in turn.
		NDScope.register(result);
		return result;
	}
}
