package org.motionlayers.evaluate.melomotion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.motionlayers.evaluate.melomotion.LatentScene.Placement;
import org.motionlayers.simulate.MovingSquares;
import org.motionlayers.simulate.SquaresOptions;

class LatentSceneTest {

	private static final int CELLS = 16;

	private final PixelPath path = new PixelPath(new MovingSquares(SquaresOptions.PAPER).sample(2));
	private final LatentScene scene = LatentScene.of(path.scene());

	private float[] placed(final Placement placement, final double... displacements) {
		final float[] frame = new float[scene.size()];
		scene.place(displacements, placement, frame, 0);
		return frame;
	}

	@Test
	void holdsMaskAndColoursAveragedOverCells() {
		final float[] latent = placed(Placement.WHOLE_CELLS, 0, 0, 0, 0, 0, 0);
		final float[] colours = PixelPath.colours(path.truth(0));
		for (int c = 0; c < 3; c++) for (int cell = 0; cell < CELLS * CELLS; cell++) {
			double sum = 0;
			for (int p = 0; p < 64; p++) sum += colours[(c * 128 + cell / CELLS * 8 + p / 8) * 128 + cell % CELLS * 8 + p % 8];
			assertEquals(sum / 64, latent[(c + 1) * CELLS * CELLS + cell], 1e-5, "channel " + c + ", cell " + cell);
		}
		double mask = 0;
		for (int cell = 0; cell < CELLS * CELLS; cell++) mask += latent[cell];
		assertEquals(3 * 14 * 14 / 64.0, mask, 1e-4);
	}

	@Test
	void objectsAddUpToTheScene() {
		final float[] sum = new float[scene.size()];
		for (int i = 0; i < 3; i++) for (int k = 0; k < sum.length; k++) sum[k] += scene.object(i)[k];
		assertArrayEquals(placed(Placement.WHOLE_CELLS, 0, 0, 0, 0, 0, 0), sum, 1e-6f);
	}

	@Test
	void placesAtTheNearestWholeCell() {
		final float[] near = placed(Placement.WHOLE_CELLS, 11.9, -4.5, 0, 0, 0, 0), whole = placed(Placement.WHOLE_CELLS, 8, -8, 0, 0, 0, 0);
		assertArrayEquals(whole, near);
	}

	@Test
	void betweenCellsIsInterpolatedWhereAsked() {
		assertArrayEquals(placed(Placement.WHOLE_CELLS, 8, -16, 0, 0, 0, 0), placed(Placement.INTERPOLATED, 8, -16, 0, 0, 0, 0));
		final float[] half = placed(Placement.INTERPOLATED, 4, 0, 0, 0, 0, 0), left = placed(Placement.WHOLE_CELLS, 0, 0, 0, 0, 0, 0), right = placed(
			Placement.WHOLE_CELLS, 8, 0, 0, 0, 0, 0);
		for (int k = 0; k < half.length; k++) assertEquals((left[k] + right[k]) / 2, half[k], 1e-6, "value " + k);
	}

	@Test
	void whatLeavesTheFrameIsGone() {
		final float[] gone = placed(Placement.WHOLE_CELLS, 1000, 0, 0, -1000, -1000, 1000);
		assertArrayEquals(new float[scene.size()], gone);
	}
}
