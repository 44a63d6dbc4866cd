package org.motionlayers.evaluate.distribution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.motionlayers.scene.Frame;
import org.scijava.plugin.SciJavaPlugin;

/** Turns clips into feature vectors that a {@link FrechetDistance} is measured on. The plugin's name is what users give. */
public interface FeatureExtractor extends SciJavaPlugin {

	/**
	 * What an extractor is opened with.
	 *
	 * @param model a file with a network, where the user gave one
	 * @param seed of random choices
	 * @param range largest value an image may have
	 */
	record Options(Optional<Path> model, long seed, double range) {}

	/** An extractor ready to work. */
	interface Features extends AutoCloseable {

		/** What is done with the features. */
		enum Use {
			/** Sets of clips are compared by Frechet distance. */
			SETS,
			/** Predicted and true frames are compared one by one, by the squared distance of their features. */
			PAIRS
		}

		/** @return what the distance on these features is called, such as "FVD" */
		String distanceName();

		/** @return what computes the features, in a few words */
		String description();

		/** @return how many frames a clip must have at least */
		int framesNeeded();

		/** @return how many frames a clip has where there are as many */
		default int clipLength() {
			return framesNeeded();
		}

		/** @return side of the square tiles that frames are cut into, pixels; 0 where frames are looked at whole */
		default int tile() {
			return 0;
		}

		/** @return what is done with the features */
		default Use use() {
			return Use.SETS;
		}

		/** @return the feature vector of one clip: frames of one shape in the order of time */
		double[] of(List<Frame> clip);

		@Override
		void close();

		/** @return one feature vector a clip */
		default double[][] ofAll(final List<List<Frame>> clips) {
			return clips.stream().map(this::of).toArray(double[][]::new);
		}
	}

	/**
	 * Makes the extractor ready.
	 *
	 * @param options model file, seed and range of values
	 * @return features, to be closed
	 * @throws IOException where the model cannot be read
	 * @throws org.motionlayers.scene.InputException where a model is missing, or not wanted
	 */
	Features open(Options options) throws IOException;
}
