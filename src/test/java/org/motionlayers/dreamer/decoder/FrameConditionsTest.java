package org.motionlayers.dreamer.decoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.motionlayers.dreamer.cue.CueField;
import org.motionlayers.predict.Cues;
import org.motionlayers.scene.DenseMotion;

/** Planes of a frame of 4 x 4 pixels: one object, two pixels large, that goes one pixel to the right over a background that stays. */
class FrameConditionsTest {

	private static final int SIDE = 4;
	private static final int N = SIDE * SIDE;
	private static final float FAR = Float.POSITIVE_INFINITY;
	private static final DecoderOptions OPTIONS = DecoderOptions.STAGE_TWO.withSize(1, SIDE);

	private static final int[] BEFORE = { 0, 0, 0, 0, 5, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0 };
	private static final int[] AFTER = { 0, 0, 0, 0, 0, 5, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0 };

	private static float[] rgb() {
		final float[] rgb = new float[3 * N];
		for (int i = 0; i < rgb.length; i++) rgb[i] = i / 64f;
		return rgb;
	}

	private static float[] depth(final int[] labels) {
		final float[] depth = new float[N];
		for (int p = 0; p < N; p++) depth[p] = labels[p] == 0 ? FAR : 2;
		return depth;
	}

	private static FirstFrame first() {
		return new FirstFrame(SIDE, rgb(), BEFORE, depth(BEFORE));
	}

	private static DenseMotion motion() {
		final float[] flow = new float[2 * N];
		flow[5] = 1;
		flow[9] = 1;
		return new DenseMotion(SIDE, SIDE, new float[][] { flow }, new int[][] { AFTER }, new float[][] { depth(AFTER) });
	}

	private static float[] plane(final FrameConditions conditions, final int plane) {
		return Arrays.copyOfRange(conditions.planes(), plane * N, (plane + 1) * N);
	}

	/** @return one value where the object is, another elsewhere */
	private static float[] where(final int[] labels, final double object, final double background) {
		final float[] plane = new float[N];
		for (int p = 0; p < N; p++) plane[p] = (float) (labels[p] == 0 ? background : object);
		return plane;
	}

	private static void checkSplat(final FrameConditions conditions) {
		for (int c = 0; c < 3; c++) {
			final float[] expected = new float[N];
			double ground = 0;
			// 12 pixels show the background in both frames.
			for (int p = 0; p < N; p++) if (BEFORE[p] == 0 && AFTER[p] == 0) ground += (2 * rgb()[c * N + p] - 1) / 12;
			for (int p = 0; p < N; p++) {
				final boolean hole = BEFORE[p] == 5;
				expected[p] = (float) (hole ? ground : 2 * rgb()[c * N + (AFTER[p] == 5 ? p - 1 : p)] - 1);
			}
			assertArrayEquals(expected, plane(conditions, FrameConditions.SPLATTED + c), 1e-6f, "splatted, colour " + c);
			assertArrayEquals(expected, Arrays.copyOfRange(conditions.prior().expected(), c * N, (c + 1) * N), 1e-6f, "expected, colour " + c);
			final float[] still = new float[N];
			for (int p = 0; p < N; p++) still[p] = 2 * rgb()[c * N + p] - 1;
			assertArrayEquals(still, plane(conditions, FrameConditions.FIRST + c), 1e-6f, "first frame, colour " + c);
		}
		assertArrayEquals(where(BEFORE, 0, 1), plane(conditions, FrameConditions.LANDED));
		for (int c = 0; c < 3; c++) assertArrayEquals(where(BEFORE, 0, 1), Arrays.copyOfRange(conditions.prior().landed(), c * N, (c + 1) * N));
	}

	@Test
	void planesOfStageTwoAreTheHandMadeOnes() {
		final FrameConditions conditions = FrameConditions.ofMotion(OPTIONS, first(), CumulativeMotion.of(SIDE, List.of(AFTER), List.of(motion()
			.flow(1))), 0, motion(), MotionNoise.NONE, null);
		assertEquals(FrameConditions.PLANES * N, conditions.planes().length);
		assertArrayEquals(where(AFTER, 1 / OPTIONS.largestSpeed(), 0), plane(conditions, 0), 1e-6f, "flow along x");
		assertArrayEquals(new float[N], plane(conditions, 1), "flow along y");
		// The largest object has corner 1: (1, -1, -1).
		assertArrayEquals(where(AFTER, 1, -1), plane(conditions, 2), "colour 0");
		assertArrayEquals(where(AFTER, -1, -1), plane(conditions, 3), "colour 1");
		assertArrayEquals(where(AFTER, -1, -1), plane(conditions, 4), "colour 2");
		assertArrayEquals(where(AFTER, 1, -1), plane(conditions, 5), "inverse depth");
		assertArrayEquals(new float[N], plane(conditions, FrameConditions.LEVEL), "noise level");
		checkSplat(conditions);
	}

	@Test
	void planesOfTheOneStageVariantAreTheHandMadeOnes() {
		final TreeMap<Integer, double[]> arrows = new TreeMap<>();
		arrows.put(5, new double[] { 1, 0 });
		final FrameConditions conditions = FrameConditions.ofCues(OPTIONS.with(Condition.CUES), first(), CueField.paint(BEFORE, new Cues(
			arrows)), new double[2]);
		assertArrayEquals(where(BEFORE, 1, -1), plane(conditions, 0), "colour 0");
		assertArrayEquals(where(BEFORE, 1, -1), plane(conditions, 3), "inverse depth");
		assertArrayEquals(where(BEFORE, 1 / OPTIONS.largestSpeed(), 0), plane(conditions, 4), 1e-6f, "instance flow along x");
		assertArrayEquals(new float[N], plane(conditions, 5), "instance flow along y");
		assertArrayEquals(where(BEFORE, 1, 0), plane(conditions, FrameConditions.LEVEL), "known");
		checkSplat(conditions);
	}

	@Test
	void thePapersPlainPredictionExpectsNothing() {
		final FrameConditions conditions = FrameConditions.ofMotion(OPTIONS.withDeviations(1, 1), first(), CumulativeMotion.of(SIDE, List.of(
			AFTER), List.of(motion().flow(1))), 0, motion(), MotionNoise.NONE, null);
		assertArrayEquals(new float[3 * N], conditions.prior().expected());
	}

	@Test
	void noiseIsToldAndLeavesAsMuchAsItSays() {
		final MotionNoise noise = new MotionNoise(.1);
		final SplittableRandom random = new SplittableRandom(2);
		final int frames = 40;
		final float[][] flow = new float[frames][], depth = new float[frames][];
		final int[][] labels = new int[frames][];
		for (int t = 0; t < frames; t++) {
			flow[t] = motion().flow(1);
			labels[t] = AFTER;
			depth[t] = depth(AFTER);
		}
		final DenseMotion motion = new DenseMotion(SIDE, SIDE, flow, labels, depth);
		final FrameConditions conditions = FrameConditions.ofMotion(OPTIONS.withSize(frames, SIDE), first(), DecoderLesson.way(motion), 0, motion,
			noise, random);
		assertEquals(.5f, conditions.planes()[FrameConditions.LEVEL * N]);
		double sum = 0;
		for (int t = 0; t < frames; t++) for (int p = 0; p < N; p++) sum += Math.pow(conditions.planes()[(t * FrameConditions.PLANES + 1) * N +
			p], 2);
		assertEquals(.1, Math.sqrt(sum / (frames * N)), .01, "deviation of a plane that is 0 without noise");
		int moved = 0;
		final DenseMotion shaken = noise.apply(motion, random);
		for (int t = 1; t <= frames; t++) if (!Arrays.equals(AFTER, shaken.labels(t))) moved++;
		// A mask is shifted with probability .25 * 8 / 9, or loses one of its 2 pixels with .05.
		assertEquals(frames * .26, moved, frames * .2, "frames whose mask changed");
	}
}
