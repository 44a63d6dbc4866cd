package org.motionlayers.evaluate.image;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;

/** The range of values that PSNR, SSIM and flickering are measured against. */
public final class ValueRange {

	private ValueRange() {}

	/** @return 255 for 8 bit, else the difference of the largest and smallest value of the movie; 1 where all values are the same */
	public static double of(final Movie movie) {
		if (movie.type() == PixelType.UINT8) return PixelType.UINT8.maximum();
		double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
		for (int t = 0; t < movie.frames(); t++) {
			final Frame frame = movie.frame(t);
			for (int i = 0; i < frame.shape().values(); i++) {
				final double value = frame.type().get(frame.data(), i);
				low = Math.min(low, value);
				high = Math.max(high, value);
			}
		}
		return high > low ? high - low : 1;
	}
}
