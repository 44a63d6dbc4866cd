package org.motionlayers.evaluate.distribution;

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

	/** @return ReLU of the convolution */
	Tensor apply(final Tensor in) {
		final int h = (in.height() + 1) / 2, w = (in.width() + 1) / 2;
		final Tensor out = new Tensor(new double[outputs * in.frames() * h * w], outputs, in.frames(), h, w);
		for (int o = 0; o < outputs; o++) for (int i = 0; i < inputs; i++) for (int tap = 0; tap < TAPS; tap++) addTap(in, out, o, i, tap);
		for (int k = 0; k < out.values().length; k++) out.values()[k] = Math.max(0, out.values()[k]);
		return out;
	}

	private void addTap(final Tensor in, final Tensor out, final int o, final int i, final int tap) {
		final double weight = weights[(o * inputs + i) * TAPS + tap];
		final int dt = tap / 9 - 1, dy = tap / 3 % 3 - 1, dx = tap % 3 - 1;
		final int firstX = dx < 0 ? 1 : 0, lastX = Math.min(out.width() - 1, (in.width() - 1 - dx) / 2);
		for (int t = Math.max(0, -dt); t < Math.min(in.frames(), in.frames() - dt); t++) for (int y = 0; y < out.height(); y++) {
			final int fromY = 2 * y + dy;
			if (fromY < 0 || fromY >= in.height()) continue;
			final int from = ((i * in.frames() + t + dt) * in.height() + fromY) * in.width() + dx;
			final int to = ((o * in.frames() + t) * out.height() + y) * out.width();
			for (int x = firstX; x <= lastX; x++) out.values()[to + x] += weight * in.values()[from + 2 * x];
		}
	}
}
