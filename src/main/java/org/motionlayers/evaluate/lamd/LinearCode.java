package org.motionlayers.evaluate.lamd;

import java.util.List;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.motionlayers.lamd.clip.VideoClip;

/**
 * The best linear image autoencoder: frames by their principal components, each frame by itself. What a code of single images keeps in as few
 * numbers as a clip's motion has (the paper compares with an image autoencoder, Table 4).
 */
final class LinearCode {

	/** Eigenvalues below this part of the largest are rounding. */
	private static final double SMALLEST = 1e-10;

	private final float[] mean;
	private final float[][] components;

	private LinearCode(final float[] mean, final float[][] components) {
		this.mean = mean;
		this.components = components;
	}

	/**
	 * Learns from frames.
	 *
	 * @param frames at least 2, of one size
	 * @param numbers of the code of a frame; fewer where there are fewer frames
	 */
	static LinearCode of(final List<float[]> frames, final int numbers) {
		final int n = frames.size(), size = frames.get(0).length;
		final float[] mean = new float[size];
		for (final float[] frame : frames) for (int k = 0; k < size; k++) mean[k] += frame[k] / n;
		final double[][] products = new double[n][n];
		for (int a = 0; a < n; a++) for (int b = 0; b <= a; b++) {
			double sum = 0;
			for (int k = 0; k < size; k++) sum += (frames.get(a)[k] - mean[k]) * (double) (frames.get(b)[k] - mean[k]);
			products[a][b] = sum;
			products[b][a] = sum;
		}
		final EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(products, false));
		final double[] values = eigen.getRealEigenvalues();
		int count = 0;
		while (count < Math.min(numbers, n) && values[count] > SMALLEST * values[0]) count++;
		final float[][] components = new float[count][size];
		for (int c = 0; c < count; c++) {
			final double[] vector = eigen.getEigenvector(c).toArray();
			final double scale = 1 / Math.sqrt(values[c]);
			for (int a = 0; a < n; a++) for (int k = 0; k < size; k++) components[c][k] += (float) (scale * vector[a] * (frames.get(a)[k] - mean[k]));
		}
		return new LinearCode(mean, components);
	}

	/** @return a clip after its frames were brought to the code and back, one by one */
	VideoClip reconstruct(final VideoClip clip) {
		final float[][] frames = new float[clip.frames()][];
		for (int t = 0; t < frames.length; t++) frames[t] = reconstruct(clip.frame(t));
		return VideoClip.ofFrames(clip.channels(), clip.height(), clip.width(), frames);
	}

	private float[] reconstruct(final float[] frame) {
		final float[] found = mean.clone();
		for (final float[] component : components) {
			double share = 0;
			for (int k = 0; k < frame.length; k++) share += component[k] * (double) (frame[k] - mean[k]);
			for (int k = 0; k < frame.length; k++) found[k] += (float) share * component[k];
		}
		return found;
	}
}
