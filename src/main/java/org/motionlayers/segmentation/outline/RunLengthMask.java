package org.motionlayers.segmentation.outline;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Shape;

/**
 * A mask as COCO's run-length encoding: lengths of runs of pixels outside, inside, outside, ... the mask, down the first column, then down
 * the second. The first run is outside and may be empty.
 */
public final class RunLengthMask implements Mask {

	private final int width;
	private final int height;
	private final int[] counts;
	private final Box bounds;

	/**
	 * @param width columns of the image
	 * @param height rows of the image
	 * @param counts lengths of runs in turn outside and inside; kept, not copied
	 * @throws InputException where a length is negative or they do not add up to width x height
	 */
	public RunLengthMask(final int width, final int height, final int[] counts) {
		this.width = width;
		this.height = height;
		this.counts = counts;
		long sum = 0;
		for (final int count : counts) {
			if (count < 0) throw new InputException("has a run of " + count + " pixels; lengths of runs are 0 or more");
			sum += count;
		}
		final long pixels = (long) width * height;
		if (sum != pixels) throw new InputException("has runs of " + sum + " pixels in all; an image of " + width + " x " + height + " has " +
			pixels);
		this.bounds = box();
	}

	private Box box() {
		long position = 0, first = -1, end = 0;
		for (int i = 0; i < counts.length; i++) {
			if (i % 2 == 1 && counts[i] > 0) {
				if (first < 0) first = position;
				end = position + counts[i];
			}
			position += counts[i];
		}
		if (first < 0) return new Box(0, 0, 0, 0, 0, 1);
		final int x0 = (int) (first / height), x1 = (int) ((end - 1) / height);
		return new Box(x0, 0, 0, x1 - x0 + 1, height, 1);
	}

	@Override
	public Box bounds() {
		return bounds;
	}

	/** @return number of pixels inside, from the lengths alone where the image has the mask's size */
	@Override
	public long area(final Shape shape) {
		if (shape.width() != width || shape.height() != height) return Mask.super.area(shape);
		long area = 0;
		for (int i = 1; i < counts.length; i += 2) area += counts[i];
		return area;
	}

	@Override
	public void forEachRun(final Shape shape, final RunConsumer consumer) {
		final BitPlane plane = Bounds.clip(bounds, shape);
		if (plane == null) return;
		int x = 0, y = 0;
		for (int i = 0; i < counts.length; i++) {
			if (i % 2 == 1) setColumnRun(plane, x, y, counts[i]);
			x += (int) (((long) y + counts[i]) / height);
			y = (int) (((long) y + counts[i]) % height);
		}
		plane.forEachRun(0, consumer);
	}

	private void setColumnRun(final BitPlane plane, final int firstX, final int firstY, final int length) {
		int x = firstX, y = firstY;
		for (int i = 0; i < length; i++) {
			plane.set(x, y);
			if (++y == height) {
				y = 0;
				x++;
			}
		}
	}
}
