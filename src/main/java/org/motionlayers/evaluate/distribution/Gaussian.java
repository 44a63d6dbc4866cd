package org.motionlayers.evaluate.distribution;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.motionlayers.scene.InputException;

/**
 * Mean and covariance of a set of feature vectors.
 *
 * @param mean one value a dimension
 * @param covariance dimensions x dimensions, sums divided by count - 1
 * @param count number of vectors
 */
public record Gaussian(double[] mean, double[][] covariance, int count) {

	/**
	 * Fits a Gaussian.
	 *
	 * @param features vectors x dimensions, at least 2 vectors
	 * @return their mean and covariance
	 */
	public static Gaussian of(final double[][] features) {
		final int n = features.length, d = features[0].length;
		final double[] mean = mean(features);
		final double[][] centred = new double[n][d];
		for (int i = 0; i < n; i++) for (int k = 0; k < d; k++) centred[i][k] = features[i][k] - mean[k];
		final RealMatrix m = new Array2DRowRealMatrix(centred, false);
		return new Gaussian(mean, m.transpose().multiply(m).scalarMultiply(1.0 / (n - 1)).getData(), n);
	}

	/** @return the mean of at least 2 vectors */
	static double[] mean(final double[][] features) {
		if (features.length < 2) throw new InputException("A covariance needs at least 2 feature vectors, found " + features.length + ".");
		final double[] mean = new double[features[0].length];
		for (final double[] f : features) for (int k = 0; k < mean.length; k++) mean[k] += f[k] / features.length;
		return mean;
	}

	/** @return number of dimensions */
	public int dimensions() {
		return mean.length;
	}
}
