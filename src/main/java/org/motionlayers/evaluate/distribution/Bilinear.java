package org.motionlayers.evaluate.distribution;

/** Bilinear scaling as networks were trained with: pixel centres at halves, no smoothing first, borders repeated. */
final class Bilinear {

	private Bilinear() {}

	/** @return the middle square of this side out of the frames scaled so that their shorter side, rounded, has that many pixels */
	static Convolution3d.Tensor cover(final Convolution3d.Tensor in, final int side) {
		final double scale = (double) side / Math.min(in.width(), in.height());
		final int w = Math.max(side, (int) Math.ceil(in.width() * scale)), h = Math.max(side, (int) Math.ceil(in.height() * scale));
		final int left = (w - side) / 2, top = (h - side) / 2;
		final Convolution3d.Tensor out = new Convolution3d.Tensor(new double[in.channels() * in.frames() * side * side], in.channels(), in
			.frames(), side, side);
		for (int plane = 0; plane < in.channels() * in.frames(); plane++) for (int y = 0; y < side; y++) {
			final double fromY = from(y + top, in.height(), h);
			for (int x = 0; x < side; x++) out.values()[(plane * side + y) * side + x] = sample(in, plane * in.height() * in.width(), from(x + left,
				in.width(), w), fromY);
		}
		return out;
	}

	private static double from(final int at, final int size, final int scaled) {
		return Math.max(0, (at + 0.5) * size / scaled - 0.5);
	}

	private static double sample(final Convolution3d.Tensor in, final int plane, final double x, final double y) {
		final int x0 = (int) x, y0 = (int) y, x1 = Math.min(x0 + 1, in.width() - 1), y1 = Math.min(y0 + 1, in.height() - 1);
		final double fx = x - x0, fy = y - y0;
		final double above = (1 - fx) * in.values()[plane + y0 * in.width() + x0] + fx * in.values()[plane + y0 * in.width() + x1];
		final double below = (1 - fx) * in.values()[plane + y1 * in.width() + x0] + fx * in.values()[plane + y1 * in.width() + x1];
		return (1 - fy) * above + fy * below;
	}
}
