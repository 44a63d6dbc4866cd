package org.motionlayers.ui.roi;

import java.awt.Rectangle;
import java.util.function.Supplier;

import ij.gui.Roi;
import ij.process.ImageProcessor;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.outline.Mask;

/** The pixels of a region as ImageJ's own mask has them, in one plane. The mask is made when asked for and not kept. */
final class RoiMask implements Mask {

	/** A region may hang over the image, but not by so many times its size. */
	private static final long MAX_SIZES = 16;
	private static final long FREE_PIXELS = 1 << 22;

	private final Supplier<Roi> roi;
	private final Box bounds;

	/**
	 * @param roi makes the region anew at every call; has an area
	 * @param plane along z
	 * @param shape the image
	 * @throws InputException where the region is no area, or far larger than the image
	 */
	RoiMask(final Supplier<Roi> roi, final int plane, final Shape shape) {
		this.roi = roi;
		final Roi first = roi.get();
		if (!first.isArea()) throw new InputException("is a " + first.getTypeAsString().toLowerCase(java.util.Locale.ROOT) +
			", which encloses no area; draw objects with the polygon, freehand, oval, rectangle or wand tool");
		final Rectangle box = first.getBounds();
		if ((long) box.width * box.height > FREE_PIXELS + MAX_SIZES * shape.planeSize()) throw new InputException("is " + box.width + " x " +
			box.height + ", far larger than the image of " + shape.space());
		this.bounds = new Box(box.x, box.y, plane, Math.max(0, box.width), Math.max(0, box.height), 1);
	}

	@Override
	public Box bounds() {
		return bounds;
	}

	@Override
	public void forEachRun(final Shape shape, final RunConsumer consumer) {
		if (bounds.z() < 0 || bounds.z() >= shape.depth()) return;
		final ImageProcessor mask = filled();
		final int y0 = Math.max(0, bounds.y()), y1 = Math.min(shape.height(), bounds.y() + bounds.height());
		final int x0 = Math.max(0, bounds.x()), x1 = Math.min(shape.width(), bounds.x() + bounds.width());
		for (int y = y0; y < y1; y++) {
			int x = x0;
			while (x < x1) {
				while (x < x1 && !covers(mask, x, y)) x++;
				final int start = x;
				while (x < x1 && covers(mask, x, y)) x++;
				if (x > start) consumer.run(start, y, bounds.z(), x - start);
			}
		}
	}

	private ImageProcessor filled() {
		try {
			return roi.get().getMask();
		}
		catch (final RuntimeException e) {
			throw new InputException("cannot be filled by ImageJ: " + e, e);
		}
	}

	/** A rectangle has no mask: it covers its bounds. */
	private boolean covers(final ImageProcessor mask, final int x, final int y) {
		return mask == null || mask.get(x - bounds.x(), y - bounds.y()) != 0;
	}
}
