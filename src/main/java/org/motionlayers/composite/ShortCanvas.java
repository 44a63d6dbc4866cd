package org.motionlayers.composite;

import org.motionlayers.composite.Compositor.Mode;

/** A channel of 16 bit pixels. */
final class ShortCanvas implements Canvas {

	private static final int MAXIMUM = 0xffff;

	private final short[] pixels;
	private final int channel;
	private final int start;
	private final Background background;
	private final short[] patches;
	private final Mode mode;

	/**
	 * @param pixels the whole frame
	 * @param channel the channel to paint
	 * @param background what lies behind the objects
	 * @param patches of this channel
	 * @param mode what happens where layers meet
	 */
	ShortCanvas(final Object pixels, final int channel, final Background background, final Object patches, final Mode mode) {
		this.pixels = (short[]) pixels;
		this.channel = channel;
		this.start = channel * background.frame().shape().pixels();
		this.background = background;
		this.patches = (short[]) patches;
		this.mode = mode;
	}

	@Override
	public void background(final int from, final int to) {
		background.copy(channel, from, to, pixels);
	}

	@Override
	public int paint(final int object, final int[] runs, final int first, final int last, final int base, final int end) {
		return mode == Mode.SUM ? add(runs, first, last, base, end) : copy(runs, first, last, base, end);
	}

	private int copy(final int[] runs, final int first, final int last, final int base, final int end) {
		// copies of the fields: the compiler would read them again after every copied run
		final short[] from = patches, to = pixels;
		final int origin = start + base, limit = end - base;
		int k = first;
		for (; k < last; k += SpriteSheet.STRIDE) {
			final int at = runs[k];
			if (at >= limit) break;
			System.arraycopy(from, runs[k + 2], to, origin + at, runs[k + 1]);
		}
		return k;
	}

	private int add(final int[] runs, final int first, final int last, final int base, final int end) {
		int k = first;
		for (; k < last && base + runs[k] < end; k += SpriteSheet.STRIDE)
			for (int i = 0, p = start + base + runs[k], q = runs[k + 2]; i < runs[k + 1]; i++, p++, q++)
				pixels[p] = (short) Math.min(MAXIMUM, (pixels[p] & MAXIMUM) + (patches[q] & MAXIMUM));
		return k;
	}
}
