package org.motionlayers.evaluate.distribution;

import java.util.List;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;

/**
 * A clip as networks for colour pictures take it: three channels, values scaled to [0, 1] by the range of values, planes averaged. RGB
 * keeps its channels, anything else is its mean channel three times.
 */
final class ColourClip {

	static final int COLOURS = 3;

	private ColourClip() {}

	/** @return values over colour, time, y, x of frames of one shape */
	static Convolution3d.Tensor of(final List<Frame> clip, final double range) {
		if (clip.isEmpty()) throw new InputException("A clip needs at least 1 frame, found none.");
		final int w = clip.get(0).shape().width(), h = clip.get(0).shape().height();
		final double[] values = new double[COLOURS * clip.size() * w * h];
		for (int t = 0; t < clip.size(); t++) {
			final Frame frame = clip.get(t);
			if (!frame.shape().equals(clip.get(0).shape())) throw new InputException("Frame " + t + " of the clip measures " + frame.shape()
				.space() + ", the first " + clip.get(0).shape().space() + "; all must measure the same.");
			for (int c = 0; c < COLOURS; c++) fill(values, (c * clip.size() + t) * w * h, frame, c, range);
		}
		return new Convolution3d.Tensor(values, COLOURS, clip.size(), h, w);
	}

	private static void fill(final double[] values, final int offset, final Frame frame, final int colour, final double range) {
		final int plane = frame.shape().planeSize(), depth = frame.shape().depth();
		final boolean coloured = frame.shape().channels() == COLOURS;
		final int first = coloured ? colour * depth : 0, count = coloured ? depth : depth * frame.shape().channels();
		for (int k = first; k < first + count; k++) for (int i = 0; i < plane; i++)
			values[offset + i] += frame.type().get(frame.data(), k * plane + i) / range / count;
	}
}
