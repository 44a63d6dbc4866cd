package org.motionlayers.network.splat;

import java.util.stream.IntStream;

/**
 * Softmax splatting in plain Java (Niklaus and Liu 2020): out(q) = sum_p b(q - p - F_p) w_p I_p / sum_p b(q - p - F_p) w_p, with
 * bilinear b. Images are planar: x fastest, then y, then channel. Bands of the target are computed in parallel; every pixel adds up in
 * the order of the source, so that the result does not depend on the number of threads.
 *
 * @param mode how pixels that land on the same place are combined
 * @param empty what to divide by where none land
 */
public record Splatting(SplatMode mode, EmptyPixels empty) {

	/** Sums of one band are kept to about this many values a channel, so that they stay in a core's cache. */
	private static final int VALUES_PER_BAND = 1 << 15;

	/** @return splatting that is exact wherever anything lands */
	public static Splatting of(final SplatMode mode) {
		return new Splatting(mode, EmptyPixels.ZERO_TO_ONE);
	}

	/**
	 * Splats.
	 *
	 * @param flow where pixels go
	 * @param image values of the flow's size, channel after channel
	 * @param metric one value a pixel: weight or logarithm of it, by mode; null where the mode needs none
	 * @return a new image of the same size, 0 where nothing lands
	 */
	public float[] splat(final FlowField flow, final float[] image, final float[] metric) {
		check(flow, image, metric);
		final float[] weights = weights(flow, metric);
		final float[] out = new float[image.length];
		final RowRange[] landings = landings(flow);
		final int rows = Math.max(1, VALUES_PER_BAND / flow.width());
		final int bands = (flow.height() + rows - 1) / rows;
		IntStream.range(0, bands).parallel().forEach(band -> {
			final int first = band * rows, last = Math.min(flow.height(), first + rows) - 1;
			new Band(flow, first, last).splat(landings, image, weights, this, out);
		});
		return out;
	}

	/** Checks that image and metric have the flow's size. */
	void check(final FlowField flow, final float[] image, final float[] metric) {
		if (image.length == 0 || image.length % flow.pixels() != 0) throw new IllegalArgumentException("An image of " + image.length +
			" values is no whole number of channels of " + flow.width() + " x " + flow.height() + " pixels.");
		if (mode.usesMetric() && metric == null) throw new IllegalArgumentException("Splatting by " + mode + " needs a metric.");
		if (mode.usesMetric() && metric.length != flow.pixels()) throw new IllegalArgumentException("A metric of " + metric.length +
			" values, but " + flow.pixels() + " pixels.");
	}

	/** @return the weight of every pixel, or null where all are 1 */
	float[] weights(final FlowField flow, final float[] metric) {
		if (!mode.usesMetric()) return null;
		final float[] weights = new float[flow.pixels()];
		IntStream.range(0, flow.height()).parallel().forEach(y -> {
			for (int i = y * flow.width(); i < (y + 1) * flow.width(); i++) weights[i] = mode.weight(metric[i]);
		});
		return weights;
	}

	private static RowRange[] landings(final FlowField flow) {
		final RowRange[] ranges = new RowRange[flow.height()];
		IntStream.range(0, flow.height()).parallel().forEach(y -> ranges[y] = RowRange.of(flow, y));
		return ranges;
	}

	/** Between which rows the pixels of one row land. */
	record RowRange(float lowest, float highest) {

		static RowRange of(final FlowField flow, final int y) {
			float lowest = Float.POSITIVE_INFINITY, highest = Float.NEGATIVE_INFINITY;
			for (int i = y * flow.width(); i < (y + 1) * flow.width(); i++) {
				final float dy = flow.dy()[i];
				if (dy < lowest) lowest = dy;
				if (dy > highest) highest = dy;
			}
			return new RowRange(y + lowest, y + highest);
		}

		boolean touches(final int first, final int last) {
			return highest > first - 1 && lowest < last + 1;
		}
	}
}
