package org.motionlayers.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Scene;

class InstanceFlowTest {

	private static final int[] LABELS = { //
		0, 5, 5, 0, //
		0, 5, 5, 0, //
		0, 0, 0, 9 };
	private static final Scene SCENE = Fixtures.scene(Frame.of(PixelType.UINT8, 4, 3, new byte[12]), LABELS);

	@Test
	void paintsTheArrowOverItsMaskAlone() {
		final float[] field = InstanceFlow.paint(SCENE, new CueParser(SCENE).parse("5:2,-3"), 0.5);
		assertArrayEquals(new float[] { 0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, -1.5f, -1.5f, 0, 0, -1.5f, -1.5f, 0, 0, 0, 0, 0 }, field);
	}

	@Test
	void averagesAFieldOverEveryMask() {
		final float[] field = new float[24];
		for (int i = 0; i < field.length; i++) field[i] = i;
		final Cues cues = InstanceFlow.average(SCENE, field);
		assertArrayEquals(new double[] { 3.5, 15.5 }, cues.velocities().get(5));
		assertArrayEquals(new double[] { 11, 23 }, cues.velocities().get(9));
	}

	@Test
	void paintingAndAveragingGiveTheArrowsBack() {
		final Cues cues = new CueParser(SCENE).parse("5:2,-3;9:0.25,4");
		final Cues back = InstanceFlow.average(SCENE, InstanceFlow.paint(SCENE, cues, 1));
		assertEquals(cues.velocities().keySet(), back.velocities().keySet());
		cues.velocities().forEach((label, velocity) -> assertArrayEquals(velocity, back.velocities().get(label)));
	}

	@Test
	void aFieldOfAnotherSizeIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> InstanceFlow.average(SCENE, new float[12]));
	}
}
