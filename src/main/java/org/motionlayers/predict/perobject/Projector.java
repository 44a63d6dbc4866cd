package org.motionlayers.predict.perobject;

/**
 * The learned linear layer that all objects share: mean channel values to feature vectors, f = P c + b (MeloMotion, 3.2). Parameters:
 * the columns of P one after another, one value per feature each, then b. So every loop runs over neighbours in memory.
 */
final class Projector {

	private final int channels;
	private final int features;

	/** @param architecture the sizes */
	Projector(final Architecture architecture) {
		this.channels = architecture.channels();
		this.features = architecture.features();
	}

	/**
	 * Projects one object.
	 *
	 * @param w the parameters
	 * @param values array that holds the channel values
	 * @param from where they begin
	 * @param out receives the feature vector
	 */
	void forward(final float[] w, final float[] values, final int from, final float[] out) {
		System.arraycopy(w, features * channels, out, 0, features);
		for (int c = 0; c < channels; c++) {
			final float value = values[from + c];
			final int column = c * features;
			for (int f = 0; f < features; f++) out[f] += value * w[column + f];
		}
	}

	/**
	 * Adds one object's gradient.
	 *
	 * @param outputGradient dL/df
	 * @param values array that holds the channel values
	 * @param from where they begin
	 * @param sum receives dL/dP and dL/db, added
	 */
	void backward(final float[] outputGradient, final float[] values, final int from, final float[] sum) {
		for (int c = 0; c < channels; c++) addScaled(outputGradient, values[from + c], sum, c * features);
		addScaled(outputGradient, 1, sum, channels * features);
	}

	private void addScaled(final float[] x, final float factor, final float[] sum, final int to) {
		for (int f = 0; f < features; f++) sum[to + f] += factor * x[f];
	}
}
