package org.motionlayers.lamd.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of the motion in a simulated clip brings its first frame to the others. */
class KnownScenesTest {

	private static final int SIDE = 32, FRAMES = 8;

	@ParameterizedTest
	@EnumSource(value = SceneClips.class, names = { "SHAPES", "CELLS", "CLOUDS", "COLLISIONS" })
	void firstFrameFetchedAlongTheMotionIsTheFrame(final SceneClips scenes) {
		final ClipSource source = scenes.training(FRAMES, SIDE);
		final SplittableRandom random = new SplittableRandom(5);
		double fetched = 0, still = 0;
		long moved = 0;
		for (int k = 0; k < 30; k++) {
			final ShownClip shown = source.shown(random);
			final VideoClip clip = shown.clip();
			assertEquals(FRAMES, clip.frames());
			for (int t = 0; t < FRAMES; t++) {
				final float[] by = shown.moved().orElseThrow().apply(t);
				for (int p = 0; p < SIDE * SIDE; p++) {
					final double x = p % SIDE - by[p], y = p / SIDE - by[SIDE * SIDE + p];
					if (Math.hypot(by[p], by[SIDE * SIDE + p]) < .5 || x < 0 || y < 0 || x > SIDE - 1 || y > SIDE - 1) continue;
					moved++;
					fetched += Math.abs(clip.value(0, t, p / SIDE, p % SIDE) - between(clip, x, y));
					still += Math.abs(clip.value(0, t, p / SIDE, p % SIDE) - clip.value(0, 0, p / SIDE, p % SIDE));
				}
			}
		}
		assertTrue(moved > 1000, moved + " pixels moved");
		assertTrue(fetched < .5 * still, "fetched " + fetched / moved + ", still " + still / moved);
	}

	@ParameterizedTest
	@EnumSource(value = SceneClips.class, names = { "SHAPES", "MIXED" })
	void sameRandomNumbersGiveTheSameClip(final SceneClips scenes) {
		assertEquals(scenes.training(FRAMES, SIDE).draw(new SplittableRandom(3)), scenes.training(FRAMES, SIDE).shown(new SplittableRandom(3)).clip());
	}

	/** Bilinear, of the first frame's first channel. */
	private static double between(final VideoClip clip, final double x, final double y) {
		final int left = Math.min(SIDE - 2, (int) x), top = Math.min(SIDE - 2, (int) y);
		final double u = x - left, v = y - top;
		return (1 - v) * ((1 - u) * clip.value(0, 0, top, left) + u * clip.value(0, 0, top, left + 1)) + v * ((1 - u) * clip.value(0, 0, top + 1,
			left) + u * clip.value(0, 0, top + 1, left + 1));
	}
}
