package org.motionlayers.lamd.follow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.motionlayers.lamd.clip.ClipScaling;
import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.simulate.body.BodySample;
import org.motionlayers.simulate.caption.CaptionOptions;
import org.motionlayers.simulate.caption.CaptionedShapes;
import org.motionlayers.simulate.swarm.MotionClass;
import org.motionlayers.simulate.swarm.Swarm;
import org.motionlayers.simulate.swarm.SwarmOptions;

/** Objects of clips whose motion is known are followed. */
class ObjectFollowingTest {

	/** Mean distance from the truth over all frames of all objects, and that of saying that nothing moves. */
	private static double[] errors(final List<BodySample> scenes) {
		double sum = 0, still = 0;
		int count = 0;
		for (final BodySample scene : scenes) {
			final ObjectFollowing following = new ObjectFollowing(ClipScaling.clip(scene.movie()));
			final int[] labels = scene.labels().labels(0);
			for (int i = 0; i < scene.objects(); i++) {
				final double[][] path = following.displacements(labels, i + 1);
				for (int t = 1; t < scene.frames(); t++) {
					final double dx = scene.position(t, i, 0) - scene.position(0, i, 0), dy = scene.position(t, i, 1) - scene.position(0, i, 1);
					sum += Math.hypot(path[t][0] - dx, path[t][1] - dy);
					still += Math.hypot(dx, dy);
					count++;
				}
			}
		}
		return new double[] { sum / count, still / count };
	}

	@Test
	void cellsAreFollowedToAFractionOfAPixel() {
		final Swarm swarm = new Swarm(SwarmOptions.DEFAULT);
		final List<BodySample> scenes = Arrays.stream(MotionClass.values()).map(kind -> swarm.sample(kind, 7)).toList();
		final double[] errors = errors(scenes);
		assertTrue(errors[0] < .25 && errors[0] < .1 * errors[1], "error " + errors[0] + " px, still " + errors[1]);
	}

	@Test
	void shapesThatHideEachOtherAreFollowed() {
		final CaptionedShapes shapes = new CaptionedShapes(CaptionOptions.DEFAULT);
		final List<BodySample> scenes = java.util.stream.LongStream.range(0, 12).mapToObj(seed -> shapes.sample(seed).scene()).toList();
		final double[] errors = errors(scenes);
		assertTrue(errors[0] < .25 && errors[0] < .2 * errors[1], "error " + errors[0] + " px, still " + errors[1]);
	}

	@Test
	void aShiftOfWholePixelsIsFoundToTheDigit() {
		final int side = 24;
		final float[] values = new float[3 * side * side];
		final int[] labels = new int[side * side];
		for (int t = 0; t < 3; t++) for (int y = 0; y < 5; y++) for (int x = 0; x < 5; x++) {
			values[t * side * side + (8 - 2 * t + y) * side + 6 + 3 * t + x] = .3f + .02f * (5 * y + x);
			if (t == 0) labels[(8 + y) * side + 6 + x] = 4;
		}
		final double[][] path = new ObjectFollowing(new VideoClip(1, 3, side, side, values)).displacements(labels, 4);
		assertArrayEquals(new double[] { 3, -2 }, path[1], .1);
		assertArrayEquals(new double[] { 6, -4 }, path[2], .1);
		assertArrayEquals(new double[2], new ObjectFollowing(new VideoClip(1, 3, side, side, values)).displacements(labels, 9)[2], "no such object");
		assertEquals(3, path.length);
		assertThrows(IllegalArgumentException.class, () -> new ObjectFollowing(new VideoClip(1, 3, side, side, values)).displacements(new int[4], 1));
	}
}
