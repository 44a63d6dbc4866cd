package org.motionlayers.evaluate.distribution;

import java.util.List;

/**
 * Sums of the feature vectors of one trial, so that a distribution over any selection of trials costs sums alone.
 *
 * @param count number of vectors
 * @param sum of the vectors
 * @param products sum of their outer products, dimensions x dimensions
 */
public record Moments(int count, double[] sum, double[][] products) {

	/** @return the sums of vectors x dimensions */
	public static Moments of(final double[][] vectors) {
		final int d = vectors[0].length;
		final double[] sum = new double[d];
		final double[][] products = new double[d][d];
		for (final double[] vector : vectors) for (int i = 0; i < d; i++) {
			sum[i] += vector[i];
			for (int j = 0; j < d; j++) products[i][j] += vector[i] * vector[j];
		}
		return new Moments(vectors.length, sum, products);
	}

	/**
	 * Fits a Gaussian.
	 *
	 * @param trials sums of every trial
	 * @param drawn indices of those that count, more than once where drawn so
	 */
	public static Gaussian gaussian(final List<Moments> trials, final int[] drawn) {
		final int d = trials.get(0).sum.length;
		int n = 0;
		final double[] mean = new double[d];
		final double[][] covariance = new double[d][d];
		for (final int k : drawn) {
			final Moments m = trials.get(k);
			n += m.count;
			for (int i = 0; i < d; i++) {
				mean[i] += m.sum[i];
				for (int j = 0; j < d; j++) covariance[i][j] += m.products[i][j];
			}
		}
		for (int i = 0; i < d; i++) mean[i] /= n;
		for (int i = 0; i < d; i++) for (int j = 0; j < d; j++) covariance[i][j] = (covariance[i][j] - n * mean[i] * mean[j]) / (n - 1);
		return new Gaussian(mean, covariance, n);
	}
}
