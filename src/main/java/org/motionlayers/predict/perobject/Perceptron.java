package org.motionlayers.predict.perobject;

import java.util.Arrays;

/**
 * Forward and backward pass of one perceptron (MeloMotion, Eq. 2: v = W2 ReLU(W1 f + b1) + b2) whose parameters lie anywhere in an
 * array. Holds the values of the last forward pass for the backward pass; one instance serves one thread.
 */
final class Perceptron {

	/** As in PyTorch. */
	private static final double NORM_EPSILON = 1e-5;

	private final Architecture architecture;
	private final int features;
	private final int hidden;
	private final int outputs;
	private final float[] input;
	private final float[] normalised;
	private final float[] activation;
	private final float[] hiddenGradient;
	private float deviationInverse;

	/** @param architecture the sizes */
	Perceptron(final Architecture architecture) {
		this.architecture = architecture;
		this.features = architecture.features();
		this.hidden = architecture.hidden();
		this.outputs = architecture.outputs();
		this.input = new float[features];
		this.normalised = new float[features];
		this.activation = new float[hidden];
		this.hiddenGradient = new float[hidden];
	}

	/**
	 * Computes the outputs of one object.
	 *
	 * @param w array that holds the parameters
	 * @param at where they begin
	 * @param x array that holds the feature vector
	 * @param from where it begins
	 * @param out receives the outputs
	 * @param to where they begin
	 */
	void forward(final float[] w, final int at, final float[] x, final int from, final float[] out, final int to) {
		System.arraycopy(x, from, input, 0, features);
		if (architecture.layerNorm()) normalise(w, at + architecture.normGain());
		hiddenLayer(w, at, at + architecture.hiddenBias());
		for (int k = 0; k < outputs; k++) {
			final int row = at + architecture.outputWeights() + k * hidden;
			float sum = w[at + architecture.outputBias() + k];
			for (int h = 0; h < hidden; h++) sum += w[row + h] * activation[h];
			out[to + k] = sum;
		}
	}

	/** Four rows at a time: four independent sums keep the floating point units busy. */
	private void hiddenLayer(final float[] w, final int at, final int bias) {
		final int n = features;
		int h = 0;
		for (; h + 4 <= hidden; h += 4) {
			final int r0 = at + h * n, r1 = r0 + n, r2 = r1 + n, r3 = r2 + n;
			float s0 = w[bias + h], s1 = w[bias + h + 1], s2 = w[bias + h + 2], s3 = w[bias + h + 3];
			for (int f = 0; f < n; f++) {
				final float x = input[f];
				s0 += w[r0 + f] * x;
				s1 += w[r1 + f] * x;
				s2 += w[r2 + f] * x;
				s3 += w[r3 + f] * x;
			}
			activation[h] = Math.max(s0, 0);
			activation[h + 1] = Math.max(s1, 0);
			activation[h + 2] = Math.max(s2, 0);
			activation[h + 3] = Math.max(s3, 0);
		}
		for (; h < hidden; h++) {
			float sum = w[bias + h];
			for (int f = 0; f < n; f++) sum += w[at + h * n + f] * input[f];
			activation[h] = Math.max(sum, 0);
		}
	}

	/**
	 * Gradient of the object that went through {@link #forward} last.
	 *
	 * @param w array that holds the parameters, as they were then
	 * @param at where they begin
	 * @param outputGradient array that holds dL/dv
	 * @param from where it begins
	 * @param gradient receives dL/d(parameters), overwritten
	 * @param to where it begins
	 * @param inputGradient receives dL/df, overwritten
	 */
	void backward(final float[] w, final int at, final float[] outputGradient, final int from, final float[] gradient, final int to,
		final float[] inputGradient)
	{
		outputLayerBackward(w, at, outputGradient, from, gradient, to);
		Arrays.fill(inputGradient, 0);
		for (int h = 0; h < hidden; h++) {
			final float d = hiddenGradient[h];
			gradient[to + architecture.hiddenBias() + h] = d;
			final int row = to + h * features;
			if (d == 0) Arrays.fill(gradient, row, row + features, 0f);
			else {
				scale(input, d, gradient, row, features);
				addScaled(w, at + h * features, d, inputGradient, features);
			}
		}
		if (architecture.layerNorm()) normBackward(w, at + architecture.normGain(), gradient, to + architecture.normGain(), inputGradient);
	}

	private void outputLayerBackward(final float[] w, final int at, final float[] outputGradient, final int from, final float[] gradient,
		final int to)
	{
		Arrays.fill(hiddenGradient, 0);
		for (int k = 0; k < outputs; k++) {
			final float d = outputGradient[from + k];
			final int row = architecture.outputWeights() + k * hidden;
			gradient[to + architecture.outputBias() + k] = d;
			scale(activation, d, gradient, to + row, hidden);
			addScaled(w, at + row, d, hiddenGradient, hidden);
		}
		for (int h = 0; h < hidden; h++) if (activation[h] <= 0) hiddenGradient[h] = 0;
	}

	private static void scale(final float[] x, final float d, final float[] y, final int to, final int n) {
		for (int i = 0; i < n; i++) y[to + i] = d * x[i];
	}

	private static void addScaled(final float[] x, final int from, final float d, final float[] y, final int n) {
		for (int i = 0; i < n; i++) y[i] += d * x[from + i];
	}

	/** Layer normalisation of {@link #input} in place: gain * (x - mean) / sqrt(variance + eps) + offset. */
	private void normalise(final float[] w, final int gain) {
		double sum = 0, squares = 0;
		for (final float x : input) sum += x;
		final double mean = sum / features;
		for (final float x : input) squares += (x - mean) * (x - mean);
		deviationInverse = (float) (1 / Math.sqrt(squares / features + NORM_EPSILON));
		for (int f = 0; f < features; f++) {
			normalised[f] = (float) (input[f] - mean) * deviationInverse;
			input[f] = w[gain + f] * normalised[f] + w[gain + features + f];
		}
	}

	/** Backward through the normalisation: turns the gradient at its output into the one at its input, in place. */
	private void normBackward(final float[] w, final int gain, final float[] gradient, final int to, final float[] d) {
		double sum = 0, product = 0;
		for (int f = 0; f < features; f++) {
			gradient[to + f] = d[f] * normalised[f];
			gradient[to + features + f] = d[f];
			d[f] *= w[gain + f];
			sum += d[f];
			product += d[f] * normalised[f];
		}
		for (int f = 0; f < features; f++) d[f] = deviationInverse * (float) (d[f] - sum / features - normalised[f] * product / features);
	}
}
