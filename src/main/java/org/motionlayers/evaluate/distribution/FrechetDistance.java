package org.motionlayers.evaluate.distribution;

import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.motionlayers.scene.InputException;

/**
 * Frechet distance of two Gaussians, {@code |m1 - m2|^2 + tr S1 + tr S2 - 2 tr (S1 S2)^(1/2)}, with what is needed to read it.
 *
 * @param distance the distance, squared as FID and FVD give it
 * @param realCount number of real samples
 * @param generatedCount number of generated samples
 * @param dimensions of the feature vectors
 * @param floor mean distance between random halves of the real samples: what is found between equal distributions at half the number
 *          of samples; NaN with fewer than 4 real samples
 */
public record FrechetDistance(double distance, int realCount, int generatedCount, int dimensions, double floor) {

	private static final int FLOOR_SPLITS = 5;

	/**
	 * Compares feature vectors.
	 *
	 * @param real samples x dimensions, at least 2 samples
	 * @param generated samples x dimensions, at least 2 samples
	 * @param seed of the halves that the floor is measured with
	 * @return distance and floor
	 */
	public static FrechetDistance of(final double[][] real, final double[][] generated, final long seed) {
		final double distance = between(real, generated);
		return new FrechetDistance(distance, real.length, generated.length, real[0].length, floor(real, seed));
	}

	private static double floor(final double[][] real, final long seed) {
		if (real.length < 4) return Double.NaN;
		final RandomDataGenerator random = new RandomDataGenerator(new MersenneTwister(seed));
		final int half = real.length / 2;
		double sum = 0;
		for (int s = 0; s < FLOOR_SPLITS; s++) {
			final int[] order = random.nextPermutation(real.length, 2 * half);
			final double[][] a = new double[half][], b = new double[half][];
			for (int i = 0; i < half; i++) {
				a[i] = real[order[i]];
				b[i] = real[order[half + i]];
			}
			sum += between(a, b);
		}
		return sum / FLOOR_SPLITS;
	}

	private static double between(final double[][] a, final double[][] b) {
		return a.length + b.length < a[0].length ? fewSamples(a, b) : between(Gaussian.of(a), Gaussian.of(b));
	}

	/**
	 * The distance of Gaussians fitted to fewer samples than dimensions, without their large covariances: with A and B the centred samples
	 * divided by the root of count - 1, one a row, S1 = A'A and S2 = B'B, and tr (S1 S2)^(1/2) is the sum of the singular values of AB'.
	 *
	 * @param a samples x dimensions, at least 2 samples
	 * @param b samples x dimensions, at least 2 samples
	 * @return what {@link #between(Gaussian, Gaussian)} gives
	 */
	static double fewSamples(final double[][] a, final double[][] b) {
		requireSameDimensions(a[0].length, b[0].length);
		final double[] meanA = Gaussian.mean(a), meanB = Gaussian.mean(b);
		final RealMatrix rowsA = centred(a, meanA), rowsB = centred(b, meanB);
		double means = 0;
		for (int k = 0; k < meanA.length; k++) means += (meanA[k] - meanB[k]) * (meanA[k] - meanB[k]);
		double shared = 0;
		for (final double v : new SingularValueDecomposition(rowsA.multiply(rowsB.transpose())).getSingularValues()) shared += v;
		return Math.max(0, means + Math.pow(rowsA.getFrobeniusNorm(), 2) + Math.pow(rowsB.getFrobeniusNorm(), 2) - 2 * shared);
	}

	private static RealMatrix centred(final double[][] rows, final double[] mean) {
		final double scale = 1 / Math.sqrt(rows.length - 1);
		final RealMatrix m = new Array2DRowRealMatrix(rows.length, mean.length);
		for (int i = 0; i < rows.length; i++) for (int k = 0; k < mean.length; k++) m.setEntry(i, k, (rows[i][k] - mean[k]) * scale);
		return m;
	}

	private static void requireSameDimensions(final int a, final int b) {
		if (a != b) throw new InputException("The feature vectors have " + a + " and " + b + " dimensions; they must have the same.");
	}

	/**
	 * The distance of two Gaussians. With h the symmetric square root of S1, tr (S1 S2)^(1/2) is the sum of the square roots of the
	 * eigenvalues of the symmetric matrix h S2 h; eigenvalues below 0 by rounding count as 0, so the result is never complex, and a
	 * result below 0 by rounding is 0.
	 *
	 * @param a one Gaussian
	 * @param b another of the same dimensions
	 * @return the distance, 0 for equal Gaussians
	 */
	public static double between(final Gaussian a, final Gaussian b) {
		requireSameDimensions(a.dimensions(), b.dimensions());
		return Math.max(0, ridged(a, b, 0));
	}

	/** @return the distance with {@code ridge} added to both covariances inside the square root alone; may then fall below 0 */
	public static double ridged(final Gaussian a, final Gaussian b, final double ridge) {
		double means = 0, traces = 0;
		for (int k = 0; k < a.dimensions(); k++) {
			final double d = a.mean()[k] - b.mean()[k];
			means += d * d;
			traces += a.covariance()[k][k] + b.covariance()[k][k];
		}
		final RealMatrix root = squareRoot(withRidge(a, ridge));
		double shared = 0;
		for (final double v : Spectrum.of(root.multiply(withRidge(b, ridge)).multiply(root)).values) shared += Math.sqrt(Math.max(0, v));
		return means + traces - 2 * shared;
	}

	private static RealMatrix withRidge(final Gaussian g, final double ridge) {
		final RealMatrix m = new Array2DRowRealMatrix(g.covariance());
		for (int k = 0; k < g.dimensions(); k++) m.addToEntry(k, k, ridge);
		return m;
	}

	private static RealMatrix squareRoot(final RealMatrix symmetric) {
		final Spectrum e = Spectrum.of(symmetric);
		final RealMatrix scaled = e.vectors.copy();
		for (int k = 0; k < scaled.getColumnDimension(); k++) {
			final double root = Math.sqrt(Math.max(0, e.values[k]));
			for (int i = 0; i < scaled.getRowDimension(); i++) scaled.multiplyEntry(i, k, root);
		}
		return scaled.multiply(e.vectors.transpose());
	}

	/** Eigenvalues and eigenvectors, one a column, of a symmetric matrix that has no negative eigenvalues but by rounding. */
	private record Spectrum(double[] values, RealMatrix vectors) {

		/** Rounding makes products of symmetric matrices slightly asymmetric; the library then takes another, complex path. */
		static Spectrum of(final RealMatrix nearlySymmetric) {
			final RealMatrix symmetric = nearlySymmetric.add(nearlySymmetric.transpose()).scalarMultiply(0.5);
			try {
				final EigenDecomposition e = new EigenDecomposition(symmetric);
				return new Spectrum(e.getRealEigenvalues(), e.getV());
			}
			catch (final MaxCountExceededException exc) {
				// the library gives up on some matrices of low rank; its slower singular values are the same numbers
				final SingularValueDecomposition svd = new SingularValueDecomposition(symmetric);
				return new Spectrum(svd.getSingularValues(), svd.getU());
			}
		}
	}
}
