package org.motionlayers.decompose;

import org.motionlayers.scene.Frame;

/**
 * Cuts the pixels of runs out of an image, object by object, and adds them up on the way. Values that are not finite are cut like any
 * other, and left out of the sums.
 */
abstract class PixelSums {

	private final Object[] patches;
	private final double[] sums;
	private final int[] counts;

	PixelSums(final Frame image, final int[] areas) {
		this.patches = new Object[areas.length];
		for (int i = 0; i < areas.length; i++) patches[i] = image.type().newArray(areas[i]);
		this.sums = new double[areas.length];
		this.counts = new int[areas.length];
	}

	/**
	 * @param image what to cut out of
	 * @param areas number of pixels of every object
	 * @return empty patches of the image's type
	 */
	static PixelSums of(final Frame image, final int[] areas) {
		return switch (image.type()) {
			case UINT8 -> new Bytes(image, areas);
			case UINT16 -> new Shorts(image, areas);
			case FLOAT32 -> new Floats(image, areas);
		};
	}

	/**
	 * Copies a run into the patch of its object.
	 *
	 * @param object whose run it is
	 * @param source first value in the image
	 * @param target first value in the patch
	 * @param length number of values
	 */
	abstract void cut(int object, int source, int target, int length);

	/** @return the patch of an object: byte[], short[] or float[] */
	final Object patch(final int object) {
		return patches[object];
	}

	/** @return mean of the finite values of an object, 0 where there is none */
	final double mean(final int object) {
		return counts[object] == 0 ? 0 : sums[object] / counts[object];
	}

	/** @return number of finite values of an object */
	final int finite(final int object) {
		return counts[object];
	}

	final void count(final int object, final double sum, final int values) {
		sums[object] += sum;
		counts[object] += values;
	}

	private static final class Bytes extends PixelSums {

		private final byte[] image;

		Bytes(final Frame image, final int[] areas) {
			super(image, areas);
			this.image = (byte[]) image.data();
		}

		@Override
		void cut(final int object, final int source, final int target, final int length) {
			final byte[] patch = (byte[]) patch(object);
			long sum = 0;
			for (int i = 0; i < length; i++) {
				final byte value = image[source + i];
				patch[target + i] = value;
				sum += value & 0xff;
			}
			count(object, sum, length);
		}
	}

	private static final class Shorts extends PixelSums {

		private final short[] image;

		Shorts(final Frame image, final int[] areas) {
			super(image, areas);
			this.image = (short[]) image.data();
		}

		@Override
		void cut(final int object, final int source, final int target, final int length) {
			final short[] patch = (short[]) patch(object);
			long sum = 0;
			for (int i = 0; i < length; i++) {
				final short value = image[source + i];
				patch[target + i] = value;
				sum += value & 0xffff;
			}
			count(object, sum, length);
		}
	}

	private static final class Floats extends PixelSums {

		private final float[] image;

		Floats(final Frame image, final int[] areas) {
			super(image, areas);
			this.image = (float[]) image.data();
		}

		@Override
		void cut(final int object, final int source, final int target, final int length) {
			final float[] patch = (float[]) patch(object);
			double sum = 0;
			int finite = 0;
			for (int i = 0; i < length; i++) {
				final float value = image[source + i];
				patch[target + i] = value;
				if (Float.isFinite(value)) {
					sum += value;
					finite++;
				}
			}
			count(object, sum, finite);
		}
	}
}
