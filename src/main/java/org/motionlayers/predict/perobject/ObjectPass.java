package org.motionlayers.predict.perobject;

/** Takes one object at a time through projection and perceptron, forward and backward. One instance serves one thread. */
final class ObjectPass {

	private final PerObjectPredictors predictors;
	private final boolean projected;
	private final boolean shared;
	private final int size;
	private final int channels;
	private final Projector projector;
	private final Perceptron perceptron;
	private final float[] vector;
	private final float[] vectorGradient;

	/** @param predictors whose weights are used */
	ObjectPass(final PerObjectPredictors predictors) {
		final Architecture architecture = predictors.architecture();
		this.predictors = predictors;
		this.projected = architecture.input() == Architecture.Input.PROJECTED;
		this.shared = architecture.weights() == Architecture.Weights.SHARED;
		this.size = architecture.parametersPerPredictor();
		this.channels = architecture.channels();
		this.projector = new Projector(architecture);
		this.perceptron = new Perceptron(architecture);
		this.vector = new float[architecture.features()];
		this.vectorGradient = new float[architecture.features()];
	}

	/** Velocity of an object, out of its features, into out[to...]. */
	void forward(final int object, final float[] features, final float[] out, final int to) {
		final int predictor = shared ? 0 : object;
		final float[] w = predictors.blockAt(predictor / PerObjectPredictors.BLOCK).weights();
		final int at = predictor % PerObjectPredictors.BLOCK * size;
		if (projected) {
			projector.forward(predictors.projector().weights(), features, object * channels, vector);
			perceptron.forward(w, at, vector, 0, out, to);
		}
		else perceptron.forward(w, at, features, object * channels, out, to);
	}

	/**
	 * Gradients of the object that went forward last.
	 *
	 * @param object the same object
	 * @param features the same features
	 * @param outputGradient array that holds dL/dv
	 * @param from where it begins
	 * @param gradient receives the perceptron's gradient, overwritten
	 * @param to where it begins
	 * @param projectorSum receives the projection's gradient, added; null where it is not wanted
	 */
	void backward(final int object, final float[] features, final float[] outputGradient, final int from, final float[] gradient,
		final int to, final float[] projectorSum)
	{
		final int predictor = shared ? 0 : object;
		final float[] w = predictors.blockAt(predictor / PerObjectPredictors.BLOCK).weights();
		perceptron.backward(w, predictor % PerObjectPredictors.BLOCK * size, outputGradient, from, gradient, to, vectorGradient);
		if (projected && projectorSum != null) projector.backward(vectorGradient, features, object * channels, projectorSum);
	}
}
