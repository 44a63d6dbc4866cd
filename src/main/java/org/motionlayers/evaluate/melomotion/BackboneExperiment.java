package org.motionlayers.evaluate.melomotion;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.motionlayers.network.melomotion.FlowBackbone;
import org.motionlayers.predict.perobject.LearningRate;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;

/** The shared-backbone baseline: dense flow for the whole frame, and each frame warped into the next. */
final class BackboneExperiment implements AutoCloseable {

	/** Pairs of consecutive frames in one step of training. */
	static final int PAIRS = 4;

	private static final double LEARNING_RATE = 1e-3;

	private final FlowBackbone backbone;
	private final long seed;

	/** @param seed of weights and order */
	BackboneExperiment(final long seed) {
		this.backbone = FlowBackbone.create(seed);
		this.seed = seed;
	}

	/** @return number of parameters */
	long parameters() {
		return backbone.parameters();
	}

	/** @return the network */
	FlowBackbone backbone() {
		return backbone;
	}

	/**
	 * Trains on pairs of consecutive frames.
	 *
	 * @param paths scenes
	 * @param steps number of steps
	 * @param progress is told and asked
	 */
	void train(final List<PixelPath> paths, final int steps, final Progress progress) {
		final SplittableRandom random = new SplittableRandom(seed);
		final LearningRate rate = LearningRate.cosine(LEARNING_RATE, steps);
		for (int step = 0; step < steps; step++) {
			progress.update(step, steps, "training the baseline");
			final PixelPath path = paths.get(random.nextInt(paths.size()));
			final int[] times = IntStream.generate(() -> random.nextInt(path.frames())).limit(PAIRS).toArray();
			new FlowPairs(path, times).train(backbone, rate.at(step));
		}
	}

	/** @return predicted frames 1 to T-1 */
	List<Frame> predict(final PixelPath path) {
		final Shape shape = path.scene().shape();
		final float[] frames = backbone.predict(PixelPath.colours(path.truth(0)), path.frames(), shape.height(), shape.width());
		return IntStream.range(0, path.frames()).mapToObj(t -> LatentExperiment.toFrame(frames, shape, t * shape.values())).toList();
	}

	/** @return the last frame as bilinear warping alone makes it, frame after frame, where the flow is the true one */
	static Frame warpByTruth(final PixelPath path) {
		final Shape shape = path.scene().shape();
		float[] frame = PixelPath.colours(path.truth(0));
		for (int t = 0; t < path.frames(); t++) frame = FlowBackbone.warp(frame, new FlowPairs(path, t).lastFlow(), shape.height(), shape
			.width());
		return LatentExperiment.toFrame(frame, shape, 0);
	}

	@Override
	public void close() {
		backbone.close();
	}
}
