package org.motionlayers.evaluate.melomotion;

import java.util.List;
import java.util.SplittableRandom;

import org.motionlayers.evaluate.melomotion.LatentScene.Placement;
import org.motionlayers.network.melomotion.LatentDecoder;
import org.motionlayers.predict.perobject.LearningRate;
import org.motionlayers.predict.perobject.PerObjectPredictors;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;

/**
 * The latent path of MeloMotion: the first frame encoded, objects placed in latent space at whole cells, every frame decoded. The decoder
 * is first trained on latents whose objects are interpolated between cells, what the paper calls pre-trained on flow-warped
 * features (5, limitation 4), with a squared loss; then frozen (phase 1), then trained on with L1 (phase 2, the paper's future work).
 */
final class LatentExperiment implements AutoCloseable {

	/** What L1 is at each stage, on scenes that were not trained on. */
	record Losses(double random, double frozen, double phaseTwo) {}

	/** Frames in one step of training, each of another scene. */
	static final int FRAMES = 4;

	private static final double LEARNING_RATE = 5e-3;

	private final LatentDecoder decoder;
	private final PerObjectPredictors predictors;
	private final List<LatentClip> training;
	private final List<LatentClip> test;
	private final long seed;

	/**
	 * @param predictors trained already
	 * @param training scenes to train the decoder on
	 * @param test other scenes
	 * @param seed of weights and order
	 */
	LatentExperiment(final PerObjectPredictors predictors, final List<PixelPath> training, final List<PixelPath> test, final long seed) {
		this.decoder = LatentDecoder.create(seed);
		this.predictors = predictors;
		this.training = training.stream().map(path -> new LatentClip(path, predictors)).toList();
		this.test = test.stream().map(path -> new LatentClip(path, predictors)).toList();
		this.seed = seed;
	}

	/** Trains the decoder in both ways and tells L1 before, between and after. */
	Losses run(final Budget budget, final Progress progress) {
		final double random = l1();
		train(Placement.INTERPOLATED, budget.pretraining(), "pre-training the decoder", progress);
		final double frozen = l1();
		train(Placement.WHOLE_CELLS, budget.phaseTwo(), "training the decoder (phase 2)", progress);
		return new Losses(random, frozen, l1());
	}

	private void train(final Placement placement, final int steps, final String what, final Progress progress) {
		final LearningRate rate = LearningRate.cosine(LEARNING_RATE, steps);
		final SplittableRandom random = new SplittableRandom(seed + placement.ordinal());
		final LatentClip any = training.get(0);
		for (int step = 0; step < steps; step++) {
			progress.update(step, steps, what);
			final float[] latents = new float[FRAMES * any.latentSize()], colours = new float[FRAMES * any.colourSize()];
			for (int n = 0; n < FRAMES; n++) {
				final LatentClip clip = training.get(random.nextInt(training.size()));
				final int t = 1 + random.nextInt(clip.path().frames());
				clip.latent(t, placement, latents, n * any.latentSize());
				clip.truth(t, colours, n * any.colourSize());
			}
			decoder.train(latents, colours, FRAMES, any.height(), any.width(), placement == Placement.INTERPOLATED
				? LatentDecoder.Loss.SQUARED : LatentDecoder.Loss.ABSOLUTE, rate.at(step));
		}
	}

	private double l1() {
		return test.stream().mapToDouble(clip -> {
			final float[] predicted = decode(clip), truth = new float[predicted.length];
			for (int t = 1; t <= clip.path().frames(); t++) clip.truth(t, truth, (t - 1) * clip.colourSize());
			double sum = 0;
			for (int i = 0; i < truth.length; i++) sum += Math.abs(truth[i] - predicted[i]);
			return sum / truth.length;
		}).average().orElseThrow();
	}

	/** @return predicted frames 1 to T-1, colours in [0, 1], (frames, 3, height, width) */
	private float[] decode(final LatentClip clip) {
		final int frames = clip.path().frames();
		final float[] latents = new float[frames * clip.latentSize()];
		for (int t = 1; t <= frames; t++) clip.latent(t, Placement.WHOLE_CELLS, latents, (t - 1) * clip.latentSize());
		return decoder.decode(latents, frames, clip.height(), clip.width());
	}

	/** @return one predicted frame of a scene as an image, t = 1 to T-1 */
	Frame frame(final PixelPath path, final int t) {
		final LatentClip clip = new LatentClip(path, predictors);
		return toFrame(decode(clip), path.scene().shape(), (t - 1) * clip.colourSize());
	}

	/** @return colours in [0, 1] that begin somewhere in an array as a frame of bytes */
	static Frame toFrame(final float[] colours, final Shape shape, final int at) {
		final byte[] values = new byte[shape.values()];
		for (int i = 0; i < values.length; i++) PixelType.UINT8.set(values, i, colours[at + i] * PixelPath.RANGE);
		return new Frame(PixelType.UINT8, shape, values);
	}

	@Override
	public void close() {
		decoder.close();
	}
}
