package org.motionlayers.evaluate.distribution;

import java.util.List;

import org.apache.commons.math3.random.MersenneTwister;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;

/**
 * 64 features of a clip: three {@link Convolution3d} layers of 16, 32 and 64 channels with Gaussian weights of variance 2 / fan-in drawn
 * from a seed (Mersenne twister), then the mean of every channel over time and space of a {@link ColourClip}.
 */
final class RandomConvolutionFeatures implements FeatureExtractor.Features {

	private static final int[] CHANNELS = { ColourClip.COLOURS, 16, 32, 64 };
	private static final int SMALLEST_SIDE = 8;
	private static final int CLIP_FRAMES = 4;

	/** Side of a tile, pixels: the means do not care where in a frame they are taken, so that one video gives many samples. */
	private static final int TILE = 32;

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
	public String description() {
		return "64 means of three layers of random 3 x 3 x 3 convolutions";
	}

	@Override
	public int framesNeeded() {
		return 1;
	}

	@Override
	public int clipLength() {
		return CLIP_FRAMES;
	}

	@Override
	public int tile() {
		return TILE;
	}

	@Override
	public double[] of(final List<Frame> clip) {
		Convolution3d.Tensor tensor = ColourClip.of(clip, range);
		if (Math.min(tensor.width(), tensor.height()) < SMALLEST_SIDE) throw new InputException("Random-convolution features need at least " +
			SMALLEST_SIDE + " x " + SMALLEST_SIDE + " pixels, found " + tensor.width() + " x " + tensor.height() + ".");
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
}
