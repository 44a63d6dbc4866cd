package org.motionlayers.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;

import org.junit.jupiter.api.Test;

/** The two displacements of a motion: of what is seen of an object, and of its pixels. */
class LayerDisplacementTest {

	private static final Motion MOTION = Motion.constant(new int[] { 4 }, 2, 2, new double[] { 3, 1 }, new double[0],
		new Motion.Provenance("test", 0, Map.of()));

	@Test
	void pixelsMoveAsTheCentroidUnlessSaidOtherwise() {
		assertEquals(6, MOTION.layerDisplacement(2, 0, 0));
		assertEquals(0, MOTION.layerDisplacement(2, 0, 2), "beyond the dimensions");
	}

	@Test
	void pixelsMayMoveOtherwise() {
		final Motion cut = MOTION.withLayerDisplacements(new double[] { 6, 1, 12, 2 });
		assertEquals(6, cut.displacement(2, 0, 0));
		assertEquals(12, cut.layerDisplacement(2, 0, 0));
		assertEquals(0, cut.layerDisplacement(0, 0, 0), "the reference frame");
	}

	@Test
	void theirNumberMustFit() {
		assertThrows(IllegalArgumentException.class, () -> MOTION.withLayerDisplacements(new double[3]));
		assertThrows(IllegalArgumentException.class, () -> MOTION.withLayerDisplacements(new double[] { 1, 2, Double.NaN, 4 }));
	}
}
