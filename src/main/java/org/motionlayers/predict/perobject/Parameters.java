package org.motionlayers.predict.perobject;

/**
 * A contiguous run of weights and, while they are trained, their two moments. The update loop runs from 0 over arrays of one common
 * index, without a branch: that is the form the JVM's compiler turns into vector square roots and divisions.
 */
final class Parameters {

	private final float[] weights;
	private float[] mean;
	private float[] square;

	/** @param weights taken over, not copied */
	Parameters(final float[] weights) {
		this.weights = weights;
	}

	/** @return the weights themselves */
	float[] weights() {
		return weights;
	}

	/** Forgets what earlier training has gathered; the next {@link #update} starts from moments of 0. */
	void forget() {
		mean = null;
		square = null;
	}

	/**
	 * One step of AdamW: m = b1 m + (1-b1) g, s = b2 s + (1-b2) g^2, w = keep w - rate m / (sqrt(s) rootScale + eps).
	 *
	 * @param gradient one value per weight; a longer array is read as far as there are weights
	 * @param step the step's numbers
	 */
	void update(final float[] gradient, final AdamW.Step step) {
		if (mean == null) {
			mean = new float[weights.length];
			square = new float[weights.length];
		}
		update(weights, mean, square, gradient, weights.length, step.beta1(), step.beta2(), step.keep(), step.rate(), step.rootScale(), step
			.epsilon());
	}

	private static void update(final float[] w, final float[] m, final float[] s, final float[] g, final int n, final float beta1,
		final float beta2, final float keep, final float rate, final float rootScale, final float epsilon)
	{
		final float rest1 = 1 - beta1, rest2 = 1 - beta2;
		for (int i = 0; i < n; i++) {
			final float gi = g[i];
			final float mi = beta1 * m[i] + rest1 * gi;
			final float si = beta2 * s[i] + rest2 * gi * gi;
			m[i] = mi;
			s[i] = si;
			w[i] = keep * w[i] - rate * mi / ((float) Math.sqrt(si) * rootScale + epsilon);
		}
	}
}
