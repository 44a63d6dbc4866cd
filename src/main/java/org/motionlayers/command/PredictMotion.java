package org.motionlayers.command;

import ij.ImagePlus;

import org.motionlayers.predict.Cues;
import org.motionlayers.scene.Scene;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** The main job: from an image and its labels to the future frames. */
@Plugin(type = Command.class, name = "predict", label = "Predict Motion...", menuPath = "Plugins>Motion Layers>Predict Motion...",
	headless = true, description = "Predicts how every segmented object moves and composites the future frames.")
public class PredictMotion extends PredictionCommand {

	/** Arrows are those of the parameter; empty for none. */
	@Override
	protected Cues cues(final String text, final ImagePlus image, final Scene scene, final int arrowFrames) {
		return ArrowInput.of(text, scene, arrowFrames);
	}
}
