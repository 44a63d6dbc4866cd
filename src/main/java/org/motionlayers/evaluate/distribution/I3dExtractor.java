package org.motionlayers.evaluate.distribution;

import java.io.IOException;

import org.scijava.plugin.Plugin;

/**
 * Features of clips by an I3D network in a TorchScript file of the user's, such as i3d_torchscript.pt of StyleGAN-V: the Frechet distance
 * on them is FVD. The file takes (1, 3, frames, 224, 224), values -1 to 1; frames are scaled bilinearly so that the shorter side is 224
 * and cut out of the middle. Where its forward takes the switches rescale, resize and return_features, the last alone is set.
 */
@Plugin(type = FeatureExtractor.class, name = "i3d")
public final class I3dExtractor implements FeatureExtractor {

	private static final ScriptFeatures.Recipe RECIPE = new ScriptFeatures.Recipe("i3d", "FVD", Features.Use.SETS, 10, 16, 224, 2, -1, false,
		false, true);

	@Override
	public Features open(final Options options) throws IOException {
		return ScriptFeatures.open(RECIPE, options);
	}
}
