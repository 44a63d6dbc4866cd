package org.motionlayers.network;

import java.util.SplittableRandom;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/** Numbers of a layer that training changes. It exists in the engine once its layer is part of a {@link Network}. */
public final class Weight {

	private final Initial initial;
	private final long[] shape;
	private NDArray array;

	Weight(final Initial initial, final long[] shape) {
		this.initial = initial;
		this.shape = shape.clone();
	}

	/** @return size of every axis */
	public long[] shape() {
		return shape.clone();
	}

	/** @return how many numbers it has */
	public int size() {
		return Math.toIntExact(new Shape(shape).size());
	}

	/** @return the array, to be used but neither changed nor closed; not as the first operand, which decides who owns the result */
	public NDArray array() {
		if (array == null) throw new IllegalStateException("The layer is not part of a network yet.");
		return array;
	}

	void allocate(final NDManager manager, final SplittableRandom random) {
		if (array != null) throw new IllegalStateException("The layer is part of a network already.");
		final float[] values = new float[size()];
		initial.fill(values, random);
		array = FloatTransfer.in(manager, values, new Shape(shape));
	}

	void trainable(final boolean yes) {
		array().setRequiresGradient(yes);
	}

	/** Copies the numbers out, row-major, from an offset on. */
	public void read(final float[] out, final int offset) {
		FloatTransfer.memory(array()).get(out, offset, size());
	}

	/** Overwrites the numbers, row-major, from an offset on. */
	public void write(final float[] in, final int offset) {
		FloatTransfer.memory(array()).put(in, offset, size());
	}

	/**
	 * Copies the gradient out and sets it to 0.
	 *
	 * @param out receives it, row-major; 0 where no gradient reached the weight
	 * @param offset where the first number goes
	 */
	public void takeGradient(final float[] out, final int offset) {
		final PtNDArray gradient = JniUtils.getGradient((PtNDArray) array());
		if (gradient == null) {
			java.util.Arrays.fill(out, offset, offset + size(), 0);
			return;
		}
		try (gradient; NDManager scope = gradient.getManager().newSubManager()) {
			gradient.attach(scope);
			FloatTransfer.memory(gradient).get(out, offset, size());
			JniUtils.zeroGrad((PtNDArray) array());
		}
	}
}
