package org.motionlayers.command;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.motionlayers.MotionLayersService;
import org.motionlayers.Prediction;
import org.motionlayers.PredictionOptions;
import org.motionlayers.io.stack.FrameSeries;
import org.motionlayers.io.stack.FutureMontage;
import org.motionlayers.predict.Census;
import org.motionlayers.scene.Futures;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Video;

/**
 * What is told of a prediction beside the predicted frames.
 *
 * @param census who came and went
 * @param futures what else may come; none where none were asked for
 * @param montage the futures side by side, where there are 2 to {@value #MOST_SIDE_BY_SIDE} of them
 */
record Findings(Census census, Optional<Futures> futures, Optional<FrameSeries> montage) {

	/** The most futures that are shown side by side. */
	static final int MOST_SIDE_BY_SIDE = 16;

	/** The most futures that may be asked for. */
	static final int MOST_FUTURES = 10_000;

	/** Refuses a number of futures before any work is done. */
	static void check(final int futures, final File output) {
		if (futures < 0 || futures > MOST_FUTURES) throw new InputException("futures=" + futures + ": the number of futures to draw is needed, 0 to " +
			MOST_FUTURES + ".");
		if (futures > 0 && (output == null || output.getPath().isEmpty())) throw new InputException("futures=" + futures +
			": an output folder is needed; quantiles.csv, probability.tif and fan.png go there.");
	}

	/** @return counts, and as many futures as are asked for, 0 for none */
	static Findings of(final Prediction prediction, final PredictionOptions options, final int futures, final MotionLayersService layers,
		final Progress progress)
	{
		if (futures == 0) return of(prediction, progress);
		final Futures drawn = layers.futures(prediction, options, futures, progress);
		final List<Video> videos = futures < 2 || futures > MOST_SIDE_BY_SIDE ? List.of() : IntStream.range(0, futures).mapToObj(s -> layers
			.composite(prediction.scene(), drawn.motion(s), options.mode())).toList();
		return new Findings(of(prediction, progress).census(), Optional.of(drawn), videos.isEmpty() ? Optional.empty() : Optional.of(FutureMontage.of(
			videos)));
	}

	/** @return counts alone */
	static Findings of(final Prediction prediction, final Progress progress) {
		return new Findings(Census.of(prediction.labels(), prediction.scene(), prediction.motion(), progress), Optional.empty(), Optional.empty());
	}

	/** @return lines that the user should be told */
	List<String> remarks(final Prediction prediction) {
		final List<String> remarks = new ArrayList<>(List.of(prediction.motion().provenance().remark(), census.sentence()));
		remarks.removeIf(String::isEmpty);
		return remarks;
	}
}
