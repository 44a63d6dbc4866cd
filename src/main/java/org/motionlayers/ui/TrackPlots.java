package org.motionlayers.ui;

import java.awt.Color;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

import ij.gui.Plot;

import org.motionlayers.scene.Calibration;

/** Plots of objects over time, in the units of the image: a thin line an object in the colour of its label, a thick one for their mean. */
final class TrackPlots {

	/** Objects named in the legend, at most. */
	private static final int NAMED = 12;

	private static final float THIN = 1.5f;

	private static final float THICK = 3;

	/** What is plotted of an object at a frame. */
	private interface Quantity {

		double at(int object, int frame);
	}

	private final Paths paths;
	private final Calibration unit;

	/**
	 * @param paths where objects were and will be
	 * @param unit of the image
	 */
	TrackPlots(final Paths paths, final Calibration unit) {
		this.paths = paths;
		this.unit = unit;
	}

	/** @return distance of every object from where it is in the reference frame */
	Plot displacement(final String title) {
		return plot("Displacement of " + title, "displacement (" + unit.unit() + ")", 0, (o, i) -> distance(o, i, paths.observed() - 1));
	}

	/** @return distance of every object from where it was a frame before, per unit of time */
	Plot speed(final String title) {
		return plot("Speed of " + title, "speed (" + unit.unit() + "/" + unit.timeUnit() + ")", 1, (o, i) -> distance(o, i, i - 1) / unit
			.frameInterval());
	}

	private double distance(final int object, final int i, final int other) {
		double sum = 0;
		for (int d = 0; d < paths.dimensions(); d++) sum += Math.pow((paths.position(object, i, d) - paths.position(object, other, d)) * unit
			.pixelSize(d), 2);
		return Math.sqrt(sum);
	}

	private Plot plot(final String title, final String yLabel, final int first, final Quantity quantity) {
		final double[] times = new double[paths.frames() - first];
		Arrays.setAll(times, k -> (k + first - paths.observed() + 1) * unit.frameInterval());
		final Plot plot = new Plot(title, "t (" + unit.timeUnit() + "), 0 = reference frame", yLabel);
		final StringBuilder names = new StringBuilder();
		for (int o = 0; o < paths.objects(); o++) {
			final int object = o;
			line(plot, times, k -> quantity.at(object, k + first), Colours.of(paths.label(o)), THIN);
			names.append(paths.label(o)).append('\n');
		}
		if (paths.objects() > 1) line(plot, times, k -> mean(quantity, k + first), Color.BLACK, THICK);
		plot.setLineWidth(1);
		plot.setColor(Color.BLACK);
		plot.setLimitsToFit(false);
		if (paths.objects() <= NAMED) plot.addLegend(names + (paths.objects() > 1 ? "mean" : ""), "auto");
		return plot;
	}

	private double mean(final Quantity quantity, final int frame) {
		double sum = 0;
		int seen = 0;
		for (int o = 0; o < paths.objects(); o++) {
			final double value = quantity.at(o, frame);
			if (Double.isNaN(value)) continue;
			sum += value;
			seen++;
		}
		return sum / seen;
	}

	private static void line(final Plot plot, final double[] times, final IntToDoubleFunction values, final Color colour, final float width) {
		final double[] y = new double[times.length];
		Arrays.setAll(y, values);
		plot.setColor(colour);
		plot.setLineWidth(width);
		plot.add("line", times, y);
	}
}
