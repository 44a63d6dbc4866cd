package org.motionlayers.predict;

/**
 * How well one background fits another at a shift: the correlation coefficient of every block of the reference with what lies under it,
 * over the pixels that both show. Blocks make it robust: what changes in one place, such as an object without a label, spoils one
 * block; light that changes or fades at the borders spoils none, as a coefficient knows neither brightness nor contrast.
 */
final class BlockCorrelation {

	/** Edge of a block along x and y, and along z in 3D, pixels. */
	private static final int EDGE = 16;
	private static final int EDGE_Z = 4;

	/** Share of a block's pixels that both images must show. */
	private static final double SHOWN = 0.25;

	/** A variance below this share of the mean square is rounding. */
	private static final double FLAT = 1e-10;

	private final BackgroundImage reference;
	private final BackgroundImage other;
	private final int edgeZ;
	private final int[] across;
	private final int blocks;
	private final int stride;

	/**
	 * @param reference blocks are cut out of it
	 * @param other an image of the same size
	 * @param most how many blocks to look at, at most; they are left out evenly where there are more
	 */
	BlockCorrelation(final BackgroundImage reference, final BackgroundImage other, final int most) {
		this.reference = reference;
		this.other = other;
		this.edgeZ = reference.size(2) > 1 ? EDGE_Z : 1;
		this.across = new int[] { blocks(reference.size(0), EDGE), blocks(reference.size(1), EDGE), blocks(reference.size(2), edgeZ) };
		final int all = across[0] * across[1] * across[2];
		this.stride = oddStride((all + most - 1) / most);
		this.blocks = (all + stride - 1) / stride;
	}

	private static int blocks(final int size, final int edge) {
		return (size + edge - 1) / edge;
	}

	/** An even stride would take whole columns of blocks and leave others out. */
	private static int oddStride(final int stride) {
		return stride % 2 == 0 ? stride + 1 : stride;
	}

	/**
	 * Correlates.
	 *
	 * @param shift of the other image's content against the reference, whole pixels along x, y, z
	 * @return one coefficient per block; NaN for a block that is hidden, shifted out or without contrast
	 */
	double[] at(final int... shift) {
		final double[] coefficients = new double[blocks];
		for (int b = 0; b < blocks; b++) {
			final int block = b * stride;
			coefficients[b] = block(block % across[0] * EDGE, block / across[0] % across[1] * EDGE, block / (across[0] * across[1]) * edgeZ,
				shift);
		}
		return coefficients;
	}

	private double block(final int x0, final int y0, final int z0, final int[] s) {
		final int w = reference.size(0), h = reference.size(1), d = reference.size(2);
		final int fromX = Math.max(x0, -s[0]), toX = Math.min(Math.min(x0 + EDGE, w), w - s[0]);
		final int fromY = Math.max(y0, -s[1]), toY = Math.min(Math.min(y0 + EDGE, h), h - s[1]);
		final int fromZ = Math.max(z0, -s[2]), toZ = Math.min(Math.min(z0 + edgeZ, d), d - s[2]);
		final float[] a = reference.values(), b = other.values();
		final int jump = (s[2] * h + s[1]) * w + s[0];
		int n = 0;
		double sa = 0, sb = 0, saa = 0, sbb = 0, sab = 0;
		for (int z = fromZ; z < toZ; z++) for (int y = fromY; y < toY; y++) for (int i = (z * h + y) * w + fromX, end = i + toX -
			fromX; i < end; i++) {
			final double va = a[i], vb = b[i + jump];
			if (Double.isNaN(va + vb)) continue;
			n++;
			sa += va;
			sb += vb;
			saa += va * va;
			sbb += vb * vb;
			sab += va * vb;
		}
		if (n < SHOWN * EDGE * EDGE * edgeZ) return Double.NaN;
		final double varianceA = saa - sa * sa / n, varianceB = sbb - sb * sb / n;
		if (varianceA <= FLAT * saa || varianceB <= FLAT * sbb) return Double.NaN;
		return (sab - sa * sb / n) / Math.sqrt(varianceA * varianceB);
	}

	/** @return mean of the coefficients that are numbers, NaN where there are none */
	static double mean(final double[] coefficients) {
		double sum = 0;
		int n = 0;
		for (final double r : coefficients) if (!Double.isNaN(r)) {
			sum += r;
			n++;
		}
		return sum / n;
	}
}
