package org.motionlayers.ui;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Stream;

import ij.gui.Plot;

/**
 * Lines over a common axis as a plot of ImageJ, which can be zoomed, listed and saved there.
 *
 * <pre>
 * new PlotWindow("Position error", "frames ahead", "pixel").with("velocity", x, y).show();
 * </pre>
 */
public final class PlotWindow {

	/** One line; intervals are as long as y, or empty where there are none. */
	private record Line(String name, double[] x, double[] y, double[] low, double[] high) {}

	private static final float WIDTH = 2;

	/** Room beyond the outermost values, as a share of the axis. */
	private static final double ROOM = 0.04;

	private static final double[] NONE = {};

	private final String title;
	private final String xLabel;
	private final String yLabel;
	private final List<Line> lines = new ArrayList<>();

	/**
	 * @param title of the window
	 * @param xLabel what x is, with its unit
	 * @param yLabel what y is, with its unit
	 */
	public PlotWindow(final String title, final String xLabel, final String yLabel) {
		this.title = title;
		this.xLabel = xLabel;
		this.yLabel = yLabel;
	}

	/** Adds a line; values that are not finite are gaps. */
	public PlotWindow with(final String name, final double[] x, final double[] y) {
		return with(name, x, y, NONE, NONE);
	}

	/** Adds a line with an interval around every point. */
	public PlotWindow with(final String name, final double[] x, final double[] y, final double[] low, final double[] high) {
		lines.add(new Line(name, x.clone(), y.clone(), low.clone(), high.clone()));
		return this;
	}

	/** @return the plot without a window */
	Plot plot() {
		final Plot plot = new Plot(title, xLabel, yLabel);
		final StringBuilder names = new StringBuilder();
		for (int i = 0; i < lines.size(); i++) {
			final Line line = lines.get(i);
			plot.setLineWidth(WIDTH);
			final Color colour = new Color(LinePlot.COLOURS[i % LinePlot.COLOURS.length]);
			// the second colour is that of the connecting lines
			plot.setColor(colour, colour);
			plot.add("connected circles", line.x(), finite(line.y()));
			names.append(line.name()).append('\n');
		}
		for (int i = 0; i < lines.size(); i++) intervals(plot, lines.get(i), LinePlot.COLOURS[i % LinePlot.COLOURS.length]);
		plot.setColor(Color.BLACK);
		plot.setLineWidth(1);
		limit(plot);
		// the legend names the first lines alone: intervals come after them
		plot.addLegend(names.toString(), "auto");
		return plot;
	}

	/** Leaves a little room around everything. */
	private void limit(final Plot plot) {
		final double[] x = range(lines.stream().map(Line::x)), y = range(lines.stream().flatMap(line -> Stream.of(line.y(), line.low(), line
			.high())));
		plot.setLimits(x[0], x[1], y[0], y[1]);
	}

	private static double[] range(final Stream<double[]> values) {
		final DoubleSummaryStatistics all = values.flatMapToDouble(Arrays::stream).filter(Double::isFinite).summaryStatistics();
		if (all.getCount() == 0) return new double[] { 0, 1 };
		final double room = all.getMax() > all.getMin() ? ROOM * (all.getMax() - all.getMin()) : 1;
		return new double[] { all.getMin() - room, all.getMax() + room };
	}

	private static void intervals(final Plot plot, final Line line, final int colour) {
		plot.setColor(new Color(colour));
		plot.setLineWidth(1);
		for (int i = 0; i < line.low().length; i++) if (Double.isFinite(line.low()[i]) && Double.isFinite(line.high()[i])) plot.add("line",
			new double[] { line.x()[i], line.x()[i] }, new double[] { line.low()[i], line.high()[i] });
	}

	private static double[] finite(final double[] values) {
		final double[] finite = values.clone();
		for (int i = 0; i < finite.length; i++) if (!Double.isFinite(finite[i])) finite[i] = Double.NaN;
		return finite;
	}

	/** Shows the plot in a window. */
	public void show() {
		plot().show();
	}
}
