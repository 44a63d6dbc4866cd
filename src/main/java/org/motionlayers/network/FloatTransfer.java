package org.motionlayers.network;

import java.nio.FloatBuffer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Floats into the engine and out, straight into its memory: DJL's own way in clears and copies a second buffer first. */
public final class FloatTransfer {

	private FloatTransfer() {}

	/**
	 * Brings values in.
	 *
	 * @param manager owns the result
	 * @param values row-major
	 * @param shape of as many elements
	 */
	public static NDArray in(final NDManager manager, final float[] values, final Shape shape) {
		if (values.length != shape.size()) throw new IllegalArgumentException(values.length + " values do not fill " + shape + ".");
		final NDArray array = manager.create(shape);
		memory(array).put(values);
		return array;
	}

	/**
	 * Copies values out.
	 *
	 * @param array of float32
	 * @param from index of the first value, row-major
	 * @param out receives as many as it holds
	 */
	public static void out(final NDArray array, final long from, final float[] out) {
		if (array.size() < from + out.length) throw new IllegalStateException("The network gave " + array.getShape() + ", but " + out.length +
			" values from " + from + " on are needed.");
		memory(array).position(Math.toIntExact(from)).get(out);
	}

	/** The engine's own memory where the array is contiguous, else that of a contiguous copy. */
	static FloatBuffer memory(final NDArray array) {
		return array.toByteBuffer(true).asFloatBuffer();
	}
}
