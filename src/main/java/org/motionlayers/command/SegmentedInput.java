package org.motionlayers.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;

import org.motionlayers.MotionLayersService;
import org.motionlayers.scene.Progress;

/**
 * The two things that most commands begin with: an image and its labels, however they were given.
 *
 * @param plus the ImagePlus of the image
 * @param image the image
 * @param labels its labels
 * @param labelsName the labels as a user would give them: auto, their file, or the title of an open image
 * @param remarks what the user should know, one line each: what read the image, then whatever else there is to tell
 */
record SegmentedInput(ImagePlus plus, ImageInput image, LabelInput labels, String labelsName, List<String> remarks) {

	/** @return the image as a user would give it: its file, or its title */
	String imageName() {
		return image.path().map(path -> path.toAbsolutePath().toString()).orElse(plus.getTitle());
	}

	/**
	 * Takes both in.
	 *
	 * @param image what the command was given
	 * @param labels auto, a file or folder, the title of an open image, or empty for the only sensible open image
	 * @param slices what the slices of a stack without frames are
	 * @param layers reads labels
	 * @param progress is told and asked
	 * @return the two
	 */
	static SegmentedInput of(final ImagePlus image, final String labels, final SliceAxis slices, final MotionLayersService layers,
		final Progress progress) throws IOException
	{
		ImageInput.require("image", image);
		final boolean open = !labels.equals(MotionLayersService.AUTOMATIC) && !PathToImage.isFile(labels);
		final OpenImages.Pair pair = open ? OpenImages.pair(image, labels) : new OpenImages.Pair(image, Optional.empty());
		final ImageInput in = ImageInput.of("image", pair.image(), slices);
		final List<String> remarks = new ArrayList<>(List.of(in.movie().title() + ": read by " + in.reader()));
		remarks.addAll(in.remarks());
		pair.labels().ifPresent(found -> remarks.add("'" + pair.image().getTitle() + "' is taken for the image and '" + found.getTitle() +
			"' for its labels."));
		final LabelInput given = LabelInput.of(labels, pair.labels(), in.movie(), layers, progress);
		final String name = given.path().map(path -> path.toAbsolutePath().toString()).orElse(pair.labels().map(ImagePlus::getTitle).orElse(
			labels));
		return new SegmentedInput(pair.image(), in, given, name, remarks);
	}
}
