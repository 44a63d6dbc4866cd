package org.motionlayers.command;

import ij.ImagePlus;

import org.motionlayers.predict.Cues;
import org.motionlayers.scene.Scene;
import org.motionlayers.ui.roi.DrawnArrows;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** The main job with arrows that the user drew: the object under an arrow's tail moves as the arrow points. */
@Plugin(type = Command.class, name = "arrows", label = "Predict Motion with Arrows...",
	menuPath = "Plugins>Motion Layers>Predict Motion with Arrows...", headless = true,
	description = "Predicts motion from arrows drawn on the image: the object under an arrow's tail moves as the arrow points.")
public class PredictWithArrows extends PredictionCommand {

	/** Arrows are those of the parameter; empty for those in the image's overlay, its selection, or the ROI Manager. */
	@Override
	protected Cues cues(final String text, final ImagePlus image, final Scene scene, final int arrowFrames) {
		if (!text.isBlank()) return ArrowInput.of(text, scene, arrowFrames);
		final Cues cues = DrawnArrows.of(image, scene.labelImage(), scene.shape(), arrowFrames);
		// in words, so that the call can be run again where they are not drawn
		resolved("arrows", ArrowInput.text(cues));
		resolved("spans", "frame");
		return cues;
	}
}
