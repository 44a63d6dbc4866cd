package org.motionlayers.evaluate.melomotion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Shape;
import org.motionlayers.scene.Video;
import org.motionlayers.simulate.MovingSquares;
import org.motionlayers.simulate.SquaresOptions;

class PixelPathTest {

	private static PixelPath path(final SquaresOptions options, final long seed) {
		return new PixelPath(new MovingSquares(options).sample(seed));
	}

	/** The exact test of papers-notes A3.13. */
	@ParameterizedTest
	@EnumSource(SquaresOptions.Steps.class)
	void theTrueMotionCompositedIsTheTruthBitForBit(final SquaresOptions.Steps steps) {
		for (long seed = 0; seed < 5; seed++) {
			final PixelPath path = path(SquaresOptions.PAPER.withSteps(steps), seed);
			final Video video = path.oracle();
			for (int t = 0; t <= 15; t++) {
				assertArrayEquals((byte[]) path.truth(t).data(), (byte[]) video.image(t).data(), "seed " + seed + ", frame " + t);
				assertArrayEquals(path.sample().labels().labels(t), video.labels(t), "labels, seed " + seed + ", frame " + t);
			}
		}
	}

	@Test
	void squaresThatCrossReappearIntact() {
		final SquaresOptions crossing = SquaresOptions.PAPER.withCrossings(SquaresOptions.Crossings.ALLOWED).withEdges(12, 24);
		int compared = 0;
		for (long seed = 0; seed < 20; seed++) {
			final PixelPath path = path(crossing, seed);
			if (!path.scene().layers().stream().allMatch(layer -> layer.area() == layer.bounds().width() * layer.bounds().height())) continue;
			assertEquals(0, path.l1(path.oracle()), "seed " + seed);
			compared++;
		}
		assertTrue(compared > 5, compared + " scenes show every square whole in the first frame");
	}

	@Test
	void featuresAreTheColours() {
		final PixelPath path = path(SquaresOptions.PAPER, 4);
		assertArrayEquals(Lesson.of(path.sample()).features(), path.features(), 1e-6f);
	}

	@Test
	void blackFramesScoreTheMeanColour() {
		final PixelPath path = path(SquaresOptions.PAPER, 4);
		double sum = 0;
		for (int i = 0; i < 3; i++) for (int c = 0; c < 3; c++) sum += path.sample().colour(i, c);
		assertEquals(sum * 14 * 14 / (3 * 128 * 128), path.l1OfBlack(), 1e-9);
		assertTrue(path.l1OfFirst() > path.l1OfBlack(), path.l1OfFirst() + " for the first frame repeated");
	}

	@Test
	void clipsHaveTheSameLossInMemory() {
		final PixelPath path = path(SquaresOptions.PAPER, 6);
		final float[] still = new float[6];
		assertEquals(path.l1OfFirst(), path.l1(path.video(still)), 1e-12);
		assertEquals(path.l1OfFirst(), new ClipLoss(List.of(path)).l1(0, still), 1e-12);
	}

	@Test
	void aBlurredEdgeHasLessEnergy() {
		final float[] sharp = new float[3 * 64], wide = new float[3 * 64];
		for (int p = 0; p < 64; p++) {
			sharp[p] = p % 8 < 4 ? 0 : 1;
			wide[p] = Math.min(1, Math.max(0, (p % 8 - 1) / 4f)); // the same step over four pixels
		}
		final Shape shape = new Shape(8, 8, 1, 3);
		final Frame a = LatentExperiment.toFrame(sharp, shape, 0), b = LatentExperiment.toFrame(wide, shape, 0);
		assertEquals(8 * 255 * 255, EdgeSharpness.energy(a), 1e-9);
		assertEquals(0.25, EdgeSharpness.of(b, a), 0.005);
		assertEquals(1, EdgeSharpness.of(a, a));
	}
}
