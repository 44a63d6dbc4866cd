package org.motionlayers.segmentation.outline;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.Shape;

/**
 * A mask of one plane that holds in all planes.
 *
 * @param plane the mask in its own plane
 */
record EveryPlane(Mask plane) implements Mask {

	@Override
	public Box bounds() {
		final Box box = plane.bounds();
		return new Box(box.x(), box.y(), 0, box.width(), box.height(), Integer.MAX_VALUE);
	}

	@Override
	public void forEachRun(final Shape shape, final RunConsumer consumer) {
		plane.forEachRun(shape, (x, y, ignored, length) -> {
			for (int z = 0; z < shape.depth(); z++) consumer.run(x, y, z, length);
		});
	}
}
