package org.motionlayers.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;

import org.motionlayers.MotionLayersService;
import org.motionlayers.Prediction;
import org.motionlayers.io.RunRecord;
import org.motionlayers.io.image.LabelLook;
import org.motionlayers.io.stack.FrameSeries;
import org.motionlayers.io.stack.LabelStacks;
import org.motionlayers.io.stack.VideoStacks;
import org.motionlayers.io.track.TrackTable;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;

/**
 * Labels with their tracks, from whatever holds them: a stack that remembers its prediction, a stack of labels, an image and its labels.
 *
 * @param tracks where every object is
 * @param series the labels as a stack
 * @param image the image that was given
 * @param segmented the image and its labels, where they were given apart from each other
 * @param remarks what the user should know, one line each
 */
record LabelledStack(TrackTable tracks, FrameSeries series, ImageInput image, Optional<SegmentedInput> segmented, List<String> remarks) {

	/**
	 * Takes labels in.
	 *
	 * @param plus what the command was given
	 * @param labels auto, a file or folder, the title of an open image, or empty where the image holds them
	 * @param observed number of leading frames that were observed; 0 for all, or for what the names of the slices say
	 * @param slices what the slices of a stack without frames are
	 * @param layers reads labels
	 * @param progress is told and asked
	 * @return the labels
	 */
	static LabelledStack of(final ImagePlus plus, final String labels, final int observed, final SliceAxis slices,
		final MotionLayersService layers, final Progress progress) throws IOException
	{
		ImageInput.require("image", plus);
		final Optional<Prediction> prediction = labels.isBlank() ? Remembered.of(plus) : Optional.empty();
		if (prediction.isPresent()) return of(prediction.get(), ImageInput.of("image", plus, slices), progress);
		if (labels.isBlank() && LabelLook.isLabels(plus)) {
			final ImageInput in = ImageInput.of("image", plus, slices);
			final Segmentation segmentation = layers.segmentation(in.movie(), in.movie(), progress);
			final int known = observed == 0 ? VideoStacks.observedFrames(planeNames(plus, in), segmentation
				.shape().depth()).orElse(segmentation.frames()) : observed;
			return of(in, Optional.empty(), segmentation, known, in.remarks(), progress);
		}
		final SegmentedInput in = SegmentedInput.of(plus, labels, slices, layers, progress);
		final Segmentation segmentation = in.labels().segmentation();
		return of(in.image(), Optional.of(in), segmentation, observed == 0 ? segmentation.frames() : observed, in.remarks(), progress);
	}

	/** @return what the planes are called in ImageJ, or in the TIFF file that they come from */
	private static List<String> planeNames(final ImagePlus plus, final ImageInput in) {
		final String file = in.path().map(Path::toString).orElse("");
		final boolean tiff = file.toLowerCase(Locale.ROOT).endsWith(".tif") && Files.isRegularFile(Path.of(file));
		final FileInfo[] directories = tiff ? Opener.getTiffFileInfo(file) : null;
		if (directories != null && directories[0].sliceLabels != null) return Arrays.asList(directories[0].sliceLabels);
		return IntStream.rangeClosed(1, plus.getStackSize()).mapToObj(plus.getStack()::getSliceLabel).collect(Collectors.toList());
	}

	private static LabelledStack of(final ImageInput in, final Optional<SegmentedInput> given, final Segmentation segmentation, final int observed,
		final List<String> remarks, final Progress progress)
	{
		if (observed < 0 || observed > segmentation.frames()) throw new InputException("observed=" + observed + ": the labels have " +
			segmentation.frames() + " frames; 1 to " + segmentation.frames() + " can have been observed, 0 for all.");
		final String title = in.movie().title();
		return new LabelledStack(TrackTable.of(segmentation, observed, title, in.movie().calibration(), in.path().map(Path::toString).orElse(""),
			progress), LabelStacks.of(title, segmentation, in.movie().calibration()), in, given, remarks);
	}

	/** A prediction knows more than its labels show: parts that are hidden, and what was observed before. */
	private static LabelledStack of(final Prediction prediction, final ImageInput in, final Progress progress) {
		final TrackTable tracks = new TrackTable(prediction.video(), prediction.tracks(), prediction.labels(), "", true, progress);
		final List<String> remarks = new ArrayList<>(in.remarks());
		remarks.add("'" + in.movie().title() + "' remembers its prediction: its observed frames come first.");
		return new LabelledStack(tracks, VideoStacks.labels(prediction.labels(), prediction.video()), in, Optional.empty(), remarks);
	}

	/** Records where the labels came from. */
	void record(final RunRecord record, final Progress progress) throws IOException {
		InputRecord.image(record, image, progress);
		if (segmented.isPresent()) InputRecord.labels(record, segmented.get().labels(), progress);
		remarks.stream().filter(line -> !image.remarks().contains(line)).forEach(record::remark);
	}
}
