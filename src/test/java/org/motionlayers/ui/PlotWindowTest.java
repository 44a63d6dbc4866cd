package org.motionlayers.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.Plot;

import org.junit.jupiter.api.Test;

class PlotWindowTest {

	@Test
	void linesComeFirstThenIntervalsAndGapsStayGaps() {
		final double[] x = { 1, 2, 4 };
		final Plot plot = new PlotWindow("errors", "frames ahead", "pixel").with("still", x, new double[] { 1, Double.POSITIVE_INFINITY, 3 }).with(
			"velocity", x, new double[] { 2, 3, 4 }, new double[] { 1.5, 2.5, 3.5 }, new double[] { 2.5, 3.5, Double.NaN }).plot();
		final String[] objects = plot.getPlotObjectDesignations();
		assertEquals(4, java.util.Arrays.stream(objects).filter(o -> o.contains("Data Set")).count(), String.join(", ", objects));
		assertArrayEquals(new float[] { 1, Float.NaN, 3 }, plot.getDataObjectArrays(0)[1]);
		assertArrayEquals(new float[] { 1.5f, 2.5f }, plot.getDataObjectArrays(2)[1]);
		assertTrue(objects[0].contains("still") && objects[1].contains("velocity"), "named in the legend: " + String.join(", ", objects));
	}
}
