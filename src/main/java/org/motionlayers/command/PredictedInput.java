package org.motionlayers.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import ij.ImagePlus;

import org.motionlayers.MotionLayersService;
import org.motionlayers.Prediction;
import org.motionlayers.io.PredictionRecord;
import org.motionlayers.io.track.CsvTrackReader;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;

/**
 * Predicted frames that a command was given, with what is known of them: from the files beside them, from the prediction that an open
 * image remembers, or from what the user named.
 *
 * @param image the frames
 * @param labels their labels, as many frames
 * @param positions of objects by predicted frame and label, pixels; empty where they are not known
 * @param skip how many observed frames come before the predicted ones
 * @param offset which frame of the movie the first frame of the image is; 0 where that is not known
 * @param record what the folder says that the image lies in
 */
record PredictedInput(ImageInput image, Optional<Segmentation> labels, List<SortedMap<Integer, double[]>> positions, int skip, int offset,
	Optional<PredictionRecord> record)
{

	/**
	 * Takes predicted frames in.
	 *
	 * @param plus the frames
	 * @param labels auto, file, folder or title; blank for those that belong to the frames
	 * @param tracks a tracks.csv; blank for the one that belongs to the frames
	 * @param slices what the slices of a stack without frames are
	 * @param layers reads labels
	 * @param progress is told and asked
	 */
	static PredictedInput of(final ImagePlus plus, final String labels, final File tracks, final SliceAxis slices,
		final MotionLayersService layers, final Progress progress) throws IOException
	{
		ImageInput.require("image", plus);
		final Optional<Prediction> remembered = Remembered.of(plus);
		final Optional<PredictionRecord> record = remembered.isPresent() ? Optional.empty() : ImageInput.of("image", plus, slices).path().flatMap(
			PredictionRecord::beside);
		final boolean axesAreKnown = slices == SliceAxis.AUTO && (record.isPresent() || remembered.isPresent());
		final ImageInput image = ImageInput.of("image", plus, axesAreKnown ? SliceAxis.DEPTH : slices);
		final int frames = image.movie().frames();
		final int observed = remembered.map(p -> p.observed().frames()).orElseGet(() -> record.map(PredictionRecord::observed).orElse(0));
		final boolean front = remembered.map(p -> frames > p.video().frames()).orElseGet(() -> record.map(PredictionRecord::observedInFront)
			.orElse(false));
		final Optional<Segmentation> given = NamedInput.labels("labels", !labels.isBlank() ? labels : record.flatMap(
			PredictionRecord::labelFile).map(Path::toString).orElse(""), image.movie(), layers, progress);
		return new PredictedInput(image, given.isPresent() ? given : remembered.map(p -> labels(p, front)), positions(tracks, record, remembered,
			image.movie().shape().dimensions()), front ? observed : 0, front ? 0 : observed, record);
	}

	private static Segmentation labels(final Prediction prediction, final boolean front) {
		final Shape shape = prediction.scene().shape();
		final int before = front ? prediction.observed().frames() : 0;
		return new Segmentation(shape, before + prediction.video().frames(), k -> k < before ? prediction.labels().labels(k) : prediction.video()
			.labels(k - before + 1), prediction.labels().objects(), true, Calibration.NONE, "labels of the open prediction");
	}

	private static List<SortedMap<Integer, double[]>> positions(final File tracks, final Optional<PredictionRecord> record,
		final Optional<Prediction> remembered, final int dimensions) throws IOException
	{
		if (tracks != null && !tracks.getPath().isEmpty()) return CsvTrackReader.read(tracks.toPath(), dimensions);
		final Optional<Path> beside = record.flatMap(PredictionRecord::trackFile);
		if (beside.isPresent()) return CsvTrackReader.read(beside.get(), dimensions);
		return remembered.map(PredictedInput::positions).orElse(List.of());
	}

	private static List<SortedMap<Integer, double[]>> positions(final Prediction prediction) {
		final Motion motion = prediction.motion();
		final List<SortedMap<Integer, double[]>> frames = new ArrayList<>();
		for (int t = 1; t <= motion.frames(); t++) {
			final SortedMap<Integer, double[]> frame = new TreeMap<>();
			for (int o = 0; o < motion.objects(); o++) {
				final double[] position = new double[motion.dimensions()];
				for (int d = 0; d < position.length; d++) position[d] = prediction.scene().layers().get(o).centroid(d) + motion.displacement(t, o, d);
				frame.put(motion.label(o), position);
			}
			frames.add(frame);
		}
		return frames;
	}
}
