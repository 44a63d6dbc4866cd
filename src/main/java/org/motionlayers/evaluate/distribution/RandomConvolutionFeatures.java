package org.motionlayers.evaluate.distribution;

import java.util.List;

import org.apache.commons.math3.random.MersenneTwister;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;

/**
 * 64 features of a clip: three {@link Convolution3d} layers of 16, 32 and 64 channels with Gaussian weights of variance 2 / fan-in drawn
 * from a seed (Mersenne twister), then the mean of every channel over time and space. Frames are scaled to [0, 1] by the range of
 * values and averaged over planes; RGB keeps its three channels, anything else is its mean channel three times.
 */
final class RandomConvolutionFeatures implements FeatureExtractor.Features {

	private static final int[] CHANNELS = { 3, 16, 32, 64 };
	private static final int SMALLEST_SIDE = 8;

	private final Convolution3d[] layers;
	private final double range;

	RandomConvolutionFeatures(final Convolution3d[] layers, final double range) {
		this.layers = layers;
		this.range = range;
	}

	static RandomConvolutionFeatures seeded(final long seed, final double range) {
		final MersenneTwister random = new MersenneTwister(seed);
		final Convolution3d[] layers = new Convolution3d[CHANNELS.length - 1];
		for (int l = 0; l < layers.length; l++) {
			final int fanIn = CHANNELS[l] * Convolution3d.TAPS;
			final double[] weights = new double[CHANNELS[l + 1] * fanIn];
			for (int k = 0; k < weights.length; k++) weights[k] = random.nextGaussian() * Math.sqrt(2.0 / fanIn);
			layers[l] = new Convolution3d(CHANNELS[l], CHANNELS[l + 1], weights);
		}
		return new RandomConvolutionFeatures(layers, range);
	}

	@Override
	public String distanceName() {
		return "Frechet distance on random-convolution features";
	}

	@Override
	public int dimensions() {
		return layers[layers.length - 1].outputs();
	}

	@Override
	public int framesNeeded() {
		return 1;
	}

	@Override
	public double[] of(final List<Frame> clip) {
		Convolution3d.Tensor tensor = tensor(clip);
		for (final Convolution3d layer : layers) tensor = layer.apply(tensor);
		final double[] means = new double[tensor.channels()];
		for (int k = 0; k < tensor.values().length; k++) means[k / tensor.perChannel()] += tensor.values()[k];
		for (int c = 0; c < means.length; c++) means[c] /= tensor.perChannel();
		return means;
	}

	@Override
	public void close() {
		// plain arrays
	}

	private Convolution3d.Tensor tensor(final List<Frame> clip) {
		if (clip.isEmpty()) throw new InputException("A clip needs at least 1 frame, found none.");
		final int w = clip.get(0).shape().width(), h = clip.get(0).shape().height(), plane = w * h, colours = CHANNELS[0];
		if (Math.min(w, h) < SMALLEST_SIDE) throw new InputException("Random-convolution features need at least " + SMALLEST_SIDE + " x " +
			SMALLEST_SIDE + " pixels, found " + w + " x " + h + ".");
		final double[] values = new double[colours * clip.size() * plane];
		for (int t = 0; t < clip.size(); t++) {
			final Frame frame = clip.get(t);
			if (!frame.shape().equals(clip.get(0).shape())) throw new InputException("Frame " + t + " of the clip measures " + frame.shape()
				.space() + ", the first " + clip.get(0).shape().space() + "; all must measure the same.");
			for (int c = 0; c < colours; c++) fill(values, (c * clip.size() + t) * plane, frame, c);
		}
		return new Convolution3d.Tensor(values, colours, clip.size(), h, w);
	}

	private void fill(final double[] values, final int offset, final Frame frame, final int colour) {
		final int plane = frame.shape().planeSize(), depth = frame.shape().depth();
		final boolean coloured = frame.shape().channels() == CHANNELS[0];
		final int first = coloured ? colour * depth : 0, count = coloured ? depth : depth * frame.shape().channels();
		for (int k = first; k < first + count; k++) for (int i = 0; i < plane; i++)
			values[offset + i] += frame.type().get(frame.data(), k * plane + i) / range / count;
	}
}
