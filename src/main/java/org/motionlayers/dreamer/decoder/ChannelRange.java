package org.motionlayers.dreamer.decoder;

import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.PixelType;

/**
 * Which values of a channel are shown darkest and brightest, and so are 0 and 1 to the decoder.
 *
 * @param darkest value that becomes 0
 * @param brightest value that becomes 1
 */
record ChannelRange(double darkest, double brightest) {

	/**
	 * The range that a channel is shown with; where that is unknown, all of an 8-bit image's, else from the frame's least to its largest
	 * value.
	 *
	 * @param frame a frame
	 * @param display how it is shown
	 * @param channel of the frame
	 */
	static ChannelRange of(final Frame frame, final Display display, final int channel) {
		if (!display.isRgb() && channel < display.channels().size()) {
			final Display.Channel shown = display.channels().get(channel);
			if (shown.maximum() > shown.minimum()) return new ChannelRange(shown.minimum(), shown.maximum());
		}
		if (frame.type() == PixelType.UINT8) return new ChannelRange(0, frame.type().maximum());
		double least = Double.POSITIVE_INFINITY, largest = Double.NEGATIVE_INFINITY;
		final int pixels = frame.shape().pixels();
		for (int i = channel * pixels; i < (channel + 1) * pixels; i++) {
			final double value = frame.type().get(frame.data(), i);
			if (!Double.isFinite(value)) continue;
			least = Math.min(least, value);
			largest = Math.max(largest, value);
		}
		if (least > largest) return new ChannelRange(0, 1);
		return new ChannelRange(least, largest > least ? largest : least + 1);
	}

	/** @return a value within [0, 1], 0 for what is no number */
	double toUnit(final double value) {
		return Double.isNaN(value) ? 0 : Math.max(0, Math.min(1, (value - darkest) / (brightest - darkest)));
	}

	/** @return the value of a number in [0, 1] */
	double fromUnit(final double unit) {
		return darkest + unit * (brightest - darkest);
	}
}
