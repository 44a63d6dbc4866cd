package org.motionlayers.command;

import org.motionlayers.Prediction;
import org.motionlayers.io.track.TrackResults;
import org.motionlayers.io.track.TrackTable;
import org.motionlayers.scene.Progress;

/** The table of a prediction in a window. */
final class PredictionTable {

	private PredictionTable() {}

	/** Shows a row for every object and frame, observed and predicted, in the units of the image. */
	static void show(final Prediction prediction, final String title, final Progress progress) {
		TrackResults.of(new TrackTable(prediction.video(), prediction.tracks(), prediction.labels(), "", true, progress)).show("Tracks of " +
			title);
	}
}
