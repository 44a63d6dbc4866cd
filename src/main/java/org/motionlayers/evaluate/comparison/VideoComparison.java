package org.motionlayers.evaluate.comparison;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.motionlayers.evaluate.distribution.FeatureExtractor.Features;
import org.motionlayers.evaluate.image.StructuralSimilarity;
import org.motionlayers.evaluate.motion.ActionPrecision.Action;
import org.motionlayers.evaluate.motion.MotionHistograms.Acceleration;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;

/**
 * Compares predicted frames with those that then came, by everything that this room measures. What the inputs do not allow is left out
 * and said: pictures alone need no labels, labels give masks, positions and tracks.
 *
 * <pre>{@code
 * Comparison result = new VideoComparison(Sequence.of(predicted, 0, 12), Sequence.of(movie, 4, 12), options).run(Progress.NONE);
 * double psnr = result.summary().get("PSNR", Side.PREDICTED).value();
 * }</pre>
 */
public final class VideoComparison {

	/**
	 * How it is compared.
	 *
	 * @param last the last observed frame, alone, with its labels where there are any; what stands still shows it again and again
	 * @param features what the Frechet distance or LPIPS is measured on
	 * @param range of values, as PSNR takes it
	 * @param acceleration what FVMD's accelerations are made of
	 * @param actions displacements asked for by label, from the last observed to the last compared frame; empty for the true ones
	 * @param seed of the halves for the floor of Frechet distances
	 */
	public record Options(Optional<Sequence> last, Features features, double range, Acceleration acceleration, Map<Integer, Action> actions,
		long seed) {}

	private final Sequence predicted;
	private final Sequence truth;
	private final Options options;
	private final Map<Side, Sequence> sides = new EnumMap<>(Side.class);

	/**
	 * @param predicted the predicted frames; the first is one frame after the last observed one
	 * @param truth as many true frames
	 * @param options how they are compared
	 * @throws InputException where the frames differ in size or channels
	 */
	public VideoComparison(final Sequence predicted, final Sequence truth, final Options options) {
		if (predicted.frames() != truth.frames()) throw new IllegalArgumentException(predicted.frames() + " predicted and " + truth.frames() +
			" true frames.");
		final Frame a = predicted.images().get(0), b = truth.images().get(0);
		if (!a.shape().equals(b.shape())) throw new InputException("The predicted frames measure " + a.shape().space() + " with " + a.shape()
			.channels() + " channel(s), the true ones " + b.shape().space() + " with " + b.shape().channels() + "; both must be the same.");
		this.predicted = predicted;
		this.truth = truth;
		this.options = options;
		sides.put(Side.PREDICTED, predicted);
		options.last().ifPresent(last -> sides.put(Side.STILL, last.frozen(truth.frames())));
	}

	/**
	 * Measures everything.
	 *
	 * @param progress is told and asked
	 * @return what was measured
	 */
	public Comparison run(final Progress progress) {
		final List<Scores> frames = new ArrayList<>();
		final PictureMeasures pictures = new PictureMeasures(truth, options);
		final ObjectMeasures objects = new ObjectMeasures(truth, options.last());
		for (int k = 0; k < truth.frames(); k++) {
			final Scores scores = new Scores();
			for (final Map.Entry<Side, Sequence> side : sides.entrySet()) {
				progress.update(k, truth.frames(), "comparing frames");
				pictures.measure(scores, side.getKey(), side.getValue(), k);
				objects.measure(scores, side.getKey(), side.getValue(), k);
			}
			frames.add(scores);
		}
		final Scores summary = new Scores();
		final TimeMeasures time = new TimeMeasures(options.range());
		time.measure(frames, summary, Side.PREDICTED, predicted, progress);
		time.measure(frames, summary, Side.TRUTH, truth, progress);
		final Scores overall = new Scores();
		frames.forEach(overall::addAll);
		overall.addAll(summary);
		final SetMeasures sets = new SetMeasures(truth, options, progress);
		sides.forEach((side, sequence) -> sets.measure(overall, side, sequence));
		return new Comparison(frames, overall, remarks(sets));
	}

	private List<String> remarks(final SetMeasures sets) {
		final List<String> remarks = new ArrayList<>(sets.remarks());
		final Frame frame = truth.images().get(0);
		if (!StructuralSimilarity.fits(frame.shape())) remarks.add("SSIM and MS-SSIM need at least 11 pixels in every direction; frames of " + frame
			.shape().space() + " have none.");
		if (truth.labels().isEmpty()) remarks.add("Without true labels there are no masks, positions, tracks or actions to compare.");
		else if (predicted.labels().isEmpty()) remarks.add("Without predicted labels there are no masks to compare.");
		if (options.last().isEmpty()) remarks.add("The truth has no frame before the first compared one: there is nothing to show again, " +
			"and no displacement to start from.");
		return remarks;
	}
}
