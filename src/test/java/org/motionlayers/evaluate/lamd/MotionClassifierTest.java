package org.motionlayers.evaluate.lamd;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.motionlayers.simulate.body.BodySample;
import org.motionlayers.simulate.swarm.MotionClass;
import org.motionlayers.simulate.swarm.Swarm;
import org.motionlayers.simulate.swarm.SwarmOptions;

/** The class of a motion is told by tracks, true ones and those measured in frames. */
class MotionClassifierTest {

	private static final long HELD_OUT = 1_000_000;

	private static double[][][] tracks(final BodySample made) {
		final double[][][] tracks = new double[made.frames()][made.objects()][2];
		for (int t = 0; t < made.frames(); t++) for (int i = 0; i < made.objects(); i++) for (int d = 0; d < 2; d++) tracks[t][i][d] = made.position(t, i,
			d);
		return tracks;
	}

	@Test
	void trueTracksTellTheClass() {
		int right = 0, all = 0;
		for (final MotionClass kind : MotionClass.values()) for (long seed = 0; seed < 80; seed++, all++) if (MotionClassifier.of(tracks(new Swarm(
			SwarmOptions.DEFAULT).sample(kind, HELD_OUT + seed)), 64) == kind) right++;
		assertTrue(right > .97 * all, right + " of " + all);
	}

	@Test
	void framesTellTheClass() {
		int right = 0, all = 0;
		for (final MotionClass kind : MotionClass.values()) for (long seed = 0; seed < 4; seed++, all++) {
			final BodySample made = new Swarm(SwarmOptions.DEFAULT).sample(kind, HELD_OUT + seed);
			if (MotionClassifier.of(Held.clip(made), made.labels().labels(0), made.objects()) == kind) right++;
		}
		assertTrue(right >= .96 * all, right + " of " + all);
	}

	/** Sizes scale, classes do not change. */
	@Test
	void largeFramesAreJudgedAlike() {
		int right = 0;
		for (final MotionClass kind : MotionClass.values()) for (long seed = 0; seed < 10; seed++) if (MotionClassifier.of(tracks(new Swarm(
			SwarmOptions.DEFAULT.withSize(192, 16)).sample(kind, HELD_OUT + seed)), 192) == kind) right++;
		assertTrue(right >= 77, right + " of 80");
	}
}
