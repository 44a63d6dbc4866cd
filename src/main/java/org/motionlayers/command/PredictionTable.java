package org.motionlayers.command;

import java.util.Optional;

import org.motionlayers.Prediction;
import org.motionlayers.io.track.TrackResults;
import org.motionlayers.io.track.TrackTable;
import org.motionlayers.scene.Progress;

/** The table of a prediction in a window. */
final class PredictionTable {

	/** Rows that a window of ImageJ takes without a wait: the frames of a large video would be composited for more. */
	private static final long MOST_ROWS = 100_000;

	private PredictionTable() {}

	/**
	 * Shows a row for every object and frame, observed and predicted, in the units of the image.
	 *
	 * @return what the user should know, if anything
	 */
	static Optional<String> show(final Prediction prediction, final String title, final Progress progress) {
		final long rows = (long) prediction.scene().objects() * (prediction.observed().frames() + prediction.video().frames());
		if (rows > MOST_ROWS) return Optional.of("The table of " + rows + " rows is not shown; with an output folder tracks.csv has them.");
		TrackResults.of(new TrackTable(prediction.video(), prediction.tracks(), prediction.labels(), "", true, progress)).show("Tracks of " +
			title);
		return Optional.empty();
	}
}
