package org.motionlayers.decompose;

import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;

/**
 * Laplace's equation over holes: every unknown value becomes the mean of its neighbours, as a soap film spanned over the known ones. Solved
 * by conjugate gradients with one multigrid cycle as preconditioner (Tatebe 1993; the flexible form, as cycles over ragged holes are not
 * quite symmetric), in some ten cycles whatever the size of the holes.
 */
final class HarmonicFill {

	/** Error that is left, as a share of the range of the known values: half a grey value of 16 bit. */
	private static final float TOLERANCE = 0.5f / 65535;

	private static final int MOST_CYCLES = 60;

	/** Sweeps that solve the smallest grid. */
	private static final int LAST_SWEEPS = 16;

	private final HoleGrid grid;
	private final Progress progress;

	/**
	 * @param shape of the frame
	 * @param known which pixels are known
	 * @param progress is told and asked
	 */
	HarmonicFill(final Shape shape, final boolean[] known, final Progress progress) {
		this.grid = new HoleGrid(shape, known);
		this.progress = progress;
	}

	/**
	 * Fills the unknown values of a channel.
	 *
	 * @param values x fastest, then y, z; unknown ones are overwritten, with 0 where none is known
	 */
	void fill(final float[] values) {
		final float[] b = grid.vector();
		final float[] range = range(values);
		final float middle = (range[0] + range[1]) / 2;
		for (int i = 0; i < grid.size(); i++) for (int side = 0; side < grid.sides(); side++) {
			final int p = grid.knownBeside(i, side);
			if (p >= 0) b[i] += values[p] - middle;
		}
		final float[] x = range[0] < range[1] ? solve(b, TOLERANCE * (range[1] - range[0])) : grid.vector();
		for (int i = 0; i < grid.size(); i++) values[grid.pixel(i)] = middle + x[i];
	}

	/** @return the least and greatest of the known values that lie beside unknown ones, 0 and 0 where there is none */
	private float[] range(final float[] values) {
		float low = Float.POSITIVE_INFINITY, high = Float.NEGATIVE_INFINITY;
		for (int i = 0; i < grid.size(); i++) for (int side = 0; side < grid.sides(); side++) {
			final int p = grid.knownBeside(i, side);
			if (p < 0) continue;
			low = Math.min(low, values[p]);
			high = Math.max(high, values[p]);
		}
		return low <= high ? new float[] { low, high } : new float[2];
	}

	private float[] solve(final float[] b, final float tolerance) {
		final float[] x = grid.vector(), r = b, q = grid.vector(), p = grid.vector();
		double before = 1;
		for (int cycle = 0; cycle < MOST_CYCLES; cycle++) {
			progress.update(cycle, MOST_CYCLES, "filling the background");
			final float[] z = grid.vector();
			cycle(grid, r, z);
			// the cycle's answer to what is left is, nearly, the error that is left
			if (largest(z) <= tolerance) break;
			final float beta = cycle == 0 ? 0 : (float) (-before * dot(z, q));
			for (int i = 0; i < z.length; i++) p[i] = z[i] + beta * p[i];
			grid.apply(p, q);
			final double rz = dot(r, z);
			final float alpha = (float) (rz / dot(p, q));
			for (int i = 0; i < z.length; i++) {
				x[i] += alpha * p[i];
				r[i] -= alpha * q[i];
			}
			before = alpha / rz;
		}
		return x;
	}

	/** One V cycle: smooth, correct from half the size, smooth. */
	private void cycle(final HoleGrid level, final float[] b, final float[] x) {
		progress.update(0, 1, "filling the background");
		if (level.half() == null) {
			for (int sweep = 0; sweep < LAST_SWEEPS; sweep++) level.sweep(x, b, sweep % 2 == 1);
			return;
		}
		level.sweep(x, b, false);
		final float[] r = level.vector();
		level.residual(x, b, r);
		final float[] halfB = level.half().vector(), halfX = level.half().vector();
		level.restrict(r, halfB);
		cycle(level.half(), halfB, halfX);
		level.prolong(halfX, x);
		level.sweep(x, b, true);
	}

	private static double dot(final float[] a, final float[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) sum += (double) a[i] * b[i];
		return sum;
	}

	private static float largest(final float[] a) {
		float largest = 0;
		for (final float v : a) largest = Math.max(largest, Math.abs(v));
		return largest;
	}
}
