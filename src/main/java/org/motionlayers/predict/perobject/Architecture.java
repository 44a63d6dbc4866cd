package org.motionlayers.predict.perobject;

/**
 * Sizes of the predictors of MeloMotion, Eq. 2: v = W2 ReLU(W1 f + b1) + b2, one perceptron per object.
 *
 * @param objects number of objects
 * @param channels values per object that come in: mean channel values, or the feature vector itself
 * @param outputs values per object that go out: 2 or 3 velocity components, 6 for a camera
 * @param features length of the feature vector f
 * @param hidden length of the hidden layer
 * @param input where the feature vector comes from
 * @param weights whether objects have their own perceptron
 * @param layerNorm whether every perceptron normalises its feature vector first (2,274 parameters instead of 2,146)
 */
public record Architecture(int objects, int channels, int outputs, int features, int hidden, Input input, Weights weights,
	boolean layerNorm)
{

	/** Where the feature vector comes from. */
	public enum Input {
		/** A learned linear layer with bias, shared by all objects, projects the channel values (MeloMotion, 3.2). */
		PROJECTED,
		/** The caller gives the feature vector. */
		DIRECT
	}

	/** Who owns a perceptron's weights. */
	public enum Weights {
		/** Every object its own: MeloMotion. */
		OWN,
		/** One perceptron for all objects: the comparison of Table 3. */
		SHARED
	}

	/** Length of the feature vector in the paper. */
	public static final int FEATURES = 64;

	/** Length of the hidden layer in the paper. */
	public static final int HIDDEN = 32;

	private static final int CAMERA_FEATURES = 16;
	private static final int CAMERA_FREEDOMS = 6;

	/** Checks the sizes. */
	public Architecture {
		if (objects < 1 || channels < 1 || outputs < 1 || features < 1 || hidden < 1) throw new IllegalArgumentException(
			"Predictors need sizes of at least 1, found " + objects + " objects, " + channels + " channels, " + outputs + " outputs, " +
				features + " features, " + hidden + " hidden.");
		if (input == Input.DIRECT && channels != features) throw new IllegalArgumentException("Feature vectors of " + channels +
			" values do not fit predictors of " + features + " features.");
	}

	/** @return the paper's predictors: channel values projected to 64 features, 32 hidden units, own weights */
	public static Architecture perObject(final int objects, final int channels, final int dimensions) {
		return new Architecture(objects, channels, dimensions, FEATURES, HIDDEN, Input.PROJECTED, Weights.OWN, false);
	}

	/** @return the paper's camera head: 16 pooled latent values, 32 hidden units, 6 degrees of freedom; 742 parameters */
	public static Architecture cameraHead() {
		return new Architecture(1, CAMERA_FEATURES, CAMERA_FREEDOMS, CAMERA_FEATURES, HIDDEN, Input.DIRECT, Weights.OWN, false);
	}

	/** @return the same with feature vectors given directly, of this length */
	public Architecture withDirectFeatures(final int length) {
		return new Architecture(objects, length, outputs, length, hidden, Input.DIRECT, weights, layerNorm);
	}

	/** @return the same with one perceptron for all objects */
	public Architecture withSharedWeights() {
		return new Architecture(objects, channels, outputs, features, hidden, input, Weights.SHARED, layerNorm);
	}

	/** @return the same with a normalisation of the feature vector in every perceptron */
	public Architecture withLayerNorm() {
		return new Architecture(objects, channels, outputs, features, hidden, input, weights, true);
	}

	/** @return parameters of one perceptron: W1, b1, W2, b2 and the normalisation's gain and offset where there is one */
	public int parametersPerPredictor() {
		return features * hidden + hidden + hidden * outputs + outputs + (layerNorm ? 2 * features : 0);
	}

	/** @return number of perceptrons: one per object, or one */
	public int predictors() {
		return weights == Weights.SHARED ? 1 : objects;
	}

	/** @return number of blocks that the objects fill */
	int blocks() {
		return (objects + PerObjectPredictors.BLOCK - 1) / PerObjectPredictors.BLOCK;
	}

	/** @return parameters of all perceptrons: 6,438 for three objects */
	public long predictorParameters() {
		return (long) predictors() * parametersPerPredictor();
	}

	/** @return parameters of the projection: 256 for colour, 0 where feature vectors are given directly */
	public int projectorParameters() {
		return input == Input.PROJECTED ? features * (channels + 1) : 0;
	}

	/** @return all parameters */
	public long parameters() {
		return predictorParameters() + projectorParameters();
	}

	/** @return where b1 begins among one perceptron's parameters; W1, a row per hidden unit, begins at 0 */
	int hiddenBias() {
		return features * hidden;
	}

	/** @return where W2 begins, a row per output */
	int outputWeights() {
		return hiddenBias() + hidden;
	}

	/** @return where b2 begins */
	int outputBias() {
		return outputWeights() + hidden * outputs;
	}

	/** @return where the normalisation's gain begins, followed by its offset */
	int normGain() {
		return outputBias() + outputs;
	}
}
