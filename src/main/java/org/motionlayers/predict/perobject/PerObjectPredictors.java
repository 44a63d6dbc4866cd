package org.motionlayers.predict.perobject;

import java.util.SplittableRandom;

/**
 * MeloMotion's predictors: for every object a perceptron of its own, v = W2 ReLU(W1 f + b1) + b2 (Eq. 2), fed by a projection of its
 * mean channel values that all objects share. Weights are float, in blocks of {@value #BLOCK} objects, an object's parameters in one
 * run: W1 (a row per hidden unit), b1, W2 (a row per output), b2. Velocities are in whatever unit they are trained in.
 * {@link PerObjectTrainer} trains them.
 */
public final class PerObjectPredictors {

	/** Objects per array: what one step touches of a block (weights, moments, gradient) stays in a core's cache. */
	static final int BLOCK = 8;

	private final Architecture architecture;
	private final Parameters projector;
	private final Parameters[] blocks;

	private PerObjectPredictors(final Architecture architecture) {
		this.architecture = architecture;
		this.projector = new Parameters(new float[architecture.projectorParameters()]);
		final int predictors = architecture.predictors();
		this.blocks = new Parameters[(predictors + BLOCK - 1) / BLOCK];
		for (int b = 0; b < blocks.length; b++) blocks[b] = new Parameters(new float[Math.min(BLOCK, predictors - b * BLOCK) * architecture
			.parametersPerPredictor()]);
	}

	/**
	 * The paper's predictors with random weights.
	 *
	 * @param objects number of objects
	 * @param channels mean channel values per object, 3 for colour
	 * @param dimensions 2 or 3
	 * @param seed of the weights
	 */
	public static PerObjectPredictors create(final int objects, final int channels, final int dimensions, final long seed) {
		return create(Architecture.perObject(objects, channels, dimensions), seed);
	}

	/**
	 * Predictors with random weights: every linear layer of n inputs uniform in [-1/sqrt(n), 1/sqrt(n)], weights and biases, as PyTorch's
	 * Linear is. An object's weights depend on the seed and its index, not on the number of objects.
	 */
	public static PerObjectPredictors create(final Architecture architecture, final long seed) {
		final PerObjectPredictors predictors = new PerObjectPredictors(architecture);
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] projection = predictors.projector.weights();
		fill(projection, 0, projection.length, architecture.channels(), random.split());
		for (int i = 0; i < architecture.predictors(); i++) predictors.initialise(i, random.split());
		return predictors;
	}

	private void initialise(final int predictor, final SplittableRandom random) {
		final float[] w = block(predictor).weights();
		final int at = offset(predictor), hidden = at + architecture.outputWeights(), norm = at + architecture.normGain();
		fill(w, at, hidden, architecture.features(), random);
		fill(w, hidden, norm, architecture.hidden(), random);
		if (architecture.layerNorm()) java.util.Arrays.fill(w, norm, norm + architecture.features(), 1f);
	}

	private static void fill(final float[] w, final int from, final int to, final int inputs, final SplittableRandom random) {
		final double bound = 1 / Math.sqrt(inputs);
		for (int i = from; i < to; i++) w[i] = (float) (bound * (2 * random.nextDouble() - 1));
	}

	/** @return the sizes, and with them the numbers of parameters */
	public Architecture architecture() {
		return architecture;
	}

	/**
	 * Predicts.
	 *
	 * @param features objects x channels: mean channel values, or feature vectors where the architecture takes them directly
	 * @return velocities, objects x outputs
	 */
	public float[] velocities(final float[] features) {
		checkFeatures(features);
		final float[] out = new float[architecture.objects() * architecture.outputs()];
		final ObjectPass pass = new ObjectPass(this);
		for (int i = 0; i < architecture.objects(); i++) pass.forward(i, features, out, i * architecture.outputs());
		return out;
	}

	void checkFeatures(final float[] features) {
		final int expected = architecture.objects() * architecture.channels();
		if (features.length != expected) throw new IllegalArgumentException("Predictors of " + architecture.objects() + " objects and " +
			architecture.channels() + " channels need " + expected + " features, found " + features.length + ".");
	}

	/** @return a copy of the projection's parameters: its columns, one per channel, then its bias */
	public float[] projectorWeights() {
		return projector.weights().clone();
	}

	/** @return a copy of one perceptron's parameters: W1, b1, W2, b2 and where there is one the normalisation's gain and offset */
	public float[] predictorWeights(final int predictor) {
		final int at = offset(predictor);
		return java.util.Arrays.copyOfRange(block(predictor).weights(), at, at + architecture.parametersPerPredictor());
	}

	/** Sets the projection's parameters, in the order of {@link #projectorWeights()}. */
	public void setProjectorWeights(final float[] weights) {
		copy(weights, projector.weights(), 0, projector.weights().length);
	}

	/** Sets one perceptron's parameters, in the order of {@link #predictorWeights(int)}. */
	public void setPredictorWeights(final int predictor, final float[] weights) {
		copy(weights, block(predictor).weights(), offset(predictor), architecture.parametersPerPredictor());
	}

	private static void copy(final float[] from, final float[] to, final int at, final int length) {
		if (from.length != length) throw new IllegalArgumentException("Expected " + length + " weights, found " + from.length + ".");
		System.arraycopy(from, 0, to, at, length);
	}

	Parameters projector() {
		return projector;
	}

	/** Forgets what earlier training has gathered beside the weights. */
	void forgetMoments() {
		projector.forget();
		for (final Parameters block : blocks) block.forget();
	}

	/** @return block b: the perceptrons from b * {@link #BLOCK} on */
	Parameters blockAt(final int b) {
		return blocks[b];
	}

	/** @return the block that holds a perceptron */
	private Parameters block(final int predictor) {
		return blocks[predictor / BLOCK];
	}

	/** @return where a perceptron's parameters begin in its block */
	private int offset(final int predictor) {
		return predictor % BLOCK * architecture.parametersPerPredictor();
	}
}
