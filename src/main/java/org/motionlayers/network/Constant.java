package org.motionlayers.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Products with constants whose gradients are right. DJL's own {@code x.mul(2)} lends the engine a Java buffer with the constant and lets
 * go of it; what gradients are multiplied by later is whatever lies there by then. So networks never multiply or divide by a Java number
 * by themselves; a test of the architecture watches over it.
 */
public final class Constant {

	private Constant() {}

	/** @return x times a constant, in x's manager */
	public static NDArray times(final NDArray x, final double factor) {
		try (NDArray constant = FloatTransfer.in(x.getManager(), new float[] { (float) factor }, new Shape())) {
			return x.mul(constant);
		}
	}
}
