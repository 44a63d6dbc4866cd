package org.motionlayers.segmentation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.raster.LabelPlanes;

/** From files of pixels to a segmentation that fits the image. */
final class LabelFiles {

	private LabelFiles() {}

	/**
	 * Makes a segmentation of files whose numbers may or may not be identities.
	 *
	 * @param source what the user named
	 * @param paths the files, in the order of time
	 * @param files what is in them
	 * @param target the image
	 * @return frames that are read when asked for
	 */
	static Segmentation segmentation(final Path source, final List<Path> paths, final List<? extends LabelPlanes> files, final Target target) {
		final LabelStack stack = new LabelStack(paths, files);
		final Arrangement arrangement = Arrangement.of(source.toString(), stack, target);
		final Shape shape = target.shape().withChannels(1);
		final String many = files.size() > 1 ? "s, " + files.size() + " files" : "";
		final String description = source.getFileName() + ": " + stack.title() + " label image" + many + ", " + arrangement.frames() +
			(arrangement.frames() == 1 ? " frame of " : " frames of ") + shape.space() + (arrangement.note().isEmpty() ? "" : "; " + arrangement
				.note());
		return new Segmentation(shape, arrangement.frames(), LabelFrames.of(stack, arrangement, shape), Map.of(), false, stack.calibration(),
			description);
	}
}
