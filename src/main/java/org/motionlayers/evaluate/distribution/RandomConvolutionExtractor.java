package org.motionlayers.evaluate.distribution;

import org.motionlayers.scene.InputException;
import org.scijava.Priority;
import org.scijava.plugin.Plugin;

/**
 * Features of a fixed network of random weights: needs no file and no native library. Frechet distances on it order videos of one study;
 * they have another scale than FID or FVD and are never called so.
 */
@Plugin(type = FeatureExtractor.class, name = RandomConvolutionExtractor.NAME, priority = Priority.HIGH)
public final class RandomConvolutionExtractor implements FeatureExtractor {

	/** The name that users give. */
	public static final String NAME = "random-convolution";

	@Override
	public Features open(final Options options) {
		options.model().ifPresent(file -> {
			throw new InputException("model=" + file + ": extractor=" + NAME + " takes no file; inception, i3d and vgg do.");
		});
		return RandomConvolutionFeatures.seeded(options.seed(), options.range());
	}
}
