package org.motionlayers.lamd.clip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Shape;

/** Images of any kind as clips, and back. */
class ClipScalingTest {

	private static Movie movie(final int width, final int height, final short... values) {
		return Movie.of("movie", List.of(Frame.of(PixelType.UINT16, width, height, values)));
	}

	@Test
	void smallerFramesAreMeansOverAreas() {
		final Movie movie = movie(4, 2, (short) 0, (short) 100, (short) 200, (short) 300, (short) 100, (short) 200, (short) 300, (short) 400);
		final ClipScaling scaling = new ClipScaling(movie, 0, 1, 1, 2);
		// Range 0 to 400; pairs along x, rows stay.
		assertArrayEquals(new float[] { 50 / 400f, 250 / 400f, 150 / 400f, 350 / 400f }, scaling.in(movie.frame(0)), 1e-6f);
		// Three pixels over two: one and a half each.
		final Movie three = movie(3, 3, (short) 0, (short) 3, (short) 6, (short) 0, (short) 3, (short) 6, (short) 0, (short) 3, (short) 6);
		assertArrayEquals(new float[] { 1 / 6f, 5 / 6f, 1 / 6f, 5 / 6f }, new ClipScaling(three, 0, 1, 1, 2).in(three.frame(0)), 1e-6f);
	}

	@Test
	void theWayBackHasSizeTypeAndRangeOfTheImage() {
		final Movie movie = movie(4, 4, (short) 1000, (short) 1000, (short) 3000, (short) 3000, (short) 1000, (short) 1000, (short) 3000,
			(short) 3000, (short) 1000, (short) 1000, (short) 3000, (short) 3000, (short) 1000, (short) 1000, (short) 3000, (short) 3000);
		final ClipScaling scaling = new ClipScaling(movie, 0, 1, 3, 4);
		final float[] in = scaling.in(movie.frame(0));
		assertEquals(3 * 16, in.length);
		assertArrayEquals((short[]) movie.frame(0).data(), (short[]) scaling.out(in).data());
		assertTrue(scaling.note().contains("1000.0 to 3000.0"), scaling.note());
		assertTrue(scaling.note().contains("repeated"), scaling.note());
	}

	@Test
	void colourOfEightBitIsTakenAsItIs() {
		final Shape shape = new Shape(2, 2, 1, 3);
		final Movie movie = Movie.of("colour", List.of(new Frame(PixelType.UINT8, shape, new byte[] { 0, 51, 102, (byte) 255, 1, 2, 3, 4, 5, 6, 7,
			8 })));
		final ClipScaling scaling = new ClipScaling(movie, 0, 1, 3, 2);
		assertEquals("", scaling.note());
		assertEquals(1, scaling.in(movie.frame(0))[3], 0);
		assertEquals(ClipScaling.clip(movie), scaling.in(movie, 0, 1));
		// A model without colours sees brightness.
		assertEquals((.299 * 255 + .587 * 4 + .114 * 8) / 255, new ClipScaling(movie, 0, 1, 1, 2).in(movie.frame(0))[3], 1e-6);
	}

	@Test
	void whatIsNoClipIsRefused() {
		final Movie bad = Movie.of("bad", List.of(Frame.of(PixelType.FLOAT32, 2, 1, new float[] { 1, Float.NaN })));
		assertTrue(assertThrows(InputException.class, () -> new ClipScaling(bad, 0, 1, 1, 2)).getMessage().contains("frame 1 of 'bad'"));
		final Movie volume = Movie.of("volume", List.of(new Frame(PixelType.UINT8, new Shape(2, 2, 3, 1), new byte[12])));
		assertTrue(assertThrows(InputException.class, () -> new ClipScaling(volume, 0, 1, 1, 2)).getMessage().contains("3 planes"));
		assertThrows(IllegalArgumentException.class, () -> new VideoClip(1, 1, 2, 2, new float[5]));
		assertThrows(IllegalArgumentException.class, () -> new VideoClip(1, 1, 1, 1, new float[] { Float.NaN }));
	}

	@Test
	void windowsOfMoviesAreClips() {
		final Movie movie = Movie.of("movie", List.of(Frame.of(PixelType.UINT8, 2, 2, new byte[] { 10, 10, 10, 10 }), Frame.of(PixelType.UINT8, 2, 2,
			new byte[] { 20, 20, 20, 20 }), Frame.of(PixelType.UINT8, 2, 2, new byte[] { 30, 30, 30, 30 })));
		final MovieClips clips = new MovieClips(List.of(movie), 2, 1, 2);
		assertEquals(2, clips.count());
		final VideoClip drawn = clips.draw(new SplittableRandom(1));
		assertEquals(10 / 255f, drawn.value(0, 1, 0, 0) - drawn.value(0, 0, 0, 0), 1e-6);
		assertTrue(assertThrows(InputException.class, () -> new MovieClips(List.of(movie), 4, 1, 2)).getMessage().contains("3 frames"));
	}

	@Test
	void simulatedScenesAreClipsOfThreeChannels() {
		for (final SceneClips scene : SceneClips.values()) {
			final VideoClip clip = scene.clip(4, 32, 5);
			assertEquals(3, clip.channels());
			assertEquals(4, clip.frames());
			assertEquals(clip, scene.clip(4, 32, 5), scene.key());
		}
		assertTrue(assertThrows(InputException.class, () -> SceneClips.of("cars")).getMessage().contains("shapes, cells, clouds, mixed"));
	}
}
