package org.motionlayers.dreamer.clip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.DenseMotion;
import org.motionlayers.simulate.CollisionOptions;
import org.motionlayers.simulate.Collisions;

/** Planes say exactly what a simulation did. */
class RepresentationTest {

	private static final Representation R = Representation.DEFAULT;

	static Clip clip(final long seed) {
		return Clip.of(new Collisions(CollisionOptions.DEFAULT.withSize(64, 64, 9)).sample(seed), 0, 8);
	}

	@Test
	void planesAreReadAsTheyWereWritten() {
		final Clip clip = clip(3);
		final Palette palette = Palette.byArea(clip.labels(0)).shuffled(new SplittableRandom(5));
		final float nearest = Representation.nearest(clip.depth(0));
		final float[] planes = R.encode(clip.future(), palette, nearest);
		assertEquals(8 * Representation.PLANES * 64 * 64, planes.length);
		for (final float v : planes) assertTrue(v >= -1 && v <= 1, "plane value " + v);
		final DenseMotion read = R.decode(planes, 64, 64, palette, nearest);
		for (int t = 1; t <= 8; t++) {
			assertArrayEquals(clip.labels(t), read.labels(t));
			assertArrayEquals(clip.depth(t), read.depth(t), 1e-4f);
			for (int i = 0; i < read.flow(t).length; i++) assertEquals(Math.max(-4, Math.min(4, clip.flow(t)[i])), read.flow(t)[i], 1e-5, "flow");
		}
	}

	@Test
	void labelsSurviveNoise() {
		final Clip clip = clip(4);
		final Palette palette = Palette.byArea(clip.labels(0));
		final float[] planes = R.encode(clip.future(), palette, 1);
		final SplittableRandom random = new SplittableRandom(1);
		for (int i = 0; i < planes.length; i++) planes[i] += (float) random.nextDouble(-.9, .9);
		// A coordinate that is off by less than 1 stays on its side of 0, and all corners of five objects are not in use: nearest is enough.
		assertArrayEquals(clip.labels(5), R.decode(planes, 64, 64, palette, 1).labels(5));
	}

	@Test
	void nearlyAllMovingPixelsFit() {
		long moving = 0, fitting = 0;
		for (int seed = 0; seed < 60; seed++) {
			final Clip clip = clip(seed);
			for (int t = 1; t <= 8; t++) for (int i = 0; i < 2 * clip.pixels(); i++) if (clip.flow(t)[i] != 0) {
				moving++;
				if (Math.abs(clip.flow(t)[i]) <= R.largestSpeed()) fitting++;
			}
		}
		assertTrue(fitting > .99 * moving, fitting + " of " + moving + " components are at most " + R.largestSpeed());
	}

	@Test
	void coloursAreCorners() {
		final Palette palette = Palette.of(9, 4);
		assertEquals(1, palette.corner(9));
		assertEquals(0, palette.corner(5));
		assertEquals(9, palette.nearest(1, -1, -1));
		assertEquals(4, palette.nearest(-.2f, .9f, -2));
		// (1, 1, 1) belongs to nobody here: the nearest used colours are those of 9 and 4, and the first one is taken.
		assertEquals(9, palette.nearest(1, 1, 1));
		assertEquals(0, palette.nearest(-.1f, -.1f, -.1f));
		assertThrows(IllegalArgumentException.class, () -> Palette.of(1, 2, 3, 4, 5, 6, 7, 8));
		assertThrows(IllegalArgumentException.class, () -> Palette.of(3, 3));
	}

	@Test
	void shufflesUseEveryColour() {
		final int[] seen = new int[Palette.MOST + 1];
		final SplittableRandom random = new SplittableRandom(2);
		for (int i = 0; i < 7000; i++) seen[Palette.of(8).shuffled(random).corner(8)]++;
		assertEquals(0, seen[0]);
		for (int k = 1; k <= Palette.MOST; k++) assertTrue(Math.abs(seen[k] - 1000) < 150, Arrays.toString(seen));
	}
}
