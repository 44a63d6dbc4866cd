package org.motionlayers.io.image;

import java.util.function.IntFunction;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Shape;

/** Frames put together from the planes of a stack, each plane fetched when a frame that holds it is asked for. */
final class PlaneFrames implements IntFunction<Frame> {

	/** Added by ImageJ to signed 16-bit values to keep them in an unsigned array. */
	private static final int SIGNED_OFFSET = 32768;

	/** Gives one plane: byte[], short[] or float[], or int[] for RGB; never written to by the caller. */
	@FunctionalInterface
	interface Planes {

		/** @return the plane of channel c, slice z and time t, each from 0 */
		Object plane(int c, int z, int t);

		/**
		 * @return what to hold while planes are fetched and used, or null where any thread may do so at any time and is given an array that
		 *         nobody else has
		 */
		default Object lock() {
			return null;
		}
	}

	/** How the values of a plane become those of a frame. */
	enum Coding {
		/** As they are. */
		PLAIN,
		/** 0xRRGGBB in an int[] becomes three channels of 8 bit. */
		RGB,
		/** 16 bit with 32768 added becomes float with the true, signed value. */
		SIGNED
	}

	private final String name;
	private final PixelType type;
	private final Shape shape;
	private final Coding coding;
	private final Planes planes;

	/**
	 * @param name of the image, for messages
	 * @param type pixel type of the frames
	 * @param shape of the frames; 3 channels for RGB
	 * @param coding of the planes
	 * @param planes of shape.planeSize() values
	 */
	PlaneFrames(final String name, final PixelType type, final Shape shape, final Coding coding, final Planes planes) {
		this.name = name;
		this.type = type;
		this.shape = shape;
		this.coding = coding;
		this.planes = planes;
	}

	@Override
	public Frame apply(final int t) {
		if (planes.lock() == null) return frame(t);
		synchronized (planes.lock()) {
			return frame(t);
		}
	}

	private Frame frame(final int t) {
		if (planes.lock() == null && coding == Coding.PLAIN && shape.values() == shape.planeSize()) return onePlane(t);
		final Object data = type.newArray(shape.values());
		final int channels = coding == Coding.RGB ? 1 : shape.channels();
		for (int c = 0; c < channels; c++) for (int z = 0; z < shape.depth(); z++) {
			final Object plane = planes.plane(c, z, t);
			try {
				copy(plane, data, c * shape.pixels() + z * shape.planeSize());
			}
			catch (ClassCastException | ArrayStoreException | IndexOutOfBoundsException exc) {
				throw unlike(c, z, t, exc);
			}
		}
		return new Frame(type, shape, data);
	}

	private Frame onePlane(final int t) {
		try {
			return new Frame(type, shape, planes.plane(0, 0, t));
		}
		catch (ClassCastException | IllegalArgumentException exc) {
			throw unlike(0, 0, t, exc);
		}
	}

	private InputException unlike(final int c, final int z, final int t, final RuntimeException cause) {
		return new InputException("Image '" + name + "': the plane at channel " + (c + 1) + ", slice " + (z + 1) + ", frame " + (t + 1) +
			" has another size or pixel type than the first; all planes must be alike.", cause);
	}

	private void copy(final Object plane, final Object data, final int offset) {
		switch (coding) {
			case PLAIN -> System.arraycopy(plane, 0, data, offset, shape.planeSize());
			case RGB -> splitColours((int[]) plane, (byte[]) data, offset);
			case SIGNED -> signed((short[]) plane, (float[]) data, offset);
		}
	}

	private void splitColours(final int[] plane, final byte[] data, final int offset) {
		final int step = shape.pixels();
		for (int i = 0; i < shape.planeSize(); i++) {
			data[offset + i] = (byte) (plane[i] >> 16);
			data[offset + i + step] = (byte) (plane[i] >> 8);
			data[offset + i + 2 * step] = (byte) plane[i];
		}
	}

	private void signed(final short[] plane, final float[] data, final int offset) {
		for (int i = 0; i < shape.planeSize(); i++) data[offset + i] = (plane[i] & 0xffff) - SIGNED_OFFSET;
	}

	/** @return the same planes with the slices of the first frame as frames */
	PlaneFrames slicesAsFrames() {
		final Shape flat = new Shape(shape.width(), shape.height(), 1, shape.channels());
		return new PlaneFrames(name, type, flat, coding, new Planes() {

			@Override
			public Object plane(final int c, final int z, final int t) {
				return planes.plane(c, t, 0);
			}

			@Override
			public Object lock() {
				return planes.lock();
			}
		});
	}
}
