package org.motionlayers.dreamer.cue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.motionlayers.dreamer.clip.Clip;
import org.motionlayers.dreamer.clip.CollisionClips;
import org.motionlayers.scene.DenseMotion;
import org.motionlayers.predict.Cues;
import org.motionlayers.simulate.body.BodySample;

/** Instance flow of clips whose motion is known. */
class ClipFlowTest {

	private static final int WIDTH = 80;
	private static final int HEIGHT = 40;
	private static final int SIDE = 16;

	/** A square of 16 pixels that moves by 2 pixels per frame along x for 16 frames. */
	private static Clip square() {
		final int pixels = WIDTH * HEIGHT, frames = 16;
		final int[][] labels = new int[frames + 1][pixels];
		final float[][] flow = new float[frames][2 * pixels], depth = new float[frames][pixels];
		for (int t = 0; t <= frames; t++) for (int y = 10; y < 10 + SIDE; y++) for (int x = 4 + 2 * t; x < 4 + 2 * t + SIDE; x++) {
			labels[t][y * WIDTH + x] = 5;
			if (t > 0) flow[t - 1][y * WIDTH + x] = 2;
		}
		return new Clip(t -> new float[3 * pixels], labels[0], new float[pixels], new DenseMotion(WIDTH, HEIGHT, flow, java.util.Arrays.copyOfRange(labels,
			1, frames + 1), depth), new double[2]);
	}

	@Test
	void trackedMasksGiveTheVelocity() {
		final Cues cues = ClipFlow.tracked(square());
		assertEquals(1, cues.velocities().size());
		assertEquals(2, cues.velocity(5, 0), 1e-9);
		assertEquals(0, cues.velocity(5, 1), 1e-9);
	}

	@Test
	void thePapersFieldIsTooSmallByWhatTheNotesSay() {
		final float[] field = ClipFlow.paper(square());
		double sum = 0;
		int covered = 0;
		for (int p = 0; p < WIDTH * HEIGHT; p++) {
			sum += field[p];
			if (square().labels(0)[p] == 5) covered++;
		}
		assertEquals(SIDE * SIDE, covered);
		// Mean over the mask of v times the part of the frames in which the square still covers the pixel: v * 0.28125.
		assertEquals(2 * .28125, sum / covered, 1e-6);
		// The rightmost column is covered for all 8 of 16 frames, the leftmost one for the first alone.
		assertEquals(2 * 8 / 16.0, field[10 * WIDTH + 4 + SIDE - 1], 1e-6);
		assertEquals(2 * 1 / 16.0, field[10 * WIDTH + 4], 1e-6);
	}

	@Test
	void simulatedObjectsAreDisplacedByTheirInstanceFlow() {
		final CollisionClips clips = new CollisionClips(64, 8);
		double worst = 0;
		for (long seed = 0; seed < 20; seed++) {
			final BodySample sample = clips.sample(seed);
			final Cues cues = ClipFlow.tracked(clips.clip(seed));
			for (int i = 0; i < sample.objects(); i++) for (int d = 0; d < 2; d++) if (sample.inside(8, i)) worst = Math.max(worst, Math.abs(8 * cues
				.velocity(i + 1, d) - sample.position(8, i, d) + sample.position(0, i, d)));
		}
		assertTrue(worst < 1, "displacement differs by " + worst + " pixels");
	}
}
