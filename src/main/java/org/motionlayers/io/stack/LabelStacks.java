package org.motionlayers.io.stack;

import java.util.stream.IntStream;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Segmentation;

/** A segmentation as a stack of labels in distinct colours, see {@link LabelCoding}. */
public final class LabelStacks {

	private LabelStacks() {}

	/**
	 * Makes the frames; labels are looked through once.
	 *
	 * @param title what the stack is called
	 * @param labels the segmentation
	 * @param calibration of the image that it belongs to
	 * @return 16-bit frames, 32-bit where labels are larger; what the stack says of itself is where the labels come from, and how they were
	 *         numbered afresh where they had to be
	 */
	public static FrameSeries of(final String title, final Segmentation labels, final Calibration calibration) {
		final LabelCoding coding = LabelCoding.of(IntStream.range(0, labels.frames()).flatMap(t -> IntStream.of(LabelCoding.distinct(labels
			.labels(t)))));
		final Movie movie = new Movie(title, coding.type(), labels.shape(), labels.frames(), calibration, coding.display(), t -> coding.frame(
			labels.shape(), labels.labels(t)));
		return new FrameSeries(movie, (t, c) -> "", labels.description() + "\n" + coding.table());
	}
}
