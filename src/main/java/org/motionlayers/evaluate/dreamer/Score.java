package org.motionlayers.evaluate.dreamer;

import java.util.Arrays;

import org.motionlayers.evaluate.distribution.Moments;
import org.motionlayers.evaluate.motion.MaskOverlap;
import org.motionlayers.evaluate.motion.MotionError;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;

/**
 * How one arm did in one trial.
 *
 * @param position distance from the true position, frames x objects, pixels
 * @param hit distance at the last frame of the objects without an arrow that are hit, pixels
 * @param bestHit the same, the least over all motions drawn
 * @param meanHit the same, the mean over all motions drawn
 * @param start error of the time at which objects that are hit begin to move, frames
 * @param follow distance at the last frame of objects with an arrow from where their arrow leads, pixels
 * @param overlap intersection over union with the true masks, mean over objects, by frame
 * @param depth mean difference of inverse depths where either shows an object, by frame
 * @param momentum mean difference of total momentum from the true one, as a share of that at the start
 * @param tracks histograms of its tracks in whole pixels, as frames show them
 * @param exact the same to the last fraction
 * @param frames features of its frames
 */
record Score(double[][] position, double[] hit, double[] bestHit, double[] meanHit, double[] start, double[] follow, double[] overlap,
	double[] depth, double momentum, Moments tracks, Moments exact, Moments frames)
{

	/** An object moves from when it is so far from its place, pixels. */
	static final double STARTED = 0.5;

	/** Scores what an arm imagines. */
	static Score of(final Trial trial, final Future future, final Progress progress) {
		final MotionError error = new MotionError(future.motion(), trial.truth());
		final double[][] position = new double[trial.frames()][trial.truth().objects()];
		final double[] overlap = new double[trial.frames()], depth = new double[trial.frames()];
		for (int t = 1; t <= trial.frames(); t++) {
			for (int i = 0; i < position[0].length; i++) position[t - 1][i] = error.position(t, i);
			overlap[t - 1] = MaskOverlap.between(future.video().labels(t), trial.sample().labels().labels(t)).mean();
			depth[t - 1] = depthError(future.video().depth(t), trial.sample().depth(t));
		}
		final int[] hit = trial.hit();
		final double[][] draws = future.draws().stream().map(m -> last(trial, m, hit)).toArray(double[][]::new);
		return new Score(position, last(trial, future.motion(), hit), over(draws, hit.length, values -> Arrays.stream(values).min()
			.orElseThrow()), over(draws, hit.length, values -> Arrays.stream(values).average().orElseThrow()), starts(trial, future.motion(),
				hit), follow(trial, future.motion()), overlap, depth, Momentum.drift(trial, future.motion()), Features.tracks(future.motion()), Features
					.exactTracks(future.motion()), Features.frames(future.frames(), progress));
	}

	private static double[] last(final Trial trial, final Motion motion, final int[] objects) {
		final MotionError error = new MotionError(motion, trial.truth());
		return Arrays.stream(objects).mapToDouble(i -> error.position(trial.frames(), i)).toArray();
	}

	private static double[] over(final double[][] draws, final int count, final java.util.function.ToDoubleFunction<double[]> statistic) {
		final double[] values = new double[count];
		for (int k = 0; k < count; k++) {
			final int object = k;
			values[k] = statistic.applyAsDouble(Arrays.stream(draws).mapToDouble(draw -> draw[object]).toArray());
		}
		return values;
	}

	private static double[] starts(final Trial trial, final Motion motion, final int[] hit) {
		return Arrays.stream(hit).mapToDouble(i -> Math.abs(start(motion, i) - start(trial.truth(), i))).toArray();
	}

	/** @return when an object has moved by {@value #STARTED} pixels, frames, between frames by a straight line; the frame after the last where it has not */
	static double start(final Motion motion, final int object) {
		double before = 0;
		for (int t = 1; t <= motion.frames(); t++) {
			final double moved = Math.hypot(motion.displacement(t, object, 0), motion.displacement(t, object, 1));
			if (moved >= STARTED) return t - 1 + (STARTED - before) / (moved - before);
			before = moved;
		}
		return motion.frames() + 1;
	}

	private static double[] follow(final Trial trial, final Motion motion) {
		final int last = trial.frames();
		return Arrays.stream(trial.hinted()).mapToDouble(i -> {
			final int label = trial.truth().label(i);
			return Math.hypot(motion.displacement(last, i, 0) - last * trial.request().cues().velocity(label, 0), motion.displacement(last, i,
				1) - last * trial.request().cues().velocity(label, 1));
		}).toArray();
	}

	/** The background's inverse depth is 0. */
	private static double depthError(final float[] predicted, final float[] truth) {
		double sum = 0;
		int count = 0;
		for (int p = 0; p < truth.length; p++) {
			if (Float.isInfinite(predicted[p]) && Float.isInfinite(truth[p])) continue;
			sum += Math.abs(1.0 / predicted[p] - 1.0 / truth[p]);
			count++;
		}
		return count == 0 ? 0 : sum / count;
	}

	/** @return distance from the true position at the last frame, by object, pixels */
	double[] lastPosition() {
		return position[position.length - 1];
	}
}
