package org.motionlayers.command;

import java.util.Optional;

import ij.ImagePlus;

import org.motionlayers.Prediction;
import org.motionlayers.io.stack.VideoStacks;
import org.motionlayers.scene.Progress;
import org.motionlayers.ui.PredictionView;
import org.motionlayers.ui.Windows;

/**
 * A prediction as images that remember it.
 *
 * @param prediction what they show
 * @param front whether they begin with the observed frames
 * @param video the predicted frames
 * @param labels their labels
 */
record PredictionStacks(Prediction prediction, boolean front, ImagePlus video, ImagePlus labels) {

	/** @return images of a prediction, never shown */
	static PredictionStacks of(final Prediction prediction, final boolean front) {
		final ImagePlus video = front ? VideoStacks.image(prediction.observed(), prediction.video()).image() : VideoStacks.image(prediction.video())
			.image();
		final ImagePlus labels = front ? VideoStacks.labels(prediction.labels(), prediction.video()).image() : VideoStacks.labels(prediction
			.video()).image();
		Remembered.remember(video, prediction);
		Remembered.remember(labels, prediction);
		return new PredictionStacks(prediction, front, video, labels);
	}

	private PredictionView view() {
		return new PredictionView(prediction.labels(), prediction.tracks(), prediction.video());
	}

	/** Puts paths and outlines over the video; @return what the user should know, if anything */
	Optional<String> draw(final Progress progress) {
		return view().draw(video, front, progress);
	}

	/**
	 * Shows what the host does not show by itself: images in a macro without a desktop, a table and plots where there is one.
	 *
	 * @return what the user should know, if anything
	 */
	Optional<String> show(final boolean table, final boolean plots, final Progress progress) {
		Windows.showInMacro(labels);
		Windows.showInMacro(video);
		if (!Windows.canShow()) return Optional.empty();
		if (plots) view().plot(video.getTitle());
		return table ? PredictionTable.show(prediction, video.getTitle(), progress) : Optional.empty();
	}
}
