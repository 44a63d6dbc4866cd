package org.motionlayers.segmentation.outline;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.Shape;

/** The pixels that one object covers in one frame, as runs along x. Immutable; may be read from any thread. */
public interface Mask {

	/** Takes runs of pixels. */
	@FunctionalInterface
	interface RunConsumer {

		/**
		 * @param x first pixel
		 * @param y row
		 * @param z plane
		 * @param length pixels, at least 1
		 */
		void run(int x, int y, int z, int length);
	}

	/** @return a box around everything the mask may cover, also outside the image */
	Box bounds();

	/**
	 * Gives every pixel that lies inside the image, once, in runs along x.
	 *
	 * @param shape the image
	 * @param consumer takes the runs
	 */
	void forEachRun(Shape shape, RunConsumer consumer);

	/** @return number of pixels inside the image */
	default long area(final Shape shape) {
		final long[] area = new long[1];
		forEachRun(shape, (x, y, z, length) -> area[0] += length);
		return area[0];
	}

	/** @return this mask of one plane, repeated in every plane of the image */
	default Mask inEveryPlane() {
		return new EveryPlane(this);
	}
}
