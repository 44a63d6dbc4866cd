package org.motionlayers.evaluate.dreamer;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import org.motionlayers.predict.VelocityPredictor;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;

/** Arms without a network. */
final class Baselines {

	/**
	 * An arm that is a function.
	 *
	 * @param key in report.json
	 * @param title what it is, in a few words
	 * @param motion of a trial
	 */
	private record Simple(String key, String title, BiFunction<Trial, Progress, Motion> motion) implements Arm {

		@Override
		public Future imagine(final Trial trial, final Progress progress) {
			final Motion made = motion.apply(trial, progress);
			return Future.ofLayers(trial, made, List.of(made));
		}
	}

	private Baselines() {}

	/** @return arrows are followed, all else keeps the velocity seen, which in one frame is none */
	static Arm constantVelocity() {
		return new Simple("constant_velocity", "constant velocity: arrows are followed, all else stands", (trial, progress) -> new VelocityPredictor()
			.predict(trial.request(), progress));
	}

	/** @return every object keeps its true velocity of frame 0: no prediction, but the limit of those that know motion and no contact */
	static Arm trueVelocity() {
		return new Simple("true_velocity", "true velocity of frame 0, kept", (trial, progress) -> Motion.constant(trial.truth().labels(), trial
			.frames(), 2, trial.sample().paths().velocities()[0], new double[0], new Motion.Provenance("true velocity", 0, Map.of())));
	}

	/** @return the true motion without its rotation moves the layers: the limit of all arms that move layers */
	static Arm truth() {
		return new Simple("truth", "true displacements, layers composited", (trial, progress) -> withoutRotation(trial.truth()));
	}

	/** @return the tracker on true frames: what it alone gets wrong */
	static Arm tracker() {
		return new FrameArm("tracker", "true frames, tracked", new FrameArm.Painter() {

			@Override
			public List<Frame> paint(final Trial trial, final Progress progress) {
				return Contest.frames(trial);
			}

			@Override
			public void close() {
				// nothing is held
			}
		});
	}

	/** @return a motion whose layers keep their angle */
	static Motion withoutRotation(final Motion truth) {
		final double[] displacements = new double[truth.frames() * truth.objects() * truth.dimensions()];
		int k = 0;
		for (int t = 1; t <= truth.frames(); t++) for (int i = 0; i < truth.objects(); i++) for (int d = 0; d < truth.dimensions(); d++)
			displacements[k++] = truth.displacement(t, i, d);
		return new Motion(truth.labels(), truth.frames(), truth.dimensions(), displacements, new double[0], new double[0], truth.provenance());
	}
}
