package org.motionlayers.evaluate.distribution;

import java.io.IOException;

import org.scijava.plugin.Plugin;

/**
 * Features of single frames by an Inception network in a TorchScript file of the user's, such as NVIDIA's inception-2015-12-05.pt: the
 * Frechet distance on them is FID. The file takes (1, 3, height, width), values 0 to 255, and resizes by itself; where its forward takes
 * a switch return_features after the image, it is set.
 */
@Plugin(type = FeatureExtractor.class, name = "inception")
public final class InceptionExtractor implements FeatureExtractor {

	private static final ScriptFeatures.Recipe RECIPE = new ScriptFeatures.Recipe("inception", "FID", Features.Use.SETS, 1, 1, 0, 255, 0,
		true);

	@Override
	public Features open(final Options options) throws IOException {
		return ScriptFeatures.open(RECIPE, options);
	}
}
