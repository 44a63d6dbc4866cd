package org.motionlayers.lamd.clip;

import java.util.List;
import java.util.SplittableRandom;

import org.motionlayers.simulate.body.BodySample;
import org.motionlayers.simulate.body.Paths;
import org.motionlayers.simulate.body.Pose;

/**
 * Scenes whose bodies all move: each straight on at a speed of its own, some turning, back from the frame's borders. In most scenes few
 * pixels move; what flow is, is learned sooner where many do.
 */
final class Stirred {

	/** Fastest bodies, sides of the frame per frame, and radians per frame. */
	private static final double SPEED = 2.0 / 64, SPIN = .15;

	/** Part of the bodies that turn. */
	private static final double TURNING = .4;

	private Stirred() {}

	/** @return the scene's bodies from where they are in frame 0 on, as long as the scene */
	static BodySample of(final BodySample scene, final SplittableRandom random) {
		final int n = scene.objects(), frames = scene.frames(), width = scene.shape().width(), height = scene.shape().height();
		final Pose[] start = scene.paths().poses()[0];
		final Pose[][] poses = new Pose[frames][n];
		final double[][] velocities = new double[frames][2 * n];
		for (int i = 0; i < n; i++) {
			final double speed = SPEED * width * random.nextDouble(), towards = random.nextDouble(-Math.PI, Math.PI);
			final double vx = speed * Math.cos(towards), vy = speed * Math.sin(towards);
			final double spin = random.nextDouble() < TURNING ? SPIN * random.nextDouble(-1, 1) : 0;
			for (int t = 0; t < frames; t++) {
				final double x = folded(start[i].x() + vx * t, width), y = folded(start[i].y() + vy * t, height);
				poses[t][i] = new Pose(x, y, start[i].angle() + spin * t, start[i].scale());
				velocities[t][2 * i] = t == 0 ? vx : x - poses[t - 1][i].x();
				velocities[t][2 * i + 1] = t == 0 ? vy : y - poses[t - 1][i].y();
			}
		}
		return scene.withPaths(new Paths(scene.paths().bodies(), poses, velocities, scene.paths().camera(), List.of()));
	}

	/** @return a place that walks beyond 0 or the size, walking back instead */
	private static double folded(final double place, final int size) {
		final double turn = Math.abs(place) % (2.0 * size);
		return turn > size ? 2 * size - turn : turn;
	}
}
