package org.motionlayers.dreamer.objects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.simulate.CellOptions;
import org.motionlayers.simulate.Cells;
import org.motionlayers.simulate.CollisionOptions;
import org.motionlayers.simulate.Collisions;
import org.motionlayers.simulate.body.BodySample;

class ClipSourcesTest {

	/** What outlines say and what drawn masks say agree as far as pixels allow. */
	@Test
	void outlinesAndDrawnMasksAgree() {
		for (final BodySample sample : List.of(new Collisions(CollisionOptions.DEFAULT.withSize(128, 128, 9)).sample(3), new Cells(
			CellOptions.DEFAULT.withSize(128, 128, 9, 6)).sample(3)))
		{
			final ObjectClip outlines = BodyClips.clip(sample, 8), masks = SegmentedClips.of(sample.labels(), 8, Progress.NONE).get(0);
			assertEquals(outlines.scene().objects(), masks.scene().objects());
			for (int i = 0; i < sample.objects(); i++) {
				assertEquals(outlines.scene().areas()[i], masks.scene().areas()[i], .08 * outlines.scene().areas()[i]);
				assertArrayEquals(outlines.scene().centres()[i], masks.scene().centres()[i], .25);
				assertArrayEquals(outlines.scene().reaches()[i], masks.scene().reaches()[i], 1);
				for (int t = 0; t < 8; t++) assertArrayEquals(outlines.displacements()[t][i], masks.displacements()[t][i], .5f);
			}
		}
	}

	@Test
	void aMovieGivesAClipForEveryFrameThatEnoughComeAfter() {
		final Shape shape = Shape.of(8, 4);
		final int[][] frames = new int[5][shape.pixels()];
		for (int t = 0; t < 5; t++) {
			frames[t][shape.index(t, 1, 0)] = 7;
			frames[t][shape.index(t + 1, 1, 0)] = 7;
			if (t < 3) frames[t][shape.index(7, 3, 0)] = 9;
		}
		frames[4][shape.index(5, 2, 0)] = 7;
		frames[4][shape.index(4, 2, 0)] = 7;
		final List<ObjectClip> clips = SegmentedClips.of(Segmentation.of(shape, frames), 2, Progress.NONE);
		assertEquals(3, clips.size());
		final ObjectClip last = clips.get(2);
		assertArrayEquals(new double[] { 2.5, 1 }, last.scene().centres()[0], 1e-12);
		assertArrayEquals(new float[] { 1, 0 }, last.velocities()[0], 1e-6f);
		assertArrayEquals(new float[] { 1, 0 }, last.displacements()[0][0], 1e-6f);
		assertArrayEquals(new float[] { 2, .5f }, last.displacements()[1][0], 1e-6f);
		assertEquals(Math.log(2), last.sizes()[1][0], 1e-6);
		assertTrue(Float.isNaN(last.displacements()[0][1][0]), "label 9 is gone");
		assertNull(last.instanceFlow(1, 2));
		assertArrayEquals(new double[] { 1, .25 }, last.instanceFlow(0, 2), 1e-6);
		assertNull(clips.get(0).velocities()[0]);
	}

	@Test
	void volumesGiveClipsOfThreeDimensions() {
		final Shape shape = new Shape(4, 4, 4, 1);
		final int[][] frames = new int[2][shape.pixels()];
		frames[0][shape.index(1, 1, 1)] = frames[0][shape.index(1, 1, 2)] = 1;
		frames[1][shape.index(2, 1, 2)] = frames[1][shape.index(2, 1, 3)] = 1;
		final ObjectClip clip = SegmentedClips.of(Segmentation.of(shape, frames), 1, Progress.NONE).get(0);
		assertArrayEquals(new double[] { 4, 4, 4 }, clip.scene().bounds());
		assertArrayEquals(new double[] { 1, 1, 1.5 }, clip.scene().centres()[0], 1e-12);
		// half a voxel beyond the centre of the last one: up 1, sideways a half
		assertEquals(1, clip.scene().reaches()[0][Reach.nearest(new double[] { 0, 0, 1 })], 1e-12);
		assertEquals(.5, clip.scene().reaches()[0][Reach.nearest(new double[] { -1, 0, 0 })], 1e-12);
		assertArrayEquals(new float[] { 1, 0, 1 }, clip.displacements()[0][0], 1e-6f);
	}

	@Test
	void tooShortAMovieIsRefused() {
		final InputException refused = assertThrows(InputException.class, () -> SegmentedClips.of(Segmentation.of(Shape.of(2, 2), new int[4],
			new int[4]), 2, Progress.NONE));
		assertTrue(refused.getMessage().contains("2 frames; clips of 3"), refused.getMessage());
	}

	@ParameterizedTest
	@EnumSource(SimulatedClips.class)
	void aSeedGivesTheSameClipAlone(final SimulatedClips scenes) {
		final ObjectClip alone = scenes.clip(4, 12), among = scenes.clips(4, 3, 10).get(2);
		assertEquals(4, alone.frames());
		for (int i = 0; i < alone.scene().objects(); i++) {
			assertArrayEquals(alone.scene().centres()[i], among.scene().centres()[i]);
			assertArrayEquals(alone.displacements()[3][i], among.displacements()[3][i]);
		}
	}

	@Test
	void aMirrorTurnsPlacesAndMotionAlike() {
		final ObjectClip clip = SimulatedClips.COLLISIONS.clip(8, 4);
		final SplittableRandom random = new SplittableRandom(1);
		for (int trial = 0; trial < 20; trial++) {
			final Symmetry mirror = Symmetry.random(random, 2);
			final ObjectClip turned = mirror.of(clip);
			for (int i = 0; i < clip.scene().objects(); i++) {
				final double[][] then = new double[clip.scene().objects()][2];
				for (int j = 0; j < then.length; j++) for (int d = 0; d < 2; d++) then[j][d] = clip.scene().centres()[j][d] + clip.displacements()[0][j][d];
				final double[] moved = mirror.of(clip.scene().withCentres(then)).centres()[i], start = turned.scene().centres()[i];
				for (int d = 0; d < 2; d++) assertEquals(moved[d] - start[d], turned.displacements()[0][i][d], 1e-5);
				// what reached farthest towards a place reaches as far towards its image
				final double[][] towards = new double[clip.scene().objects()][2];
				for (int k = 0; k < 16; k++) {
					for (int j = 0; j < towards.length; j++) for (int d = 0; d < 2; d++) towards[j][d] = clip.scene().centres()[j][d] + Reach.directions(2)[k][d];
					final double[] image = mirror.of(clip.scene().withCentres(towards)).centres()[i];
					final int direction = Reach.nearest(new double[] { image[0] - start[0], image[1] - start[1] });
					assertEquals(clip.scene().reaches()[i][k], turned.scene().reaches()[i][direction], 1e-9);
				}
			}
		}
		final Symmetry twice = new Symmetry(true, new boolean[] { false, false });
		assertArrayEquals(clip.displacements()[7][0], twice.of(twice.of(clip)).displacements()[7][0]);
	}
}
