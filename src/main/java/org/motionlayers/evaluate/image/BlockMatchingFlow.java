package org.motionlayers.evaluate.image;

import org.motionlayers.scene.Frame;

/**
 * Classical optical flow by block matching: blocks of 8 x 8 pixels, the displacement of least mean absolute difference, searched from
 * coarse to fine over a pyramid and refined below one pixel by a parabola. Channels and planes are averaged first. Where displacements
 * match equally well the shortest is taken, so a flat background stands still.
 */
public final class BlockMatchingFlow {

	/** Name of the method, for reports: results depend on it. */
	public static final String NAME = "block matching 8x8";

	private static final int BLOCK = 8;
	private static final int SEARCH = 4;
	private static final int COARSEST_SIZE = 32;

	/** Mean absolute difference, as a share of the image's range, that one pixel of displacement must gain. */
	private static final double PRICE_OF_A_PIXEL = 1e-4;

	/**
	 * Displacement of every pixel from one frame to the next.
	 *
	 * @param width pixels along x
	 * @param height pixels along y
	 * @param dx displacement along x, pixels, x fastest
	 * @param dy displacement along y, pixels
	 */
	public record Flow(int width, int height, double[] dx, double[] dy) {

		/** @return length of the displacement of every pixel */
		public double[] lengths() {
			final double[] lengths = new double[dx.length];
			for (int i = 0; i < lengths.length; i++) lengths[i] = Math.hypot(dx[i], dy[i]);
			return lengths;
		}
	}

	private final Volume from;
	private final Volume to;
	private final double price;
	private final int columns;
	private final int rows;
	private final double[] dx;
	private final double[] dy;

	private BlockMatchingFlow(final Volume from, final Volume to, final double range, final BlockMatchingFlow coarser) {
		this.from = from;
		this.to = to;
		this.price = PRICE_OF_A_PIXEL * range;
		this.columns = (from.width() + BLOCK - 1) / BLOCK;
		this.rows = (from.height() + BLOCK - 1) / BLOCK;
		this.dx = new double[columns * rows];
		this.dy = new double[columns * rows];
		for (int r = 0; r < rows; r++) for (int c = 0; c < columns; c++) match(c, r, coarser);
	}

	/**
	 * Estimates the flow between two frames of the same shape.
	 *
	 * @param from the earlier frame
	 * @param to the later frame
	 * @return displacement of every pixel of the earlier frame
	 */
	public static Flow between(final Frame from, final Frame to) {
		PixelError.requireSameShape(from, to);
		final Volume a = grey(from), b = grey(to);
		final BlockMatchingFlow finest = pyramid(a, b, range(a, b));
		final double[] dx = new double[a.values().length], dy = new double[dx.length];
		for (int y = 0; y < a.height(); y++) for (int x = 0; x < a.width(); x++) {
			final int block = y / BLOCK * finest.columns + x / BLOCK;
			dx[y * a.width() + x] = finest.dx[block];
			dy[y * a.width() + x] = finest.dy[block];
		}
		return new Flow(a.width(), a.height(), dx, dy);
	}

	private static BlockMatchingFlow pyramid(final Volume a, final Volume b, final double range) {
		final boolean coarsest = Math.min(a.width(), a.height()) < 2 * COARSEST_SIZE;
		return new BlockMatchingFlow(a, b, range, coarsest ? null : pyramid(a.halved(), b.halved(), range));
	}

	private static Volume grey(final Frame frame) {
		final int plane = frame.shape().planeSize(), layers = frame.shape().values() / plane;
		final double[] mean = new double[plane];
		for (int k = 0; k < layers; k++) for (int i = 0; i < plane; i++) mean[i] += frame.type().get(frame.data(), k * plane + i) / layers;
		return new Volume(mean, frame.shape().width(), frame.shape().height(), 1);
	}

	private static double range(final Volume a, final Volume b) {
		double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
		for (final Volume v : new Volume[] { a, b }) for (final double value : v.values()) {
			low = Math.min(low, value);
			high = Math.max(high, value);
		}
		return high - low;
	}

	private void match(final int column, final int row, final BlockMatchingFlow coarser) {
		int bestX = 0, bestY = 0;
		double best = cost(column, row, 0, 0);
		if (coarser != null) for (int k = 0; k < 9; k++) {
			final int c = clamp(column / 2 + k % 3 - 1, coarser.columns), r = clamp(row / 2 + k / 3 - 1, coarser.rows);
			final int sx = (int) Math.rint(2 * coarser.dx[r * coarser.columns + c]), sy = (int) Math.rint(2 * coarser.dy[r *
				coarser.columns + c]);
			final double cost = cost(column, row, sx, sy);
			if (cost < best) {
				best = cost;
				bestX = sx;
				bestY = sy;
			}
		}
		final int reach = coarser == null ? SEARCH : 2, centreX = bestX, centreY = bestY;
		for (int y = -reach; y <= reach; y++) for (int x = -reach; x <= reach; x++) {
			final double cost = cost(column, row, centreX + x, centreY + y);
			if (cost < best) {
				best = cost;
				bestX = centreX + x;
				bestY = centreY + y;
			}
		}
		final int at = row * columns + column;
		dx[at] = bestX + vertex(cost(column, row, bestX - 1, bestY), best, cost(column, row, bestX + 1, bestY));
		dy[at] = bestY + vertex(cost(column, row, bestX, bestY - 1), best, cost(column, row, bestX, bestY + 1));
	}

	private static int clamp(final int i, final int size) {
		return Math.max(0, Math.min(size - 1, i));
	}

	private double cost(final int column, final int row, final int sx, final int sy) {
		final int x1 = Math.min((column + 1) * BLOCK, from.width()), y1 = Math.min((row + 1) * BLOCK, from.height());
		double sum = 0;
		int count = 0;
		for (int y = row * BLOCK; y < y1; y++) for (int x = column * BLOCK; x < x1; x++, count++) {
			final int tx = clamp(x + sx, to.width()), ty = clamp(y + sy, to.height());
			sum += Math.abs(from.values()[y * from.width() + x] - to.values()[ty * to.width() + tx]);
		}
		return sum / count + price * Math.hypot(sx, sy);
	}

	/** The lowest point of the parabola through (-1, left), (0, centre), (1, right), at most half a pixel away. */
	private static double vertex(final double left, final double centre, final double right) {
		final double curvature = left - 2 * centre + right;
		return curvature <= 0 || centre == 0 ? 0 : Math.max(-0.5, Math.min(0.5, 0.5 * (left - right) / curvature));
	}
}
