package org.motionlayers.evaluate.distribution;

import org.scijava.plugin.Plugin;

/**
 * Features of a fixed network of random weights: needs no file and no native library. Frechet distances on it order videos of one study;
 * they have another scale than FID or FVD and are never called so.
 */
@Plugin(type = FeatureExtractor.class, name = "random-convolution")
public final class RandomConvolutionExtractor implements FeatureExtractor {

	@Override
	public Features open(final Options options) {
		return RandomConvolutionFeatures.seeded(options.seed(), options.range());
	}
}
