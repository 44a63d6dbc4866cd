package org.motionlayers.evaluate.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.PixelType;

/** Temporal flickering, dynamic degree and the flow under it. */
class TemporalMeasuresTest {

	/** A textured square of 24 pixels on a flat ground, moved by whole pixels. */
	private static Frame square(final int size, final int left, final int top) {
		final byte[] data = new byte[size * size];
		for (int y = 0; y < 24; y++) for (int x = 0; x < 24; x++)
			data[(top + y) * size + left + x] = (byte) (128 + 60 * Math.sin(x * 0.9) + 60 * Math.cos(y * 0.7 + x * 0.2));
		return Frame.of(PixelType.UINT8, size, size, data);
	}

	private static List<Frame> moving(final int frames, final int step) {
		final List<Frame> video = new ArrayList<>();
		for (int t = 0; t < frames; t++) video.add(square(64, 4 + step * t, 20));
		return video;
	}

	@Test
	void flickeringWorkedExample() {
		final List<Frame> frames = new ArrayList<>();
		for (int t = 0; t < 4; t++) {
			final byte[] data = new byte[16];
			for (int i = 0; i < 16; i++) data[i] = (byte) (16 * (i / 4) + 4 * (i % 4) + 5 * t * t);
			frames.add(Frame.of(PixelType.UINT8, 4, 4, data));
		}
		assertEquals(.941176471, TemporalFlickering.of(frames, 255), 1e-9);
	}

	@Test
	void flickeringNeedsTwoFrames() {
		assertThrows(InputException.class, () -> TemporalFlickering.of(moving(1, 0), 255));
	}

	@Test
	void flowOfAMovedSquareIsItsShift() {
		final BlockMatchingFlow.Flow flow = BlockMatchingFlow.between(square(128, 40, 56), square(128, 47, 53));
		int right = 0;
		for (int y = 58; y < 78; y++) for (int x = 42; x < 62; x++)
			if (Math.hypot(flow.dx()[y * 128 + x] - 7, flow.dy()[y * 128 + x] + 3) < 0.5) right++;
		assertTrue(right >= 360, right + " of 400 pixels within half a pixel of (7, -3)");
		assertEquals(0, flow.dx()[5], "flat ground stands still");
	}

	@Test
	void flowOfEqualFramesIsZero() {
		final BlockMatchingFlow.Flow flow = BlockMatchingFlow.between(square(64, 9, 9), square(64, 9, 9));
		for (final double length : flow.lengths()) assertEquals(0, length);
	}

	@Test
	void thresholdsAreThoseOfVBench() {
		final DynamicDegree degree = DynamicDegree.judge(new double[15], 64, 16);
		assertEquals(1.5, degree.threshold());
		assertEquals(4, degree.pairsNeeded());
		assertFalse(degree.dynamic());
	}

	@Test
	void fourMovingPairsOfFifteenAreDynamicThreeAreNot() {
		final double[] largest = new double[15];
		largest[2] = largest[5] = largest[9] = 1.6;
		assertFalse(DynamicDegree.judge(largest, 64, 16).dynamic());
		largest[14] = 1.51;
		assertTrue(DynamicDegree.judge(largest, 64, 16).dynamic());
	}

	@Test
	void aMovingVideoIsDynamicAFrozenOneIsNot() {
		assertTrue(DynamicDegree.of(moving(8, 3)).dynamic());
		assertFalse(DynamicDegree.of(moving(8, 0)).dynamic());
	}

	@Test
	void framesAreSampledAtEightPerSecond() {
		assertEquals(3, DynamicDegree.of(moving(8, 2), 16).largestFlow().length, "8 frames at 16 per second leave 4");
		assertThrows(InputException.class, () -> DynamicDegree.of(moving(1, 0)));
	}
}
