package org.motionlayers.evaluate.distribution;

import java.io.IOException;

import org.scijava.plugin.Plugin;

/**
 * Features of single frames by a VGG network in a TorchScript file of the user's whose squared distances are LPIPS, such as NVIDIA's
 * vgg16.pt. The file takes (1, 3, height, width), values 0 to 255; where its forward takes the switches resize_images and return_lpips
 * after the image, the last alone is set.
 */
@Plugin(type = FeatureExtractor.class, name = "vgg")
public final class VggExtractor implements FeatureExtractor {

	private static final ScriptFeatures.Recipe RECIPE = new ScriptFeatures.Recipe("vgg", "LPIPS", Features.Use.PAIRS, 1, 1, 0, 255, 0, false,
		true);

	@Override
	public Features open(final Options options) throws IOException {
		return ScriptFeatures.open(RECIPE, options);
	}
}
