package org.motionlayers.dreamer.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.DoubleSummaryStatistics;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.DenseMotion;
import org.motionlayers.simulate.body.BodySample;

/** True planes give true paths, whichever of them are believed. */
class MotionReductionTest {

	private static final CollisionClips CLIPS = new CollisionClips(64, 8);

	/** @return largest and mean error of all objects while they are whole, pixels */
	private static DoubleSummaryStatistics errors(final boolean byFlow, final boolean bySegmentation, final boolean blind) {
		final DoubleSummaryStatistics errors = new DoubleSummaryStatistics();
		for (long seed = 100; seed < 106; seed++) {
			final BodySample sample = CLIPS.sample(seed);
			final Clip clip = CLIPS.clip(seed);
			final DenseMotion planes = blind ? withoutLabels(clip.future()) : clip.future();
			for (int i = 0; i < sample.objects(); i++) {
				final double[][] path = new MotionReduction(clip.labels(0), 64, byFlow, bySegmentation).path(planes, i + 1);
				for (int t = 1; t <= 8; t++) if (whole(sample, clip, i, t)) errors.accept(Math.hypot(path[t - 1][0] - sample.position(t, i, 0) +
					sample.position(0, i, 0), path[t - 1][1] - sample.position(t, i, 1) + sample.position(0, i, 1)));
				else break;
			}
		}
		return errors;
	}

	private static boolean whole(final BodySample sample, final Clip clip, final int i, final int t) {
		final double reach = sample.paths().bodies().get(i).outline().reach();
		for (int d = 0; d < 2; d++) if (sample.position(t, i, d) < reach || sample.position(t, i, d) > 63 - reach) return false;
		return clip.labels(0).length > 0;
	}

	private static DenseMotion withoutLabels(final DenseMotion motion) {
		final float[][] flow = new float[8][], depth = new float[8][];
		for (int t = 1; t <= 8; t++) {
			flow[t - 1] = motion.flow(t);
			depth[t - 1] = motion.depth(t);
		}
		return new DenseMotion(64, 64, flow, new int[8][64 * 64], depth);
	}

	private static void assertBelow(final double bound, final double error) {
		assertTrue(error < bound, "error of " + error + " pixels");
	}

	@Test
	void flowOverTrackedMasks() {
		assertBelow(.5, errors(true, true, false).getMax());
	}

	@Test
	void centresOfMasks() {
		assertBelow(.5, errors(false, true, false).getMax());
	}

	@Test
	void aMaskThatIsLostIsCarriedAlong() {
		// A body that turns fast does not fit its first mask any more; the others are followed.
		assertBelow(.5, errors(true, true, true).getAverage());
	}

	@Test
	void whatIsNotThereRests() {
		final double[][] path = new MotionReduction(new int[64 * 64], 64, true, true).path(CLIPS.clip(1).future(), 3);
		assertEquals(0, path[7][0]);
	}
}
