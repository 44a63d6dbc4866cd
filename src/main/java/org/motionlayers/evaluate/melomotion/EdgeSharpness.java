package org.motionlayers.evaluate.melomotion;

import org.motionlayers.scene.Frame;

/**
 * How sharp the edges of a frame are against those of the truth: the sum of squared differences of neighbouring pixels, predicted over
 * true. A step that is spread evenly over n pixels has 1/n of the energy it had over one: 1 is as sharp as the truth, 0.25 says that
 * edges are some four pixels wide.
 */
final class EdgeSharpness {

	private EdgeSharpness() {}

	/** @return gradient energy of a frame over that of the truth */
	static double of(final Frame predicted, final Frame truth) {
		return energy(predicted) / energy(truth);
	}

	/** @return sum over pixels and channels of the squared differences to the right and lower neighbours, in the values' unit squared */
	static double energy(final Frame frame) {
		final int width = frame.shape().width(), height = frame.shape().height();
		double sum = 0;
		for (int c = 0; c < frame.shape().channels(); c++) for (int y = 0; y < height; y++) for (int x = 0; x < width; x++) {
			final double value = frame.value(x, y, 0, c);
			if (x + 1 < width) sum += square(frame.value(x + 1, y, 0, c) - value);
			if (y + 1 < height) sum += square(frame.value(x, y + 1, 0, c) - value);
		}
		return sum;
	}

	private static double square(final double d) {
		return d * d;
	}
}
