package org.motionlayers.evaluate.distribution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.motionlayers.scene.Frame;
import org.scijava.plugin.SciJavaPlugin;

/** Turns clips into feature vectors that a {@link FrechetDistance} is measured on. The plugin's name is what users give. */
public interface FeatureExtractor extends SciJavaPlugin {

	/**
	 * What an extractor is opened with.
	 *
	 * @param model a file with a network, or null where the extractor needs none
	 * @param seed of random choices
	 * @param range largest value an image may have
	 */
	record Options(Path model, long seed, double range) {}

	/** An extractor ready to work. */
	interface Features extends AutoCloseable {

		/** @return what the Frechet distance on these features is called, such as "FVD" */
		String distanceName();

		/** @return length of a feature vector */
		int dimensions();

		/** @return how many frames a clip must have at least */
		int framesNeeded();

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
	 */
	Features open(Options options) throws IOException;
}
