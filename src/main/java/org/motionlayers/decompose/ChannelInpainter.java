package org.motionlayers.decompose;

import java.util.Arrays;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;

/** An inpainter that fills one channel after the other. */
abstract class ChannelInpainter implements Inpainter {

	/**
	 * One channel to be filled.
	 *
	 * @param values the reference frame's, x fastest, then y, z; those of hidden pixels are to be replaced
	 * @param holes which are hidden, which may be looked at
	 * @param shape of the frame
	 * @param index of the channel
	 * @param observed the observed frames
	 * @param labels their labels
	 * @param seed of random choices, another one for every channel
	 */
	record Channel(float[] values, Holes holes, Shape shape, int index, Movie observed, Segmentation labels, long seed) {

		/** @return which values are known: sources that are numbers */
		boolean[] known() {
			final boolean[] known = holes.source().clone();
			for (int i = 0; i < known.length; i++) if (Float.isNaN(values[i])) known[i] = false;
			return known;
		}

		/** Fills the hidden values as a soap film. */
		void fillHarmonic(final boolean[] known, final Progress progress) {
			final float[] film = values.clone();
			new HarmonicFill(shape.width(), shape.height(), shape.depth(), progress).fill(film, known);
			for (final int i : holes.hidden()) if (!known[i]) values[i] = film[i];
		}
	}

	/** Replaces the hidden values of a channel. */
	abstract void fill(Channel channel, Progress progress);

	@Override
	public final Frame inpaint(final Movie observed, final Segmentation labels, final long seed, final Progress progress) {
		final Frame reference = observed.frame(observed.frames() - 1);
		final Shape shape = reference.shape();
		final PixelType type = reference.type();
		final Holes holes = Holes.of(labels.labels(labels.frames() - 1), shape);
		final Object data = type.newArray(shape.values());
		System.arraycopy(reference.data(), 0, data, 0, shape.values());
		for (int c = 0; c < shape.channels(); c++) {
			final float[] values = values(reference, c);
			fill(new Channel(values, holes, shape, c, observed, labels, seed + c), progress);
			for (final int i : holes.hidden()) type.set(data, c * shape.pixels() + i, values[i]);
		}
		return new Frame(type, shape, data);
	}

	/** @return one channel of a frame */
	static float[] values(final Frame frame, final int channel) {
		final float[] values = new float[frame.shape().pixels()];
		final int first = channel * values.length;
		for (int i = 0; i < values.length; i++) values[i] = (float) frame.type().get(frame.data(), first + i);
		return values;
	}

	/** @return the median of the values chosen, 0 where none is; at most a hundred thousand of them, evenly spread, are looked at */
	static float median(final float[] values, final boolean[] chosen) {
		int count = 0;
		for (final boolean c : chosen) if (c) count++;
		if (count == 0) return 0;
		final int step = Math.max(1, count / 100_000);
		final float[] some = new float[(count + step - 1) / step];
		for (int i = 0, n = 0; i < values.length; i++) if (chosen[i]) {
			if (n % step == 0) some[n / step] = values[i];
			n++;
		}
		Arrays.sort(some);
		return some[some.length / 2];
	}
}
