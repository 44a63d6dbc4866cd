package org.motionlayers.command;

import java.io.IOException;
import java.util.Arrays;

import org.motionlayers.Observation;
import org.motionlayers.Prediction;
import org.motionlayers.PredictionOptions;
import org.motionlayers.io.MotionFile;
import org.motionlayers.io.OutputFolder;
import org.motionlayers.io.PartFolders;
import org.motionlayers.io.PredictionFiles;
import org.motionlayers.io.StackWriter;
import org.motionlayers.io.ZarrBlock;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Video;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * One part of a prediction that many machines make: one predicts and writes the tables, any number composite some frames each into OME-Zarr,
 * one puts all together. The result is what predict stacks=zarr writes at once.
 */
@Plugin(type = Command.class, name = "predictpart", label = "Predict a Part", headless = true,
	description = "Does a part of what predict stacks=zarr does: a step of a batch in blocks of frames.")
public class PredictPart extends PredictMotion {

	/** The parts. */
	enum Part {
		/** Predicts, and writes all but the stacks. */
		BEGIN,
		/** Composites and writes some frames. */
		FRAMES,
		/** Puts everything together and in its place. */
		END
	}

	@Parameter(label = "Part", choices = { "begin", "frames", "end" }, persist = false,
		description = "begin: predict, and write all but the stacks; frames: composite and write some frames; end: put everything in its place.")
	private String part = "begin";

	@Parameter(label = "First frame", min = "1", persist = false, description = "First predicted frame to write, for part=frames.")
	private int first = 1;

	@Parameter(label = "Last frame", min = "1", persist = false, description = "Last predicted frame to write, for part=frames.")
	private int last = 1;

	@Override
	void perform(final PredictionOptions options, final PredictionOutput.Wishes wishes, final Progress progress) throws IOException {
		if (output() == null || output().getPath().isEmpty()) throw new InputException("output: a folder for the results is needed.");
		final PartFolders places = new PartFolders(output().toPath());
		OutputFolder.requireFree(places.output());
		switch (Choice.of("part", part, Part.class)) {
			case BEGIN -> begin(places, options, wishes, progress);
			case FRAMES -> frames(places, options, wishes, progress);
			case END -> places.join(MotionFile.read(places.motion()).frames());
		}
	}

	private void begin(final PartFolders places, final PredictionOptions options, final PredictionOutput.Wishes wishes,
		final Progress progress) throws IOException
	{
		try (PredictionOutput out = PredictionOutput.open(places.begin().toFile(), true, layers())) {
			final SegmentedInput in = input(progress);
			took(in);
			final PredictionOptions complete = completed(options, in);
			final Prediction prediction = layers().predict(in.image().movie(), in.labels().segmentation(), complete, progress);
			final Findings findings = Findings.of(prediction, complete, futures(), layers(), progress);
			MotionFile.write(places.motion(), prediction.motion());
			out.write(prediction, findings, in.image(), in.labels(), wishes.withStacks(StackWriter.NONE), call(), progress);
		}
	}

	private void frames(final PartFolders places, final PredictionOptions options, final PredictionOutput.Wishes wishes,
		final Progress progress) throws IOException
	{
		try (OutputFolder out = OutputFolder.open(places.frames(first, last), true)) {
			final Motion motion = MotionFile.read(places.motion());
			final ZarrBlock block = new ZarrBlock(first, last, motion.frames());
			final SegmentedInput in = input(progress);
			took(in);
			final Observation seen = Observation.of(in.image().movie(), in.labels().segmentation(), options.observed());
			final Scene scene = layers().decompose(seen.movie(), seen.labels(), completed(options, in), progress);
			if (!Arrays.equals(scene.labels(), motion.labels())) throw new InputException(places.motion() +
				": it is of other objects than the labels have now; remove " + places.motion().getParent() + " to begin anew.");
			final Video video = layers().composite(scene, motion, options.mode());
			PredictionFiles.stacks(out, video, seen.movie(), seen.labels(), PredictionFiles.Options.of("").withObservedInFront(wishes
				.observedInFront()).withStacks(block), progress);
			out.commit(call().record());
		}
	}
}
