package org.motionlayers.ui;

import java.util.Arrays;

import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Shape;

/**
 * Makes colours of values: grey or channel colours between the percentiles of a frame, so that dim 16-bit images are seen and a few bright
 * pixels do not darken the rest. RGB, and three channels of 8 bit that have no colours of their own, are left as they are. Slices of 3D frames are projected, the brightest counting.
 */
final class Contrast {

	private static final double LOW_PERCENTILE = 0.002;

	private static final double HIGH_PERCENTILE = 0.998;

	/** Values looked at for a percentile, at most. */
	private static final int SAMPLES = 1 << 16;

	/** Brightest colours of channels that have none: ImageJ's order, a little lighter where two or more than three are added. */
	private static final int[] COLOURS = { 0xff40ff, 0x40ff40, 0x40a0ff, 0xffd040 };
	private static final int[] THREE_COLOURS = { 0xff0000, 0x00ff00, 0x0000ff };

	private static final int GREY = 0xffffff;

	private static final int TABLE = 256;

	private final boolean rgb;
	private final double[] low;
	private final double[] high;
	private final int[][] colours;

	/**
	 * @param frame whose values decide what is dark and bright
	 * @param display its channel colours are used, and whether it is RGB
	 */
	Contrast(final Frame frame, final Display display) {
		final int channels = frame.shape().channels();
		final boolean coloured = display.channels().stream().anyMatch(c -> c.lut().length == TABLE);
		rgb = channels == 3 && frame.type() == PixelType.UINT8 && (display.isRgb() || !coloured);
		low = new double[channels];
		high = new double[channels];
		colours = new int[channels][];
		for (int c = 0; c < channels; c++) {
			percentiles(frame, c);
			final boolean known = display.channels().size() == channels && display.channels().get(c).lut().length == TABLE;
			colours[c] = known ? display.channels().get(c).lut() : ramp(channels == 1 ? GREY : channels == 3 ? THREE_COLOURS[c] : COLOURS[c %
				COLOURS.length]);
		}
	}

	private static int[] ramp(final int brightest) {
		final int[] table = new int[TABLE];
		for (int i = 0; i < TABLE; i++) table[i] = (brightest >> 16) * i / 255 << 16 | (brightest >> 8 & 0xff) * i / 255 << 8 | (brightest &
			0xff) * i / 255;
		return table;
	}

	private void percentiles(final Frame frame, final int c) {
		final int pixels = frame.shape().pixels();
		final int step = Math.max(1, pixels / SAMPLES);
		final double[] values = new double[(pixels + step - 1) / step];
		int n = 0;
		for (int i = 0; i < pixels; i += step) {
			final double value = frame.type().get(frame.data(), c * pixels + i);
			if (Double.isFinite(value)) values[n++] = value;
		}
		Arrays.sort(values, 0, n);
		low[c] = n == 0 ? 0 : values[(int) (LOW_PERCENTILE * (n - 1))];
		high[c] = n == 0 ? 1 : values[(int) Math.ceil(HIGH_PERCENTILE * (n - 1))];
		// where nearly all is one value, what little there is beside it is what counts
		if (n > 0 && high[c] <= low[c]) {
			low[c] = values[0];
			high[c] = values[n - 1];
		}
	}

	/** @return the colours of a frame, 0xRRGGBB, x fastest; 3D frames by the brightest value along z */
	int[] colours(final Frame frame) {
		final Shape shape = frame.shape();
		final int[] result = new int[shape.planeSize()];
		for (int c = 0; c < shape.channels(); c++) {
			final double[] brightest = brightest(frame, c);
			for (int i = 0; i < result.length; i++) result[i] = rgb ? result[i] | (int) brightest[i] << 16 - 8 * c : add(result[i],
				colours[c][level(brightest[i], c)]);
		}
		return result;
	}

	private static double[] brightest(final Frame frame, final int c) {
		final Shape shape = frame.shape();
		final double[] values = new double[shape.planeSize()];
		for (int i = 0, from = c * shape.pixels(); i < values.length; i++) values[i] = frame.type().get(frame.data(), from + i);
		for (int z = 1; z < shape.depth(); z++) for (int i = 0, from = c * shape.pixels() + z * shape.planeSize(); i < values.length; i++) values[i] = Math
			.max(values[i], frame.type().get(frame.data(), from + i));
		return values;
	}

	private int level(final double value, final int c) {
		final double share = (value - low[c]) / (high[c] - low[c]);
		// NaN is shown dark
		return share > 0 ? (int) Math.min(255, Math.round(255 * share)) : 0;
	}

	private static int add(final int a, final int b) {
		int sum = 0;
		for (int shift = 0; shift <= 16; shift += 8) sum |= Math.min(255, (a >> shift & 0xff) + (b >> shift & 0xff)) << shift;
		return sum;
	}
}
