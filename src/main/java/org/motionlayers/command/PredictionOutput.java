package org.motionlayers.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.motionlayers.MotionLayersService;
import org.motionlayers.Prediction;
import org.motionlayers.io.FutureFiles;
import org.motionlayers.io.OutputFolder;
import org.motionlayers.io.PredictionFiles;
import org.motionlayers.io.RunRecord;
import org.motionlayers.io.StackFormat;
import org.motionlayers.io.StackWriter;
import org.motionlayers.io.stack.FrameSeries;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Progress;
import org.motionlayers.ui.FanPicture;

/** Where the files of a prediction go: a folder that appears whole, or nowhere. */
final class PredictionOutput implements AutoCloseable {

	/**
	 * What is wanted beside the files that are always written.
	 *
	 * @param observedInFront whether the stacks begin with the observed frames
	 * @param ctc whether a Cell Tracking Challenge folder is written
	 * @param rois whether the outlines are written as ImageJ ROIs
	 * @param stacks how stacks are written
	 */
	record Wishes(boolean observedInFront, boolean ctc, boolean rois, StackWriter stacks) {

		/** Wishes for stacks in TIFF. */
		Wishes(final boolean observedInFront, final boolean ctc, final boolean rois) {
			this(observedInFront, ctc, rois, StackFormat.TIF);
		}

		/** @return the same with stacks written otherwise */
		Wishes withStacks(final StackWriter writer) {
			return new Wishes(observedInFront, ctc, rois, writer);
		}

		Set<String> formats() {
			return Stream.of(ctc ? "ctc" : "", rois ? "rois" : "").filter(name -> !name.isEmpty()).collect(Collectors.toSet());
		}
	}

	private static final double NANOS = 1e9;

	private final Optional<OutputFolder> folder;
	private final MotionLayersService layers;
	private final long start = System.nanoTime();

	private PredictionOutput(final Optional<OutputFolder> folder, final MotionLayersService layers) {
		this.folder = folder;
		this.layers = layers;
	}

	/** @return an output; an empty file name means nowhere. A folder that may not be written is refused here, before any work. */
	static PredictionOutput open(final File output, final boolean overwrite, final MotionLayersService layers) {
		final boolean wanted = output != null && !output.getPath().isEmpty();
		return new PredictionOutput(wanted ? Optional.of(OutputFolder.open(output.toPath(), overwrite)) : Optional.empty(), layers);
	}

	/** @return the folder, where there is one */
	Optional<Path> folder() {
		return folder.map(OutputFolder::folder);
	}

	/** Writes a stack besides, where there is a folder; before {@link #write}. */
	void add(final String name, final FrameSeries series, final Progress progress) {
		folder.ifPresent(out -> out.write(name, path -> series.write(path, progress)));
	}

	/** Writes everything and lets the folder appear. */
	void write(final Prediction prediction, final Findings findings, final ImageInput image, final LabelInput labels, final Wishes wishes,
		final CallText call, final Progress progress) throws IOException
	{
		if (folder.isEmpty()) return;
		final OutputFolder out = folder.get();
		final double predicted = seconds();
		layers.write(out, prediction, PredictionFiles.Options.of(image.path().map(Path::toString).orElse("")).withObservedInFront(wishes
			.observedInFront()).withFormats(wishes.formats()).withStacks(wishes.stacks()), progress);
		findings.futures().ifPresent(futures -> {
			FutureFiles.write(out, futures, prediction.observed().frames(), progress);
			final Frame reference = prediction.observed().frame(prediction.observed().frames() - 1);
			out.write("fan.png", path -> new FanPicture(reference, futures).write(path, progress));
		});
		findings.montage().ifPresent(montage -> out.write("futures.tif", path -> montage.write(path, progress)));
		out.commit(record(prediction, findings, image, labels, call, progress).timing("predict", predicted).timing("write", seconds() - predicted));
	}

	private double seconds() {
		return (System.nanoTime() - start) / NANOS;
	}

	private RunRecord record(final Prediction prediction, final Findings findings, final ImageInput image, final LabelInput labels,
		final CallText call, final Progress progress) throws IOException
	{
		final RunRecord record = call.record();
		InputRecord.image(record, image, progress);
		InputRecord.labels(record, labels, progress);
		record.motion(prediction.motion().provenance()).seed(prediction.motion().provenance().seed());
		record.finding("objects", prediction.scene().objects()).finding("observed frames", prediction.observed().frames());
		findings.census().counts().forEach(record::finding);
		findings.remarks(prediction).forEach(record::remark);
		return record;
	}

	/** Leaves nothing behind where {@link #write} did not end well. */
	@Override
	public void close() {
		folder.ifPresent(OutputFolder::close);
	}
}
