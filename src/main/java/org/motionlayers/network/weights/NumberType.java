package org.motionlayers.network.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a safetensors file holds one number. Names are the format's own. */
enum NumberType {

	/** IEEE 754 single precision. */
	F32(4) {

		@Override
		Tensor decode(final long[] shape, final ByteBuffer bytes) {
			final float[] values = new float[bytes.remaining() / 4];
			bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
			return new Tensor(shape, values);
		}
	},

	/** IEEE 754 half precision. */
	F16(2) {

		@Override
		Tensor decode(final long[] shape, final ByteBuffer bytes) {
			final float[] values = new float[bytes.remaining() / 2];
			for (int i = 0; i < values.length; i++) values[i] = half(bytes.getShort());
			return new Tensor(shape, values);
		}
	},

	/** The upper half of single precision. */
	BF16(2) {

		@Override
		Tensor decode(final long[] shape, final ByteBuffer bytes) {
			final float[] values = new float[bytes.remaining() / 2];
			for (int i = 0; i < values.length; i++) values[i] = Float.intBitsToFloat(bytes.getShort() << 16);
			return new Tensor(shape, values);
		}
	},

	/** Whole numbers of 64 bit. */
	I64(8) {

		@Override
		Tensor decode(final long[] shape, final ByteBuffer bytes) {
			final long[] values = new long[bytes.remaining() / 8];
			bytes.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(values);
			return new Tensor(shape, values);
		}
	};

	private static final int HALF_EXPONENT = 0x1f;
	private static final int HALF_MANTISSA = 0x3ff;
	private static final int HALF_MANTISSA_BITS = 10;

	private final int bytes;

	NumberType(final int bytes) {
		this.bytes = bytes;
	}

	/** @return bytes of one number */
	int bytes() {
		return bytes;
	}

	/** @return the numbers of a little-endian buffer as a tensor */
	abstract Tensor decode(long[] shape, ByteBuffer bytes);

	/** @return the value of a half precision number */
	static float half(final short bits) {
		final int exponent = bits >> HALF_MANTISSA_BITS & HALF_EXPONENT, mantissa = bits & HALF_MANTISSA;
		final float magnitude;
		if (exponent == HALF_EXPONENT) magnitude = mantissa == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
		// Below the smallest normal number, 2^-14, the mantissa counts in units of 2^-24.
		else if (exponent == 0) magnitude = mantissa * 0x1p-24f;
		else magnitude = Float.intBitsToFloat(exponent + 127 - 15 << 23 | mantissa << 23 - HALF_MANTISSA_BITS);
		return bits < 0 ? -magnitude : magnitude;
	}
}
