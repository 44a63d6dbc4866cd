package org.motionlayers.network.splat;

import java.util.stream.IntStream;

/**
 * The gradients of a loss through a splatting. With D(q) the divisor, g the gradient at the output and S(p)[f] the bilinear mean of f
 * where p lands: dL/dI_p = w_p S(p)[g / D], dL/dw_p = sum over channels of I_p S(p)[g / D] - S(p)[g out / D]. There is none for the
 * flow: it explodes where a whole-pixel flow borders a hole.
 *
 * @param image gradient by the image, channel after channel
 * @param metric gradient by the metric; null where the mode has none
 */
public record SplatGradients(float[] image, float[] metric) {

	/**
	 * Computes the gradients.
	 *
	 * @param splatting the mode
	 * @param flow where pixels go
	 * @param input the image that was splatted
	 * @param metric its metric; null where the mode needs none
	 * @param gradient of the loss by the output of {@link Splatting#splat}
	 */
	public static SplatGradients of(final Splatting splatting, final FlowField flow, final float[] input, final float[] metric,
		final float[] gradient)
	{
		splatting.check(flow, input, metric);
		if (gradient.length != input.length) throw new IllegalArgumentException("A gradient of " + gradient.length + " values, but " +
			input.length + " in the image.");
		final float[] weights = splatting.weights(flow, metric);
		final int pixels = flow.pixels(), channels = input.length / pixels;
		final float[] ones = new float[pixels];
		java.util.Arrays.fill(ones, 1);
		final float[] sums = new Splatting(SplatMode.SUM, splatting.empty()).splat(flow, weights == null ? ones : weights, null);
		final float[] scaled = scaled(splatting, sums, gradient), spent = spent(splatting, flow, sums, scaled, input, metric);
		final float[] byImage = new float[input.length], byMetric = splatting.mode().usesMetric() ? new float[pixels] : null;
		final float[][] planes = new float[channels][];
		for (int c = 0; c < channels; c++) planes[c] = bordered(flow, scaled, c * pixels);
		final float[] spentPlane = bordered(flow, spent, 0);
		IntStream.range(0, flow.height()).parallel().forEach(y -> {
			final Landing landing = new Landing(flow.width());
			landing.of(flow, y, 0, flow.height() - 1);
			for (int i = 0; i < landing.count; i++) {
				final int p = landing.source[i];
				float byWeight = -landing.gather(i, spentPlane);
				for (int c = 0; c < channels; c++) {
					final float mean = landing.gather(i, planes[c]);
					byImage[c * pixels + p] = mean * (weights == null ? 1 : weights[p]);
					byWeight += input[c * pixels + p] * mean;
				}
				if (byMetric != null) byMetric[p] = byWeight * splatting.mode().slope(metric[p]);
			}
		});
		return new SplatGradients(byImage, byMetric);
	}

	/** @return g / D */
	private static float[] scaled(final Splatting splatting, final float[] sums, final float[] gradient) {
		final float[] scaled = gradient.clone();
		if (splatting.mode().normalised()) for (int i = 0; i < scaled.length; i++) scaled[i] /= splatting.empty().divisor(sums[i %
			sums.length]);
		return scaled;
	}

	/** @return the sum over channels of g out / D, which reaches weights through the divisor; 0 where the divisor is constant */
	private static float[] spent(final Splatting splatting, final FlowField flow, final float[] sums, final float[] scaled,
		final float[] input, final float[] metric)
	{
		final float[] spent = new float[sums.length];
		if (!splatting.mode().usesMetric()) return spent;
		final float[] out = splatting.splat(flow, input, metric);
		for (int i = 0; i < out.length; i++) if (splatting.empty().follows(sums[i % sums.length])) spent[i % sums.length] += scaled[i] *
			out[i];
		return spent;
	}

	private static float[] bordered(final FlowField flow, final float[] values, final int offset) {
		final int stride = Landing.stride(flow);
		final float[] bordered = new float[stride * (flow.height() + 2)];
		for (int y = 0; y < flow.height(); y++) System.arraycopy(values, offset + y * flow.width(), bordered, (y + 1) * stride + 1, flow
			.width());
		return bordered;
	}
}
