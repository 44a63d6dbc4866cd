package org.motionlayers.evaluate.dreamer;

import java.util.Map;

import org.motionlayers.composite.Compositor;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Video;
import org.motionlayers.simulate.body.BodySample;
import org.motionlayers.simulate.body.Paths;
import org.motionlayers.simulate.body.Pose;

/**
 * Whether composited frames are the generator's own wherever predicted positions are right. Layers move by whole pixels and do not turn, so
 * the generator draws the same bodies on paths rounded to whole pixels, without turning; what is compared are the pixels of bodies.
 *
 * @param pixels of bodies that were compared
 * @param different how many of them differ
 * @param largest difference of a value, 0 to 255
 */
record Lossless(long pixels, long different, double largest) {

	/** Compares all frames of some trials. */
	static Lossless of(final Iterable<Trial> trials) {
		Lossless all = new Lossless(0, 0, 0);
		for (final Trial trial : trials) all = all.and(of(trial));
		return all;
	}

	private Lossless and(final Lossless other) {
		return new Lossless(pixels + other.pixels, different + other.different, Math.max(largest, other.largest));
	}

	private static Lossless of(final Trial trial) {
		final BodySample generator = trial.sample().withPaths(rounded(trial.sample().paths(), trial.truth()));
		final Video video = Compositor.composite(trial.scene(), generator.motion(0));
		Lossless all = new Lossless(0, 0, 0);
		for (int t = 1; t <= trial.frames(); t++) all = all.and(of(generator.labels().labels(t), generator.movie().frame(t), video.image(t)));
		return all;
	}

	private static Lossless of(final int[] labels, final Frame truth, final Frame made) {
		long pixels = 0, different = 0;
		double largest = 0;
		for (int p = 0; p < labels.length; p++) {
			if (labels[p] == 0) continue;
			double most = 0;
			for (int c = 0; c < truth.shape().channels(); c++) most = Math.max(most, Math.abs(truth.type().get(truth.data(), c * labels.length +
				p) - made.type().get(made.data(), c * labels.length + p)));
			pixels++;
			if (most > 0) different++;
			largest = Math.max(largest, most);
		}
		return new Lossless(pixels, different, largest);
	}

	private static Paths rounded(final Paths paths, final Motion truth) {
		final Pose[][] poses = new Pose[paths.frames()][paths.objects()];
		for (int t = 0; t < poses.length; t++) for (int i = 0; i < poses[t].length; i++) {
			final Pose first = paths.poses()[0][i];
			poses[t][i] = new Pose(first.x() + Math.rint(truth.displacement(t, i, 0)), first.y() + Math.rint(truth.displacement(t, i, 1)), first
				.angle());
		}
		return new Paths(paths.bodies(), poses, paths.velocities(), paths.camera(), paths.contacts());
	}

	/** @return as report.json has it */
	Map<String, Object> figures() {
		return Map.of("pixels", pixels, "different", different, "largest_difference", largest);
	}
}
