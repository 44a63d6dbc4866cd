package org.motionlayers.evaluate.paper;

import java.util.List;

/**
 * Lines over a common axis.
 *
 * @param name of the file, without ending
 * @param title above the chart
 * @param xAxis what x is, with its unit
 * @param yAxis what y is, with its unit
 * @param scale of the y axis
 * @param lines one or more
 */
public record LineChart(String name, String title, String xAxis, String yAxis, Scale scale, List<Line> lines) {

	/** Scale of an axis. */
	public enum Scale {
		/** Equal steps are equal differences. */
		LINEAR,
		/** Equal steps are equal ratios. */
		LOGARITHMIC
	}

	/**
	 * One line.
	 *
	 * @param name in the legend
	 * @param x positions
	 * @param y values, as many
	 * @param low lower ends of their intervals, as many; empty where there are none
	 * @param high upper ends of their intervals, as many; empty where there are none
	 */
	public record Line(String name, double[] x, double[] y, double[] low, double[] high) {

		/** A line without intervals. */
		public Line(final String name, final double[] x, final double[] y) {
			this(name, x, y, new double[0], new double[0]);
		}

		/** @return a line through values at 1, 2, 3, ... */
		public static Line of(final String name, final double[] y) {
			final double[] x = new double[y.length];
			for (int i = 0; i < x.length; i++) x[i] = i + 1;
			return new Line(name, x, y.clone());
		}
	}

	/** Copies the list. */
	public LineChart {
		lines = List.copyOf(lines);
	}
}
