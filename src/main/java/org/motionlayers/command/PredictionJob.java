package org.motionlayers.command;

import java.io.IOException;
import java.util.function.Supplier;

import org.motionlayers.MotionLayersService;
import org.motionlayers.Prediction;
import org.motionlayers.PredictionOptions;
import org.motionlayers.scene.Progress;
import org.scijava.log.LogService;

/**
 * One prediction, from what was taken in to files and stacks: what commands that predict do once they know what is asked.
 *
 * @param layers does it
 * @param options what is asked
 * @param futures how many futures to draw, 0 for none
 * @param wishes what is written beside the files that always are
 */
record PredictionJob(MotionLayersService layers, PredictionOptions options, int futures, PredictionOutput.Wishes wishes) {

	/**
	 * What came of it.
	 *
	 * @param stacks not shown yet
	 * @param findings what else there is to tell
	 */
	record Done(PredictionStacks stacks, Findings findings) {}

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
		out.write(prediction, findings, in.image(), in.labels(), wishes, call.get(), progress);
		final PredictionStacks stacks = PredictionStacks.of(prediction, wishes.observedInFront());
		stacks.draw(progress).ifPresent(log::info);
		log.info(Summary.of(prediction, out.folder()));
		return new Done(stacks, findings);
	}
}
