package org.motionlayers.evaluate.image;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;

/**
 * How far the values of two frames lie apart, over every pixel and channel or over the pixels of a mask.
 *
 * @param l1 mean absolute difference, in the units of the values
 * @param mse mean squared difference, in the units of the values squared
 * @param count number of values compared
 */
public record PixelError(double l1, double mse, long count) {

	/** Which pixels are compared. */
	@FunctionalInterface
	public interface Selection {

		/** @return whether the pixel at this index within one channel is compared */
		boolean includes(int pixel);
	}

	/** @return errors over all values of two frames of the same shape */
	public static PixelError between(final Frame a, final Frame b) {
		return between(a, b, pixel -> true);
	}

	/**
	 * Compares the selected pixels in all channels.
	 *
	 * @param a one frame
	 * @param b another of the same shape, of any pixel type
	 * @param selection which pixels
	 * @return their errors; NaN where no pixel is selected
	 * @throws InputException where the shapes differ
	 */
	public static PixelError between(final Frame a, final Frame b, final Selection selection) {
		requireSameShape(a, b);
		double absolute = 0, squared = 0;
		long count = 0;
		final int pixels = a.shape().pixels();
		for (int c = 0; c < a.shape().channels(); c++) for (int i = 0; i < pixels; i++) {
			if (!selection.includes(i)) continue;
			final double d = a.type().get(a.data(), c * pixels + i) - b.type().get(b.data(), c * pixels + i);
			absolute += Math.abs(d);
			squared += d * d;
			count++;
		}
		return new PixelError(absolute / count, squared / count, count);
	}

	/**
	 * Peak signal-to-noise ratio, 10 log10(range^2 / MSE).
	 *
	 * @param range difference of the largest and smallest value that the image may have, such as 255
	 * @return decibels; positive infinity for equal frames
	 */
	public double psnr(final double range) {
		return 10 * Math.log10(range * range / mse);
	}

	static void requireSameShape(final Frame a, final Frame b) {
		if (!a.shape().equals(b.shape())) throw new InputException("The frames to compare measure " + a.shape().space() + " with " + a
			.shape().channels() + " channels and " + b.shape().space() + " with " + b.shape().channels() + "; they must be the same.");
	}
}
