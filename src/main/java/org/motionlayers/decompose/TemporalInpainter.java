package org.motionlayers.decompose;

import java.util.Arrays;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Progress;
import org.scijava.plugin.Plugin;

/**
 * Fills with what other frames show there: the median over the observed frames in which no mask lies on the pixel, each brought to the
 * brightness of the reference frame. What is never revealed is filled as by {@link NoiseInpainter}.
 */
@Plugin(type = Inpainter.class, name = "temporal")
public final class TemporalInpainter extends ChannelInpainter {

	/** Frames that are looked at, evenly spread over those observed. */
	private static final int MOST_FRAMES = 32;

	@Override
	void fill(final Channel channel, final Progress progress) {
		final int[] hidden = channel.holes().hidden();
		final boolean[] known = channel.known();
		final int earlier = channel.observed().frames() - 1;
		final int looked = Math.min(MOST_FRAMES, earlier);
		final float[] seen = new float[hidden.length * looked];
		final byte[] counts = new byte[hidden.length];
		for (int n = 0; n < looked; n++) {
			progress.update(n, looked, "looking behind the objects");
			look(channel, earlier - 1 - n * earlier / looked, hidden, known, looked, seen, counts);
		}
		for (int k = 0; k < hidden.length; k++) if (counts[k] > 0) {
			channel.values()[hidden[k]] = median(seen, k * looked, counts[k]);
			known[hidden[k]] = true;
		}
		NoiseInpainter.fill(channel, known, progress);
	}

	private static void look(final Channel channel, final int t, final int[] hidden, final boolean[] known, final int stride,
		final float[] seen, final byte[] counts)
	{
		final Frame frame = channel.observed().frame(t);
		final float[] values = values(frame, channel.index());
		final boolean[] clear = Holes.clearOf(channel.labels().labels(t), channel.shape(), Holes.HALO);
		final float gain = gain(channel.values(), values, known, clear);
		for (int k = 0; k < hidden.length; k++) {
			final int i = hidden[k];
			if (clear[i] && !Float.isNaN(values[i])) seen[k * stride + counts[k]++] = gain * values[i];
		}
	}

	/** The brightness of the reference frame against another one, over the pixels that both show: 1 where nothing is to be compared. */
	private static float gain(final float[] reference, final float[] other, final boolean[] known, final boolean[] clear) {
		final boolean[] both = new boolean[known.length];
		for (int i = 0; i < both.length; i++) both[i] = known[i] && clear[i] && !Float.isNaN(other[i]);
		final float there = median(other, both), here = median(reference, both);
		return there > 0 && here > 0 ? here / there : 1;
	}

	private static float median(final float[] values, final int from, final int count) {
		Arrays.sort(values, from, from + count);
		return (values[from + (count - 1) / 2] + values[from + count / 2]) / 2;
	}
}
