package org.motionlayers.dreamer.decoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.motionlayers.simulate.CollisionOptions;
import org.motionlayers.simulate.Collisions;
import org.motionlayers.simulate.body.BodySample;
import org.motionlayers.simulate.body.Pose;

class CumulativeMotionTest {

	@Test
	void aFitFindsATurnAndAShiftAndATinyObjectOnlyShifts() {
		final RigidFit fit = new RigidFit();
		final double c = Math.cos(.3), s = Math.sin(.3);
		for (final double[] p : new double[][] { { 3, 4 }, { 9, 4 }, { 3, 8 }, { 7, 7 } }) fit.add(p[0], p[1], c * p[0] - s * p[1] + 2, s *
			p[0] + c * p[1] - 1);
		final RigidMotion motion = fit.motion();
		assertEquals(c, motion.cos(), 1e-12);
		assertEquals(s, motion.sin(), 1e-12);
		assertEquals(2, motion.dx(), 1e-12);
		assertEquals(-1, motion.dy(), 1e-12);
		final RigidFit single = new RigidFit();
		single.add(5, 5, 6, 4.5);
		assertEquals(new RigidMotion(1, 0, 1, -.5), single.motion());
		assertEquals(RigidMotion.NONE, new RigidFit().motion());
	}

	@Test
	void motionsAreChained() {
		final RigidMotion quarter = new RigidMotion(0, 1, 10, 0), shift = new RigidMotion(1, 0, 1, 2);
		final RigidMotion both = shift.after(quarter);
		assertEquals(8, both.x(2, 3), 1e-12);
		assertEquals(4, both.y(2, 3), 1e-12);
	}

	@Test
	void simulatedBodiesAreFollowedThroughCollisionsAndTurns() {
		double turned = 0;
		for (long seed = 1; seed <= 6; seed++) turned = Math.max(turned, follow(new Collisions(CollisionOptions.DEFAULT.withSize(64, 64, 9)
			.withCamera(1)).sample(seed)));
		assertTrue(turned > .05, "no body turned by more than " + turned);
	}

	/** Checks where everything is; gives the sine of the largest turn. */
	private static double follow(final BodySample sample) {
		final List<int[]> labels = new ArrayList<>();
		final List<float[]> flows = new ArrayList<>();
		for (int t = 1; t < sample.frames(); t++) {
			labels.add(sample.labels().labels(t));
			flows.add(sample.flow(t));
		}
		final CumulativeMotion motion = CumulativeMotion.of(64, labels, flows);
		double turned = 0;
		for (int t = 1; t < sample.frames(); t++) {
			assertEquals(sample.paths().camera()[t][0], motion.of(0, t).dx(), 1e-4);
			for (int i = 0; i < sample.objects(); i++) {
				final double x0 = sample.position(0, i, 0), y0 = sample.position(0, i, 1);
				assertEquals(sample.position(t, i, 0), motion.of(i + 1, t).x(x0, y0), 1e-3, "x of body " + (i + 1) + " at frame " + t);
				assertEquals(sample.position(t, i, 1), motion.of(i + 1, t).y(x0, y0), 1e-3, "y of body " + (i + 1) + " at frame " + t);
				final Pose now = sample.paths().poses()[t][i], first = sample.paths().poses()[0][i];
				assertEquals(Math.sin(now.angle() - first.angle()), motion.of(i + 1, t).sin(), 1e-4);
				turned = Math.max(turned, Math.abs(motion.of(i + 1, t).sin()));
			}
		}
		return turned;
	}
}
