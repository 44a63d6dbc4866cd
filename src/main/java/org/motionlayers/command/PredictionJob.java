package org.motionlayers.command;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

import org.motionlayers.MotionLayersService;
import org.motionlayers.Prediction;
import org.motionlayers.PredictionOptions;
import org.motionlayers.dreamer.decoder.DecodedVideo;
import org.motionlayers.io.stack.FrameSeries;
import org.motionlayers.scene.Progress;
import org.scijava.log.LogService;

/**
 * One prediction, from what was taken in to files and stacks: what commands that predict do once they know what is asked.
 *
 * @param layers does it
 * @param options what is asked
 * @param futures how many futures to draw, 0 for none
 * @param wishes what is written beside the files that always are
 * @param drawer draws frames besides those that are composited
 */
record PredictionJob(MotionLayersService layers, PredictionOptions options, int futures, PredictionOutput.Wishes wishes,
	Drawer drawer)
{

	/** A job in which nothing is drawn by a network. */
	PredictionJob(final MotionLayersService layers, final PredictionOptions options, final int futures, final PredictionOutput.Wishes wishes) {
		this(layers, options, futures, wishes, Drawer.NONE);
	}

	/**
	 * What came of it.
	 *
	 * @param stacks not shown yet
	 * @param findings what else there is to tell
	 * @param drawn frames that a network drew, where that was asked for
	 */
	record Done(PredictionStacks stacks, Findings findings, Optional<FrameSeries> drawn) {}

	/** Draws frames of a prediction besides those that are composited. */
	@FunctionalInterface
	interface Drawer {

		/** Draws nothing. */
		Drawer NONE = (prediction, progress) -> Optional.empty();

		/** Draws, where that was asked for. */
		Optional<DecodedVideo> draw(Prediction prediction, Progress progress) throws IOException;
	}

	/**
	 * Predicts, writes, draws, and tells the user.
	 *
	 * @param in image and labels
	 * @param out where files go, if anywhere
	 * @param call the call as text, asked once all parameters are known
	 * @param log receives remarks and the summary
	 * @param progress is told and asked
	 * @return what came of it
	 */
	Done run(final SegmentedInput in, final PredictionOutput out, final Supplier<CallText> call, final LogService log,
		final Progress progress) throws IOException
	{
		final Prediction prediction = layers.predict(in.image().movie(), in.labels().segmentation(), options, progress);
		final Findings findings = Findings.of(prediction, options, futures, layers, progress);
		findings.remarks(prediction).forEach(log::info);
		final Optional<DecodedVideo> decoded = drawer.draw(prediction, progress);
		final Optional<FrameSeries> drawn = decoded.map(video -> new FrameSeries(video.movie(), (t, c) -> t == 0 ? "t observed" : "t+" + t +
			" drawn", video.remark()));
		decoded.ifPresent(video -> log.info(video.remark()));
		drawn.ifPresent(series -> out.add("decoded.tif", series, progress));
		out.write(prediction, findings, in.image(), in.labels(), wishes, call.get(), progress);
		final PredictionStacks stacks = PredictionStacks.of(prediction, wishes.observedInFront());
		stacks.draw(progress).ifPresent(log::info);
		log.info(Summary.of(prediction, out.folder()));
		return new Done(stacks, findings, drawn);
	}
}
