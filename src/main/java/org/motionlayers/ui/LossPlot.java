package org.motionlayers.ui;

import java.util.function.Supplier;

import ij.gui.Plot;
import ij.gui.PlotWindow;

/** The loss of a training in a window that follows it; without a desktop nothing is shown. To be told after every step. */
public final class LossPlot {

	/** Time from one drawing to the next. */
	private static final long EVERY_NANOS = 2_000_000_000L;

	private final String title;
	private PlotWindow window;
	private long last = System.nanoTime();

	/** @param title of the window */
	public LossPlot(final String title) {
		this.title = title;
	}

	/**
	 * Draws the curve anew where that is due.
	 *
	 * @param curve steps and losses, asked only then
	 */
	public void update(final Supplier<double[][]> curve) {
		final long now = System.nanoTime();
		if (now - last < EVERY_NANOS || !Windows.canShow()) return;
		last = now;
		final double[][] points = curve.get();
		if (points[0].length < 2) return;
		final Plot plot = plot(title, points);
		if (window == null) window = plot.show();
		// a window that the user closed stays closed
		else if (window.isVisible()) window.drawPlot(plot);
	}

	/** @return the plot, its loss logarithmic */
	static Plot plot(final String title, final double[][] points) {
		final Plot plot = new Plot(title, "step", "loss");
		plot.add("line", points[0], points[1]);
		plot.setAxisYLog(true);
		plot.setLimitsToFit(false);
		return plot;
	}
}
