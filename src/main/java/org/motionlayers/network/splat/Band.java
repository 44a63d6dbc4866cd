package org.motionlayers.network.splat;

/** Some rows of the target of a splatting, with the sums of what lands there. */
final class Band {

	private final FlowField flow;
	private final int first;
	private final int last;
	private final int stride;
	private final Landing landing;
	private final float[] values;

	/** Rows first to last of the target. */
	Band(final FlowField flow, final int first, final int last) {
		this.flow = flow;
		this.first = first;
		this.last = last;
		this.stride = Landing.stride(flow);
		this.landing = new Landing(flow.width());
		this.values = new float[flow.width()];
	}

	/** Splats what lands in the band, and writes these rows of the result. */
	void splat(final Splatting.RowRange[] landings, final float[] image, final float[] weights, final Splatting splatting,
		final float[] out)
	{
		final int channels = image.length / flow.pixels();
		final float[][] sums = new float[channels][(last - first + 3) * stride];
		final float[] weightSums = new float[splatting.mode().normalised() ? sums[0].length : 0];
		for (int y = 0; y < flow.height(); y++) {
			if (!landings[y].touches(first, last)) continue;
			landing.of(flow, y, first, last);
			for (int c = 0; c < channels; c++) {
				fill(image, c * flow.pixels(), weights);
				landing.scatter(values, sums[c]);
			}
			if (weightSums.length == 0) continue;
			fill(null, 0, weights);
			landing.scatter(values, weightSums);
		}
		for (int c = 0; c < channels; c++) write(sums[c], weightSums, splatting.empty(), out, c * flow.pixels());
	}

	/** Fetches value times weight of every pixel that lands, either being 1 where its array is null. */
	private void fill(final float[] image, final int offset, final float[] weights) {
		final int n = landing.count;
		final int[] source = landing.source;
		if (image == null && weights == null) java.util.Arrays.fill(values, 0, n, 1);
		else if (weights == null) for (int i = 0; i < n; i++) values[i] = image[offset + source[i]];
		else if (image == null) for (int i = 0; i < n; i++) values[i] = weights[source[i]];
		else for (int i = 0; i < n; i++) values[i] = image[offset + source[i]] * weights[source[i]];
	}

	private void write(final float[] sums, final float[] weightSums, final EmptyPixels empty, final float[] out, final int offset) {
		for (int y = first; y <= last; y++) {
			final int from = (y - first + 1) * stride + 1, to = offset + y * flow.width();
			if (weightSums.length == 0) System.arraycopy(sums, from, out, to, flow.width());
			else for (int x = 0; x < flow.width(); x++) out[to + x] = sums[from + x] / empty.divisor(weightSums[from + x]);
		}
	}
}
