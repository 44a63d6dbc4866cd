package org.motionlayers.lamd.clip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

/** Clips made of other clips. */
class VideoClipTest {

	private static final int SIDE = 32, FRAMES = 4, PLANE = SIDE * SIDE;

	private static ShownClip shapes(final long seed) {
		return SceneClips.SHAPES.training(FRAMES, SIDE).shown(new SplittableRandom(seed));
	}

	@Test
	void nothingMovesInAStillClip() {
		final ShownClip shown = shapes(1), still = shown.still();
		for (int t = 0; t < FRAMES; t++) {
			assertArrayEquals(shown.clip().frame(0), still.clip().frame(t));
			assertArrayEquals(new float[2 * PLANE], still.moved().orElseThrow().apply(t));
		}
	}

	/** Every channel is a line of one channel of the original, with a contrast of at least a half, the same in all frames. */
	@Test
	void recolouredClipsShowTheSameInOtherColours() {
		for (long seed = 0; seed < 20; seed++) {
			final VideoClip clip = shapes(seed).clip(), other = clip.recoloured(new SplittableRandom(seed));
			assertNotEquals(clip, other);
			for (int c = 0; c < 3; c++) assertTrue(isLineOfOne(clip.values(), other.values(), c * FRAMES * PLANE), "seed " + seed + ", channel " + c);
		}
	}

	private static boolean isLineOfOne(final float[] all, final float[] made, final int from) {
		for (int c = 0; c < 3; c++) {
			final int size = FRAMES * PLANE;
			int low = 0, high = 0;
			for (int i = 0; i < size; i++) {
				if (all[c * size + i] < all[c * size + low]) low = i;
				if (all[c * size + i] > all[c * size + high]) high = i;
			}
			final double span = all[c * size + high] - all[c * size + low], gain = (made[from + high] - made[from + low]) / span;
			double off = 0;
			for (int i = 0; i < size; i++) off = Math.max(off, Math.abs(made[from + low] + gain * (all[c * size + i] - all[c * size + low]) - made[from + i]));
			if (off < 1e-4 && Math.abs(gain) >= .5 - 1e-4 && Math.abs(gain) <= 1 + 1e-4) return true;
		}
		return false;
	}

	@Test
	void recolouringIsTheSameForTheSameRandomNumbers() {
		final VideoClip clip = shapes(3).clip();
		assertEquals(clip.recoloured(new SplittableRandom(4)), clip.recoloured(new SplittableRandom(4)));
	}
}
