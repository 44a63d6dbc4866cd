package org.motionlayers.segmentation.outline;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.Shape;

/** From real coordinates to boxes of whole pixels. */
final class Bounds {

	/** Far beyond any image, and small enough to be added to without overflow. */
	static final double FARTHEST = 1e8;

	private Bounds() {}

	/** @return the box of the pixels whose centres lie from minimum to maximum, in a plane */
	static Box of(final double minX, final double minY, final double maxX, final double maxY, final int z) {
		final int x = (int) Math.ceil(minX), y = (int) Math.ceil(minY);
		return new Box(x, y, z, (int) Math.floor(maxX) - x + 1, (int) Math.floor(maxY) - y + 1, 1);
	}

	/** @return the part of the box inside the plane of the image as an empty plane of bits, or null where there is none */
	static BitPlane clip(final Box box, final Shape shape) {
		final int x0 = Math.max(0, box.x()), y0 = Math.max(0, box.y());
		final int x1 = Math.min(shape.width(), box.x() + box.width()), y1 = Math.min(shape.height(), box.y() + box.height());
		return x1 > x0 && y1 > y0 && box.z() >= 0 && box.z() < shape.depth() ? new BitPlane(x0, y0, x1 - x0, y1 - y0) : null;
	}
}
