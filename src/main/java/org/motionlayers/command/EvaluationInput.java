package org.motionlayers.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.motionlayers.MotionLayersService;
import org.motionlayers.decompose.Decomposer;
import org.motionlayers.evaluate.comparison.Sequence;
import org.motionlayers.evaluate.forecast.ObservedCentroids.Sighting;
import org.motionlayers.evaluate.motion.ActionPrecision.Action;
import org.motionlayers.io.PredictionRecord;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;

/**
 * Predicted and true frames, put side by side.
 *
 * @param predicted the prediction
 * @param truth the true movie
 * @param labels its labels
 * @param offset which true frame the first frame of the predicted image is compared with, from 0
 * @param count how many frames are compared
 */
record EvaluationInput(PredictedInput predicted, ImageInput truth, Optional<Segmentation> labels, int offset, int count) {

	/** The truth is worked out from what is known of the prediction. */
	static final int AUTOMATIC_OFFSET = -1;

	/**
	 * Finds the truth and pairs the frames.
	 *
	 * @param predicted the prediction
	 * @param truth file, folder or title; blank for the image that was predicted from, where that is known
	 * @param truthLabels the same for its labels
	 * @param asked the offset, {@link #AUTOMATIC_OFFSET} for what is known of the prediction
	 * @param slices what the slices of a stack without frames are
	 * @param layers reads labels
	 * @param progress is told and asked
	 */
	static EvaluationInput of(final PredictedInput predicted, final String truth, final String truthLabels, final int asked,
		final SliceAxis slices, final MotionLayersService layers, final Progress progress) throws IOException
	{
		if (asked < AUTOMATIC_OFFSET) throw new InputException("offset=" + asked + ": the true frame that the first one is compared with is " +
			"needed, from 0, or " + AUTOMATIC_OFFSET + " for what is known of the prediction.");
		final String known = predicted.record().map(PredictionRecord::image).orElse("");
		if (truth.isBlank() && !PathToImage.isFile(known)) throw new InputException("truth: the true frames are needed: a file, a folder or the " +
			"title of an open image" + (known.isEmpty() ? "." : "; '" + known + "', which was predicted from, is not found."));
		final ImageInput movie = NamedInput.image("truth", truth.isBlank() ? known : truth, slices);
		final String knownLabels = predicted.record().map(PredictionRecord::labels).filter(PathToImage::isFile).orElse("");
		final Optional<Segmentation> labels = NamedInput.labels("truthlabels", !truthLabels.isBlank() ? truthLabels : truth.isBlank()
			? knownLabels : "", movie.movie(), layers, progress);
		final int offset = asked == AUTOMATIC_OFFSET ? predicted.offset() : asked;
		return new EvaluationInput(predicted, movie, labels, offset, count(predicted, movie.movie(), labels, offset));
	}

	private static int count(final PredictedInput predicted, final Movie truth, final Optional<Segmentation> labels, final int offset) {
		final int first = offset + predicted.skip();
		final int count = Math.min(predicted.image().movie().frames() - predicted.skip(), truth.frames() - first);
		if (count < 1) throw new InputException("offset=" + offset + ": the first predicted frame would be compared with true frame " + first +
			", but '" + truth.title() + "' has " + truth.frames() + " frames, 0 to " + (truth.frames() - 1) + ".");
		if (labels.isPresent() && labels.get().frames() < first + count) throw new InputException("truthlabels: labels are needed up to true frame " +
			(first + count - 1) + ", there are " + labels.get().frames() + " frames of them.");
		if (predicted.labels().isPresent() && predicted.labels().get().frames() < predicted.skip() + count) throw new InputException(
			"labels: the predicted labels have " + predicted.labels().get().frames() + " frames, the predicted image " + predicted.image().movie()
				.frames() + "; it needs labels for every frame.");
		if (!predicted.positions().isEmpty() && predicted.positions().size() < count) throw new InputException("tracks: there are positions for " +
			predicted.positions().size() + " predicted frames, " + count + " are compared.");
		return count;
	}

	/** @return the first true frame that is compared */
	int first() {
		return offset + predicted.skip();
	}

	/** @return the predicted frames that are compared */
	Sequence predictedFrames(final Progress progress) {
		Sequence sequence = Sequence.of(predicted.image().movie(), predicted.skip(), count);
		if (!predicted.positions().isEmpty()) sequence = sequence.withPositions(sightings(predicted.positions().subList(0, count)));
		return predicted.labels().isPresent() ? sequence.withLabels(predicted.labels().get(), predicted.skip(), progress) : sequence;
	}

	private static List<SortedMap<Integer, Sighting>> sightings(final List<SortedMap<Integer, double[]>> positions) {
		final List<SortedMap<Integer, Sighting>> frames = new ArrayList<>();
		for (final SortedMap<Integer, double[]> frame : positions) {
			final SortedMap<Integer, Sighting> sightings = new TreeMap<>();
			frame.forEach((label, position) -> sightings.put(label, new Sighting(position, false)));
			frames.add(sightings);
		}
		return frames;
	}

	/** @return the true frames that are compared */
	Sequence trueFrames(final Progress progress) {
		return trueFrames(first(), count, progress);
	}

	/** @return the frame before, where the truth has one */
	Optional<Sequence> lastObserved(final Progress progress) {
		return first() == 0 ? Optional.empty() : Optional.of(trueFrames(first() - 1, 1, progress));
	}

	private Sequence trueFrames(final int from, final int frames, final Progress progress) {
		final Sequence sequence = Sequence.of(truth.movie(), from, frames);
		return labels.isPresent() ? sequence.withLabels(labels.get(), from, progress) : sequence;
	}

	/** @return what arrows ask of objects over the compared frames; arrows are pixels per frame, as predict takes them */
	SortedMap<Integer, Action> actions(final String arrows) {
		final SortedMap<Integer, Action> actions = new TreeMap<>();
		if (arrows.isBlank()) return actions;
		if (labels.isEmpty() || first() == 0) throw new InputException("arrows: true labels of the frame before the first predicted one are needed.");
		final Movie movie = truth.movie();
		final Frame frame = movie.frame(first() - 1);
		final Scene scene = new Scene(movie.title(), frame, Decomposer.layers(frame, labels.get(), first() - 1, Optional.empty(), Progress.NONE),
			movie.calibration(), movie.display());
		ArrowInput.of(arrows, scene, 1).velocities().forEach((label, velocity) -> {
			final double[] displacement = velocity.clone();
			for (int d = 0; d < displacement.length; d++) displacement[d] *= count;
			actions.put(label, new Action(displacement));
		});
		return actions;
	}

	/** @return one line that says which frames were compared */
	String pairing() {
		return "Predicted frame " + predicted.skip() + " is compared with true frame " + first() + ", both counted from 0, and " + (count == 1
			? "no other." : "so on: " + count + " frames.");
	}
}
