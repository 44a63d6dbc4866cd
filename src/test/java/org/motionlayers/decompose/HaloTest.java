package org.motionlayers.decompose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;

/** What belongs to objects outside their masks. */
class HaloTest {

	private static final Shape FLAT = Shape.of(24, 20);
	private static final Shape SOLID = new Shape(14, 12, 7, 1);

	private static int[] labels(final Shape shape, final java.util.function.IntUnaryOperator label) {
		return IntStream.range(0, shape.pixels()).map(label).toArray();
	}

	private static int square(final int x) {
		return x * x;
	}

	private static int[] discs() {
		return labels(FLAT, p -> square(p % 24 - 10) + square(p / 24 - 9) <= 9 ? 3 : square(p % 24 - 1) + square(p / 24 - 17) <= 4 ? 8 : 0);
	}

	private static void assertCovers(final int pixels, final long sumOfIndices, final int[] grown) {
		assertEquals(pixels, IntStream.of(grown).filter(label -> label != 0).count());
		assertEquals(sumOfIndices, IntStream.range(0, grown.length).filter(p -> grown[p] != 0).asLongStream().sum());
	}

	@Test
	void growsAsScipysBinaryDilation() {
		// scipy.ndimage.binary_dilation: two iterations of the cross in the plane; of the cross in space, then of that in the plane
		assertCovers(101, 27661, Halo.grown(discs(), FLAT));
		assertCovers(167, 96860, Halo.grown(labels(SOLID, p -> square(p % 14 - 6) + square(p / 14 % 12 - 5) + square(p / 168 -
			3) <= 4 ? 1 : 0), SOLID));
	}

	@Test
	void labelsStayWhereTheyAreAndMeetHalfWay() {
		final Shape row = Shape.of(9, 1);
		assertArrayEquals(new int[] { 5, 5, 5, 5, 2, 2, 2, 2, 0 }, Halo.grown(new int[] { 0, 5, 5, 0, 0, 2, 0, 0, 0 }, row));
		final Segmentation before = Segmentation.of(row, new int[] { 0, 5, 5, 0, 0, 2, 0, 0, 0 });
		assertArrayEquals(new int[] { 5, 0, 0, 5, 2, 0, 2, 2, 0 }, Halo.alone(before, Halo.grown(before)).labels(0));
	}

	@Test
	void showsWhereObjectsShineBeyondTheirMasksOnly() {
		final int[] labels = discs(), grown = Halo.grown(labels, FLAT);
		final byte[] plain = new byte[labels.length], glowing = new byte[labels.length];
		for (int p = 0; p < labels.length; p++) {
			plain[p] = (byte) (labels[p] != 0 ? 200 : 20 + p % 3);
			glowing[p] = (byte) (labels[p] != 0 ? 200 : grown[p] != 0 ? 90 : 20 + p % 3);
		}
		assertFalse(Halo.shows(Frame.of(PixelType.UINT8, 24, 20, plain), labels));
		assertTrue(Halo.shows(Frame.of(PixelType.UINT8, 24, 20, glowing), labels));
	}
}
