package org.motionlayers.zarr;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** What one element of an array is. */
public enum ElementType {

	/** One byte, 0 or 1. */
	BOOL("bool", "b1", 1),
	/** Signed, 8 bit. */
	INT8("int8", "i1", 1),
	/** Unsigned, 8 bit. */
	UINT8("uint8", "u1", 1),
	/** Signed, 16 bit. */
	INT16("int16", "i2", 2),
	/** Unsigned, 16 bit. */
	UINT16("uint16", "u2", 2),
	/** Signed, 32 bit. */
	INT32("int32", "i4", 4),
	/** Unsigned, 32 bit. */
	UINT32("uint32", "u4", 4),
	/** Signed, 64 bit. */
	INT64("int64", "i8", 8),
	/** Unsigned, 64 bit. */
	UINT64("uint64", "u8", 8),
	/** Floating point, 32 bit. */
	FLOAT32("float32", "f4", 4),
	/** Floating point, 64 bit. */
	FLOAT64("float64", "f8", 8);

	private final String name;
	private final String code;
	private final int bytes;

	ElementType(final String name, final String code, final int bytes) {
		this.name = name;
		this.code = code;
		this.bytes = bytes;
	}

	/** @return the type of version 3's name, such as "uint16", or version 2's code without byte order, such as "u2" */
	static Optional<ElementType> of(final String text) {
		return Arrays.stream(values()).filter(type -> type.name.equals(text) || type.code.equals(text)).findFirst();
	}

	/** @return its name, such as "uint16" */
	public String title() {
		return name;
	}

	/** @return version 2's code without byte order, such as "u2" */
	String code() {
		return code;
	}

	/** @return bytes of one element */
	public int bytes() {
		return bytes;
	}

	/** @return whether elements are floating point */
	public boolean isReal() {
		return this == FLOAT32 || this == FLOAT64;
	}

	/** @return the element that begins at a byte; integers beyond 2^53 are rounded */
	public double real(final ByteBuffer in, final int at) {
		return switch (this) {
			case FLOAT32 -> in.getFloat(at);
			case FLOAT64 -> in.getDouble(at);
			case UINT64 -> {
				final long value = in.getLong(at);
				yield value >= 0 ? value : (value >>> 1) * 2.0;
			}
			default -> integer(in, at);
		};
	}

	/** @return the integer that begins at a byte; {@link Long#MAX_VALUE} for unsigned ones beyond it */
	public long integer(final ByteBuffer in, final int at) {
		return switch (this) {
			case BOOL, UINT8 -> in.get(at) & 0xff;
			case INT8 -> in.get(at);
			case INT16 -> in.getShort(at);
			case UINT16 -> in.getShort(at) & 0xffff;
			case INT32 -> in.getInt(at);
			case UINT32 -> in.getInt(at) & 0xffffffffL;
			case INT64 -> in.getLong(at);
			case UINT64 -> in.getLong(at) < 0 ? Long.MAX_VALUE : in.getLong(at);
			default -> throw new IllegalStateException(name + " is no integer");
		};
	}

	/** Stores a fill value. */
	void put(final ByteBuffer out, final int at, final double value) {
		switch (this) {
			case BOOL, INT8, UINT8 -> out.put(at, (byte) value);
			case INT16, UINT16 -> out.putShort(at, (short) (int) value);
			case INT32, UINT32 -> out.putInt(at, (int) (long) value);
			case INT64, UINT64 -> out.putLong(at, (long) value);
			case FLOAT32 -> out.putFloat(at, (float) value);
			case FLOAT64 -> out.putDouble(at, value);
		}
	}
}
