package org.motionlayers.segmentation.outline;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Shape;

/**
 * An ellipse, or in several planes an ellipsoid, with axes along x, y and z. A pixel belongs to it when its centre (x, y, z) lies inside:
 * ((x - cx) / rx)^2 + ((y - cy) / ry)^2 + ((z - cz) / rz)^2 &lt; 1. One too small to hold any pixel's centre is the pixel that holds its own
 * centre.
 */
public final class EllipseMask implements Mask {

	private final double[] centre;
	private final double[] radius;
	private final Box bounds;

	/**
	 * @param centre along x, y, z, pixels, the first pixel's centre being 0
	 * @param radius along x, y, z, pixels, more than 0
	 * @throws InputException where a number is not finite or a radius not positive
	 */
	public EllipseMask(final double[] centre, final double[] radius) {
		this.centre = centre.clone();
		this.radius = radius.clone();
		final int[] from = new int[3], size = new int[3];
		for (int d = 0; d < 3; d++) {
			if (!(Math.abs(centre[d]) <= Bounds.FARTHEST)) throw new InputException("has the position " + centre[d] +
				" pixels; positions are numbers of pixels");
			if (!(radius[d] > 0 && radius[d] <= Bounds.FARTHEST)) throw new InputException("has a radius of " + radius[d] +
				" pixels; a radius is more than 0");
			final double nearest = Math.rint(centre[d]);
			from[d] = (int) Math.min(nearest, Math.ceil(centre[d] - radius[d]));
			size[d] = (int) Math.max(nearest, Math.floor(centre[d] + radius[d])) - from[d] + 1;
		}
		this.bounds = new Box(from[0], from[1], from[2], size[0], size[1], size[2]);
	}

	/** @return an ellipse in one plane */
	public static EllipseMask inPlane(final double cx, final double cy, final double rx, final double ry, final int z) {
		// A radius of less than a plane along z leaves the other planes alone.
		return new EllipseMask(new double[] { cx, cy, z }, new double[] { rx, ry, THIN });
	}

	private static final double THIN = 0.25;

	@Override
	public Box bounds() {
		return bounds;
	}

	@Override
	public void forEachRun(final Shape shape, final RunConsumer consumer) {
		final boolean[] any = new boolean[1];
		final int z0 = Math.max(0, bounds.z()), z1 = Math.min(shape.depth(), bounds.z() + bounds.depth());
		final int y0 = Math.max(0, bounds.y()), y1 = Math.min(shape.height(), bounds.y() + bounds.height());
		for (int z = z0; z < z1; z++) for (int y = y0; y < y1; y++) row(y, z, shape.width(), (x, row, plane, length) -> {
			any[0] = true;
			consumer.run(x, row, plane, length);
		});
		if (!any[0]) single(shape, consumer);
	}

	private void row(final int y, final int z, final int width, final RunConsumer consumer) {
		final double rest = 1 - square((y - centre[1]) / radius[1]) - square((z - centre[2]) / radius[2]);
		if (rest <= 0) return;
		final double half = radius[0] * Math.sqrt(rest);
		int first = (int) Math.max(0, Math.ceil(centre[0] - half)), last = (int) Math.min(width - 1, Math.floor(centre[0] + half));
		// The square root is not exact: the ends are decided by the inequality itself.
		while (first <= last && square((first - centre[0]) / radius[0]) >= rest) first++;
		while (last >= first && square((last - centre[0]) / radius[0]) >= rest) last--;
		if (last >= first) consumer.run(first, y, z, last - first + 1);
	}

	private void single(final Shape shape, final RunConsumer consumer) {
		final int x = (int) Math.rint(centre[0]), y = (int) Math.rint(centre[1]), z = (int) Math.rint(centre[2]);
		final boolean inside = x >= 0 && y >= 0 && z >= 0 && x < shape.width() && y < shape.height() && z < shape.depth();
		if (inside) consumer.run(x, y, z, 1);
	}

	private static double square(final double value) {
		return value * value;
	}
}
