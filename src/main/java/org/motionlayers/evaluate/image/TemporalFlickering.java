package org.motionlayers.evaluate.image;

import java.util.List;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;

/**
 * Temporal flickering of VBench: {@code 1 - mean_t mean |f(t+1) - f(t)| / range} over all pixels and channels. A frozen video has the
 * best value, 1, so {@link DynamicDegree} belongs beside it.
 */
public final class TemporalFlickering {

	private TemporalFlickering() {}

	/**
	 * Measures a video.
	 *
	 * @param frames at least 2 frames of one shape
	 * @param range largest value an image may have: 255 as VBench defines it
	 * @return 0 to 1, 1 for a frozen video
	 */
	public static double of(final List<Frame> frames, final double range) {
		if (frames.size() < 2) throw new InputException("Temporal flickering needs at least 2 frames, found " + frames.size() + ".");
		double sum = 0;
		for (int t = 1; t < frames.size(); t++) sum += PixelError.between(frames.get(t), frames.get(t - 1)).l1();
		return 1 - sum / (frames.size() - 1) / range;
	}
}
