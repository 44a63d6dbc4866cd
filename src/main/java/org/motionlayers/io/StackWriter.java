package org.motionlayers.io;

import org.motionlayers.io.stack.FrameSeries;
import org.motionlayers.scene.Progress;

/** Writes the stacks of a prediction. */
public interface StackWriter {

	/** Writes none. */
	StackWriter NONE = new StackWriter() {

		@Override
		public void write(final OutputFolder out, final String name, final FrameSeries series, final Progress progress) {
			// left to others
		}

		@Override
		public void writeLabels(final OutputFolder out, final String image, final String name, final FrameSeries series, final Progress progress) {
			// left to others
		}
	};

	/**
	 * Writes a stack of pixels.
	 *
	 * @param out where it goes
	 * @param name of the file without its ending
	 * @param series the frames
	 * @param progress is told and asked once a frame
	 */
	void write(OutputFolder out, String name, FrameSeries series, Progress progress);

	/**
	 * Writes a stack of labels.
	 *
	 * @param out where it goes
	 * @param image name of the image that was written before and that they belong to, without its ending
	 * @param name of the file without its ending, or of the labels within the image
	 * @param series the labels
	 * @param progress is told and asked once a frame
	 */
	void writeLabels(OutputFolder out, String image, String name, FrameSeries series, Progress progress);
}
