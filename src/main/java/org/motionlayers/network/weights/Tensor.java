package org.motionlayers.network.weights;

import java.util.Arrays;

/**
 * A named array's value: numbers in row-major order (last axis fastest). 16-bit floats are widened when read.
 *
 * @param shape size of every axis; empty for a single number
 * @param data float[] or long[]; taken over, not copied
 */
public record Tensor(long[] shape, Object data) {

	/** Checks that the array has as many elements as the shape. */
	public Tensor {
		if (!(data instanceof float[]) && !(data instanceof long[])) throw new IllegalArgumentException("A tensor holds float[] or long[].");
		final int length = data instanceof float[] f ? f.length : ((long[]) data).length;
		if (length != elements(shape)) throw new IllegalArgumentException("A tensor of shape " + Arrays.toString(shape) + " has not " +
			length + " elements.");
	}

	/** @return a tensor of floats */
	public static Tensor of(final float[] data, final long... shape) {
		return new Tensor(shape, data);
	}

	/** @return a tensor of whole numbers */
	public static Tensor of(final long[] data, final long... shape) {
		return new Tensor(shape, data);
	}

	/** @return number of elements of a shape, or -1 where that is negative or beyond a Java array */
	static long elements(final long... shape) {
		long elements = 1;
		for (final long size : shape) {
			if (size < 0 || size > 0 && elements > Integer.MAX_VALUE / size) return -1;
			elements *= size;
		}
		return elements;
	}

	/** @return whether it holds whole numbers */
	public boolean isInteger() {
		return data instanceof long[];
	}

	/** @return the numbers themselves */
	public float[] floats() {
		if (data instanceof float[] f) return f;
		throw new IllegalStateException("The tensor of shape " + Arrays.toString(shape) + " holds whole numbers.");
	}

	/** @return the whole numbers themselves */
	public long[] longs() {
		if (data instanceof long[] l) return l;
		throw new IllegalStateException("The tensor of shape " + Arrays.toString(shape) + " holds floats.");
	}

	/** Equal where shape and numbers are, bit by bit. */
	@Override
	public boolean equals(final Object other) {
		if (!(other instanceof Tensor t) || !Arrays.equals(shape, t.shape) || isInteger() != t.isInteger()) return false;
		return isInteger() ? Arrays.equals(longs(), t.longs()) : Arrays.equals(floats(), t.floats());
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(shape);
	}

	@Override
	public String toString() {
		return (isInteger() ? "whole numbers " : "floats ") + Arrays.toString(shape);
	}
}
