package org.motionlayers.dreamer.objects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;

import org.junit.jupiter.api.Test;

class ObjectInputTest {

	private static final ObjectFormat FORMAT = new ObjectFormat(2, 8, 2, true);

	private static ObjectInput of(final ObjectScene scene, final ObjectCues cues) {
		return ObjectInput.of(FORMAT, 4, List.of(new ObjectInput.Known(scene, cues)));
	}

	@Test
	void lengthsAreMeanDiameters() {
		final ObjectScene scene = Clips.discs(4, new double[] { 15.5, 31.5 }, new double[] { 39.5, 7.5 });
		final ObjectCues cues = new ObjectCues(new double[][] { { 2, -1 }, null }, new double[][] { null, { 0, 4 } });
		final ObjectInput input = of(scene, cues);
		assertArrayEquals(new float[] { 2, 4, 5, 1 }, input.centres(), 1e-6f);
		assertArrayEquals(new float[] { 8, 8 }, input.bounds(), 1e-6f);
		for (final float reach : input.reaches()) assertEquals(.5f, reach, 1e-6f);
		// size and reaches of a disc of mean size are 0; brightness, depth, arrow, velocity seen
		final float[] first = { -1, -1, 1, 3 * 2 / 8f, 3 * -1 / 8f, 0, 0, 0 }, second = { 1, 1, 0, 0, 0, 1, 0, 3 * 4 / 8f };
		assertEquals(25, FORMAT.features());
		assertArrayEquals(new float[17], java.util.Arrays.copyOf(input.features(), 17), 1e-6f);
		assertArrayEquals(first, java.util.Arrays.copyOfRange(input.features(), 17, 25), 1e-6f);
		assertArrayEquals(second, java.util.Arrays.copyOfRange(input.features(), 42, 50), 1e-6f);
	}

	@Test
	void straightMotionFollowsArrowsThenVelocities() {
		final ObjectScene scene = Clips.discs(4, new double[] { 15.5, 31.5 }, new double[] { 39.5, 7.5 }, new double[] { 50, 50 });
		final ObjectInput input = of(scene, new ObjectCues(new double[][] { { 2, -1 }, null, null }, new double[][] { { 9, 9 }, { 0, 4 }, null }));
		// frame 4 of the first object: 4 x (2, -1) px = (8, -4) px = (1, -.5) diameters = (.5, -.25) of a reach of 2 diameters
		assertArrayEquals(new float[] { .5f, -.25f, 0, -1 }, java.util.Arrays.copyOfRange(input.straight(), 12, 16), 1e-6f);
		assertArrayEquals(new float[] { 0, 1, 0, 0 }, java.util.Arrays.copyOfRange(input.straight(), 28, 32), 1e-6f);
		assertArrayEquals(new float[] { 0, 0, 0, 1 }, java.util.Arrays.copyOfRange(input.straight(), 44, 48), 1e-6f);
	}

	@Test
	void theSizeOfPixelsDoesNotMatter() {
		final ObjectScene scene = BodyClips.clip(new org.motionlayers.simulate.Collisions(org.motionlayers.simulate.CollisionOptions.DEFAULT)
			.sample(5), 8).scene();
		final double[][] centres = new double[scene.objects()][2], reaches = new double[scene.objects()][16];
		final double[] areas = new double[scene.objects()];
		for (int i = 0; i < areas.length; i++) {
			for (int d = 0; d < 2; d++) centres[i][d] = 3 * (scene.centres()[i][d] + .5) - .5;
			for (int k = 0; k < 16; k++) reaches[i][k] = 3 * scene.reaches()[i][k];
			areas[i] = 9 * scene.areas()[i];
		}
		final ObjectScene magnified = new ObjectScene(new double[] { 192, 192 }, centres, reaches, areas, scene.brightness(), scene.depths());
		final ObjectCues nothing = Clips.nothing(scene.objects());
		assertArrayEquals(of(scene, nothing).features(), of(magnified, nothing).features(), 1e-4f);
		assertArrayEquals(of(scene, nothing).centres(), of(magnified, nothing).centres(), 1e-4f);
		assertArrayEquals(of(scene, nothing).bounds(), of(magnified, nothing).bounds(), 1e-4f);
	}

	@Test
	void networksOfTracksLookAtNoAppearance() {
		final ObjectScene scene = Clips.discs(4, new double[] { 15, 31 }, new double[] { 39, 7 });
		final ObjectInput input = ObjectInput.of(new ObjectFormat(2, 8, 2, false), 4, List.of(new ObjectInput.Known(scene, Clips.nothing(2))));
		for (int i = 0; i < 2; i++) for (int k = 17; k < 19; k++) assertEquals(0, input.features()[i * 25 + k], "feature " + k + " of object " + i);
	}

	@Test
	void inLargeScenesTheNearestAreAttendedTo() {
		final double[][] row = new double[20][];
		for (int i = 0; i < row.length; i++) row[i] = new double[] { 3 * i, 0 };
		final ObjectInput input = of(Clips.discs(1, row), Clips.nothing(20));
		assertEquals(12, input.neighbours());
		final int[] ofFirst = java.util.Arrays.copyOf(input.nearest(), 12), ofTenth = java.util.Arrays.copyOfRange(input.nearest(), 120, 132);
		assertArrayEquals(new int[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }, ofFirst);
		assertEquals(10, ofTenth[0]);
		java.util.Arrays.sort(ofTenth);
		assertArrayEquals(new int[] { 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 }, ofTenth);
		assertNull(of(Clips.discs(1, new double[] { 1, 1 }), Clips.nothing(1)).nearest());
	}

	@Test
	void equalDepthsHaveEqualRanks() {
		assertArrayEquals(new double[] { 1, -1, 0, -1 }, ObjectInput.ranks(new double[] { 7, 2, 3, 2 }), 0);
		assertArrayEquals(new double[] { 0, 0 }, ObjectInput.ranks(new double[] { 5, 5 }), 0);
	}
}
