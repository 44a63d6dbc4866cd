package org.motionlayers.evaluate.distribution;

import java.util.stream.IntStream;

/**
 * One layer of 3 x 3 x 3 convolution over time, y and x with padding 1, stride 1 in time and 2 in space, and ReLU.
 *
 * @param inputs channels in
 * @param outputs channels out
 * @param weights outputs x inputs x 3 (time) x 3 (y) x 3 (x)
 */
record Convolution3d(int inputs, int outputs, double[] weights) {

	static final int TAPS = 27;

	/**
	 * Values over channel, time, y, x, x fastest.
	 *
	 * @param values the values
	 * @param channels number of channels
	 * @param frames number of frames
	 * @param height rows
	 * @param width columns
	 */
	record Tensor(double[] values, int channels, int frames, int height, int width) {

		/** @return values per channel */
		int perChannel() {
			return frames * height * width;
		}
	}

	/** @return ReLU of the convolution; outputs are computed side by side, each in the same order of additions */
	Tensor apply(final Tensor in) {
		final int h = (in.height() + 1) / 2, w = (in.width() + 1) / 2;
		final Tensor out = new Tensor(new double[outputs * in.frames() * h * w], outputs, in.frames(), h, w);
		final double[] even = everySecond(in, 0, w), odd = everySecond(in, 1, w);
		IntStream.range(0, outputs).parallel().forEach(o -> {
			for (int i = 0; i < inputs; i++) for (int tap = 0; tap < TAPS; tap++) addTap(in, tap % 3 == 1 ? even : odd, out, o, i, tap);
			for (int k = o * out.perChannel(); k < (o + 1) * out.perChannel(); k++) out.values()[k] = Math.max(0, out.values()[k]);
		});
		return out;
	}

	/** Columns of one parity side by side, so that the innermost loop runs over neighbours; 0 where a row has none. */
	private static double[] everySecond(final Tensor in, final int first, final int width) {
		final int rows = in.channels() * in.frames() * in.height();
		final double[] columns = new double[rows * width];
		for (int r = 0; r < rows; r++) for (int x = first, to = r * width; x < in.width(); x += 2) columns[to++] = in.values()[r * in.width() + x];
		return columns;
	}

	/** Adds one tap: column 2 x + dx is the x-th even one for dx = 0, the odd one at x - 1 or x for dx = -1 or 1. */
	private void addTap(final Tensor in, final double[] columns, final Tensor out, final int o, final int i, final int tap) {
		final double weight = weights[(o * inputs + i) * TAPS + tap];
		final int dt = tap / 9 - 1, dy = tap / 3 % 3 - 1, dx = tap % 3 - 1;
		final int firstX = dx < 0 ? 1 : 0, lastX = Math.min(out.width() - 1, (in.width() - 1 - dx) / 2), shift = dx < 0 ? -1 : 0;
		final double[] values = out.values();
		for (int t = Math.max(0, -dt); t < Math.min(in.frames(), in.frames() - dt); t++) for (int y = 0; y < out.height(); y++) {
			final int fromY = 2 * y + dy;
			if (fromY < 0 || fromY >= in.height()) continue;
			final int from = ((i * in.frames() + t + dt) * in.height() + fromY) * out.width() + shift;
			final int to = ((o * in.frames() + t) * out.height() + y) * out.width();
			for (int x = firstX; x <= lastX; x++) values[to + x] += weight * columns[from + x];
		}
	}
}
