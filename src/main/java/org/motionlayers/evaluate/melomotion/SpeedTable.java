package org.motionlayers.evaluate.melomotion;

import java.util.List;
import java.util.stream.IntStream;

import org.motionlayers.network.melomotion.FlowBackbone;
import org.motionlayers.predict.perobject.PerObjectPredictors;
import org.motionlayers.predict.perobject.PerObjectTrainer;
import org.motionlayers.scene.Progress;
import org.motionlayers.simulate.SquaresOptions;

/**
 * MeloMotion, 4.8: batches of training per second, one clip of 16 frames a batch. Both sides make all frames and compare them with the
 * truth in every batch: ours a step of the predictors, 15 frames composited and their L1; the baseline its network on 15
 * frames, warped, their L1 and its gradient, and a step.
 *
 * @param ours batches per second with pixel compositing and L1
 * @param positionOnly batches per second of the predictors' steps alone, which train exactly the same
 * @param baseline batches per second of the shared backbone
 */
record SpeedTable(double ours, double positionOnly, double baseline) {

	private static final double NANOS = 1e9;

	/** Clips that take turns. */
	private static final int CLIPS = 8;

	/** One batch; tells which clip. */
	private interface Batch {

		void run(int clip);
	}

	/** @return measured speeds */
	static SpeedTable of(final FlowBackbone backbone, final Budget budget, final long seed, final Progress progress) {
		final List<PixelPath> paths = Lesson.scenes(SquaresOptions.PAPER, CLIPS, seed).stream().map(PixelPath::new).toList();
		final List<Lesson> lessons = paths.stream().map(path -> Lesson.of(path.sample())).toList();
		final PerObjectPredictors predictors = PerObjectPredictors.create(lessons.get(0).objects(), Lesson.COLOURS, Lesson.DIMENSIONS, seed);
		final PerObjectTrainer trainer = new PerObjectTrainer(predictors, Long.MAX_VALUE);
		final Batch step = clip -> trainer.step(lessons.get(clip).features(), lessons.get(clip).target());
		final List<FlowPairs> pairs = paths.stream().map(path -> new FlowPairs(path, IntStream.range(0, path.frames()).toArray())).toList();
		final ClipLoss loss = new ClipLoss(paths);
		return new SpeedTable(measure(clip -> {
			step.run(clip);
			loss.l1(clip, predictors.velocities(lessons.get(clip).features()));
		}, budget.timing(), progress), measure(step, budget.timing(), progress), measure(clip -> pairs.get(clip).train(backbone, 0), budget
			.timing(), progress));
	}

	/** @return batches per second, after a third of the time to warm up */
	private static double measure(final Batch batch, final double seconds, final Progress progress) {
		count(batch, seconds / 3, progress);
		final long start = System.nanoTime();
		final long batches = count(batch, seconds, progress);
		return batches * NANOS / (System.nanoTime() - start);
	}

	private static long count(final Batch batch, final double seconds, final Progress progress) {
		final long start = System.nanoTime(), limit = Math.round(seconds * NANOS);
		long batches = 0;
		for (long passed = 0; passed < limit; passed = System.nanoTime() - start) {
			progress.update(passed, limit, "measuring speed");
			batch.run((int) (batches++ % CLIPS));
		}
		return batches;
	}

	/** @return how many times the baseline's speed ours is */
	double ratio() {
		return ours / baseline;
	}
}
