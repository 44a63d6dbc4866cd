package org.motionlayers.predict.perobject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The backward pass is the derivative of the forward pass, by central differences. */
class GradientTest {

	private static final float STEP = 1e-2f;
	private static final double TOLERANCE = 2e-3;
	private static final float[] FEATURES = { 0.3f, -0.8f, 0.5f, 0.1f, 0.9f, -0.2f };
	private static final float[] OUTPUT_GRADIENT = { 0.7f, -1.3f, 0.4f };
	private static final int OBJECT = 1;

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void gradientsAreCentralDifferences(final boolean layerNorm) {
		final Architecture a = new Architecture(2, 3, 3, 6, 5, Architecture.Input.PROJECTED, Architecture.Weights.OWN, layerNorm);
		final PerObjectPredictors predictors = PerObjectPredictors.create(a, 11);
		final ObjectPass pass = new ObjectPass(predictors);
		final float[] out = new float[a.outputs()], gradient = new float[a.parametersPerPredictor()];
		final float[] projection = new float[a.projectorParameters()];
		pass.forward(OBJECT, FEATURES, out, 0);
		pass.backward(OBJECT, FEATURES, OUTPUT_GRADIENT, 0, gradient, 0, projection);
		final float[] weights = predictors.predictorWeights(OBJECT), shared = predictors.projectorWeights();
		int nonzero = 0;
		for (int k = 0; k < weights.length; k++) {
			final int index = k;
			final double expected = difference(pass, a, change -> predictors.setPredictorWeights(OBJECT, changed(weights, index, change)));
			predictors.setPredictorWeights(OBJECT, weights);
			assertEquals(expected, gradient[k], TOLERANCE, "parameter " + k);
			if (gradient[k] != 0) nonzero++;
		}
		for (int k = 0; k < shared.length; k++) {
			final int index = k;
			final double expected = difference(pass, a, change -> predictors.setProjectorWeights(changed(shared, index, change)));
			predictors.setProjectorWeights(shared);
			assertEquals(expected, projection[k], TOLERANCE, "projection " + k);
		}
		assertTrue(nonzero > weights.length / 3, nonzero + " of " + weights.length + " gradients are not 0");
	}

	private interface Change {

		void apply(float change);
	}

	/** d(output . OUTPUT_GRADIENT) / d(weight). */
	private static double difference(final ObjectPass pass, final Architecture a, final Change change) {
		change.apply(STEP);
		final double after = loss(pass, a);
		change.apply(-STEP);
		return (after - loss(pass, a)) / (2 * STEP);
	}

	private static double loss(final ObjectPass pass, final Architecture a) {
		final float[] out = new float[a.outputs()];
		pass.forward(OBJECT, FEATURES, out, 0);
		double sum = 0;
		for (int k = 0; k < out.length; k++) sum += (double) out[k] * OUTPUT_GRADIENT[k];
		return sum;
	}

	private static float[] changed(final float[] weights, final int k, final float change) {
		final float[] copy = weights.clone();
		copy[k] += change;
		return copy;
	}
}
