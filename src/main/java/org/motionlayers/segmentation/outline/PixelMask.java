package org.motionlayers.segmentation.outline;

import java.util.function.IntPredicate;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.RunMask;
import org.motionlayers.scene.Shape;

/**
 * A mask given by its pixels.
 *
 * @param runs the pixels, their coordinates counted from the image's origin
 * @param bounds a box around them
 */
public record PixelMask(RunMask runs, Box bounds) implements Mask {

	/**
	 * Makes a mask of the pixels that a test picks.
	 *
	 * @param shape the image
	 * @param inside whether the pixel of an index belongs to the mask; x fastest, then y, z
	 * @return the mask
	 */
	public static PixelMask where(final Shape shape, final IntPredicate inside) {
		final RunBuilder builder = new RunBuilder();
		int index = 0;
		for (int z = 0; z < shape.depth(); z++) for (int y = 0; y < shape.height(); y++) {
			int start = -1;
			for (int x = 0; x < shape.width(); x++, index++) {
				final boolean set = inside.test(index);
				if (set && start < 0) start = x;
				if (!set && start >= 0) {
					builder.add(start, y, z, x - start);
					start = -1;
				}
			}
			if (start >= 0) builder.add(start, y, z, shape.width() - start);
		}
		return of(builder.mask());
	}

	/**
	 * Makes a mask of listed pixels.
	 *
	 * @param shape the image
	 * @param sorted indices of pixels in ascending order, x fastest, then y, z; repetitions count once
	 * @return the mask
	 */
	public static PixelMask of(final Shape shape, final int[] sorted) {
		final RunBuilder builder = new RunBuilder();
		int i = 0;
		while (i < sorted.length) {
			final int start = sorted[i], row = start / shape.width();
			int last = start;
			while (++i < sorted.length && sorted[i] <= last + 1 && sorted[i] / shape.width() == row) last = sorted[i];
			builder.add(start % shape.width(), row % shape.height(), row / shape.height(), last - start + 1);
		}
		return of(builder.mask());
	}

	private static PixelMask of(final RunMask runs) {
		int x0 = Integer.MAX_VALUE, y0 = x0, z0 = x0, x1 = 0, y1 = 0, z1 = 0;
		for (int r = 0; r < runs.runs(); r++) {
			x0 = Math.min(x0, runs.x(r));
			x1 = Math.max(x1, runs.x(r) + runs.length(r));
			y0 = Math.min(y0, runs.y(r));
			y1 = Math.max(y1, runs.y(r) + 1);
			z0 = Math.min(z0, runs.z(r));
			z1 = Math.max(z1, runs.z(r) + 1);
		}
		return new PixelMask(runs, runs.runs() == 0 ? new Box(0, 0, 0, 0, 0, 0) : new Box(x0, y0, z0, x1 - x0, y1 - y0, z1 - z0));
	}

	@Override
	public void forEachRun(final Shape shape, final RunConsumer consumer) {
		for (int r = 0; r < runs.runs(); r++) {
			final int y = runs.y(r), z = runs.z(r), x = runs.x(r), length = Math.min(runs.length(r), shape.width() - x);
			if (y < shape.height() && z < shape.depth() && length > 0) consumer.run(x, y, z, length);
		}
	}
}
