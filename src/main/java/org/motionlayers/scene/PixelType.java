package org.motionlayers.scene;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;

/** The pixel types an image may have: those of ImageJ. Colour (RGB) is three channels of {@link #UINT8}. */
public enum PixelType {

	/** Unsigned 8 bit in a byte[]. */
	UINT8(8, 255) {

		@Override
		public Object newArray(final int length) {
			return new byte[length];
		}

		@Override
		public double get(final Object array, final int index) {
			return ((byte[]) array)[index] & 0xff;
		}

		@Override
		public void set(final Object array, final int index, final double value) {
			((byte[]) array)[index] = (byte) clampedRound(value);
		}

		@Override
		public int length(final Object array) {
			return ((byte[]) array).length;
		}

		@Override
		public ArrayImg<? extends RealType<?>, ?> wrap(final Object array, final long... dimensions) {
			return ArrayImgs.unsignedBytes((byte[]) array, dimensions);
		}
	},

	/** Unsigned 16 bit in a short[]. */
	UINT16(16, 65535) {

		@Override
		public Object newArray(final int length) {
			return new short[length];
		}

		@Override
		public double get(final Object array, final int index) {
			return ((short[]) array)[index] & 0xffff;
		}

		@Override
		public void set(final Object array, final int index, final double value) {
			((short[]) array)[index] = (short) clampedRound(value);
		}

		@Override
		public int length(final Object array) {
			return ((short[]) array).length;
		}

		@Override
		public ArrayImg<? extends RealType<?>, ?> wrap(final Object array, final long... dimensions) {
			return ArrayImgs.unsignedShorts((short[]) array, dimensions);
		}
	},

	/** 32 bit floating point in a float[]. */
	FLOAT32(32, Float.MAX_VALUE) {

		@Override
		public Object newArray(final int length) {
			return new float[length];
		}

		@Override
		public double get(final Object array, final int index) {
			return ((float[]) array)[index];
		}

		@Override
		public void set(final Object array, final int index, final double value) {
			((float[]) array)[index] = (float) value;
		}

		@Override
		public int length(final Object array) {
			return ((float[]) array).length;
		}

		@Override
		public ArrayImg<? extends RealType<?>, ?> wrap(final Object array, final long... dimensions) {
			return ArrayImgs.floats((float[]) array, dimensions);
		}
	};

	private final int bits;
	private final double maximum;

	PixelType(final int bits, final double maximum) {
		this.bits = bits;
		this.maximum = maximum;
	}

	/** @return size of a frame, bytes */
	public long bytes(final Shape shape) {
		return (long) bits / Byte.SIZE * shape.values();
	}

	/** @return bits per pixel and channel: 8, 16 or 32 */
	public int bits() {
		return bits;
	}

	/** @return the largest value a pixel can have */
	public double maximum() {
		return maximum;
	}

	/** @return whether values are whole numbers */
	public boolean isInteger() {
		return this != FLOAT32;
	}

	/** @return a new primitive array of this type, all 0 */
	public abstract Object newArray(int length);

	/** @return the value of one element, unsigned where the type is */
	public abstract double get(Object array, int index);

	/** Stores a value, rounded to even halves and clamped to the range where the type is integer. */
	public abstract void set(Object array, int index, double value);

	/** @return number of elements of a primitive array of this type */
	public abstract int length(Object array);

	/** @return an ImgLib2 image over the array itself, without a copy */
	public abstract ArrayImg<? extends RealType<?>, ?> wrap(Object array, long... dimensions);

	/** @return the value rounded and clamped as {@link #set} stores it; floats as they are */
	public double quantise(final double value) {
		return isInteger() ? clampedRound(value) : (float) value;
	}

	int clampedRound(final double value) {
		return (int) Math.rint(Math.max(0, Math.min(maximum, value)));
	}
}
