package org.motionlayers.evaluate.forecast;

import java.util.List;
import java.util.Locale;

/** Mean error against horizon, one line a predictor with its intervals, as an SVG picture to stand in a page. */
final class ErrorChart {

	private static final int WIDTH = 640, HEIGHT = 360, LEFT = 60, RIGHT = 150, TOP = 20, BOTTOM = 50;

	/** Colours that people with any colour vision tell apart (Okabe and Ito, 2008). */
	private static final String[] COLOURS = { "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#8c8c00" };

	private static final int LINE_HEIGHT = 18;
	private static final int TICKS = 6;

	/** Lines lie this far apart at a horizon, so that intervals can be told apart, pixels. */
	private static final double DODGE = 4;

	private final ForecastErrors errors;
	private final ForecastErrors.Selection selection;
	private final List<Integer> horizons;
	private final double highest;
	private final StringBuilder svg = new StringBuilder();

	ErrorChart(final ForecastErrors errors, final ForecastErrors.Selection selection) {
		this.errors = errors;
		this.selection = selection;
		this.horizons = errors.horizons().stream().filter(h -> errors.predictors().stream().anyMatch(p -> errors.summary(p, h, selection)
			.count() > 0)).toList();
		this.highest = errors.predictors().stream().flatMap(p -> horizons.stream().map(h -> errors.summary(p, h, selection))).mapToDouble(
			ErrorSummary::high).filter(Double::isFinite).max().orElse(1);
	}

	/** @return the picture; an empty string where there is no sample */
	String svg() {
		if (horizons.isEmpty()) return "";
		add("<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"Mean error by horizon\">%n", WIDTH, HEIGHT, WIDTH,
			HEIGHT);
		axes();
		for (int p = 0; p < errors.predictors().size(); p++) line(p);
		return svg.append("</svg>\n").toString();
	}

	private void add(final String format, final Object... values) {
		svg.append(String.format(Locale.ROOT, format, values));
	}

	private double x(final int horizon) {
		final double low = Math.log(horizons.get(0)), high = Math.log(horizons.get(horizons.size() - 1));
		final double part = high == low ? 0.5 : (Math.log(horizon) - low) / (high - low);
		return LEFT + 20 + part * (WIDTH - LEFT - RIGHT - 40);
	}

	private double y(final double error) {
		return HEIGHT - BOTTOM - error / highest * (HEIGHT - TOP - BOTTOM);
	}

	private void axes() {
		final double step = step(highest / TICKS);
		for (int k = 0; k * step <= highest; k++) {
			add("<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>", LEFT, WIDTH - RIGHT, y(k * step), y(k * step));
			add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n", LEFT - 6, y(k * step) + 4, number(k * step, step));
		}
		for (final int h : horizons) add("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>%n", x(h), HEIGHT - BOTTOM + LINE_HEIGHT, h);
		add("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">frames ahead</text>%n", (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10);
		add("<text x=\"16\" y=\"%d\" text-anchor=\"middle\" transform=\"rotate(-90 16 %d)\">mean error (pixel)</text>%n", (TOP + HEIGHT -
			BOTTOM) / 2, (TOP + HEIGHT - BOTTOM) / 2);
	}

	/** @return 1, 2 or 5 times a power of ten, at least as large */
	private static double step(final double least) {
		final double power = Math.pow(10, Math.floor(Math.log10(least)));
		for (final int factor : new int[] { 1, 2, 5 }) if (factor * power >= least) return factor * power;
		return 10 * power;
	}

	private static String number(final double value, final double step) {
		final int digits = Math.max(0, (int) Math.ceil(-Math.log10(step)));
		return String.format(Locale.ROOT, "%." + digits + "f", value);
	}

	private void line(final int p) {
		final String predictor = errors.predictors().get(p), colour = COLOURS[p % COLOURS.length];
		final double shift = (p - (errors.predictors().size() - 1) / 2.0) * DODGE;
		final StringBuilder points = new StringBuilder();
		for (final int h : horizons) {
			final ErrorSummary s = errors.summary(predictor, h, selection);
			if (s.count() == 0) continue;
			points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(h) + shift, y(s.mean())));
			add("<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>", x(h) + shift, x(h) + shift, y(s.low()), y(s.high()),
				colour);
			add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"><title>%s, %d ahead: %.2f (%.2f to %.2f)</title></circle>%n", x(h) + shift, y(
				s.mean()), colour, Html.text(predictor), h, s.mean(), s.low(), s.high());
		}
		add("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n", points.toString().trim(), colour);
		final int legend = TOP + 10 + p * LINE_HEIGHT;
		add("<rect x=\"%d\" y=\"%d\" width=\"14\" height=\"3\" fill=\"%s\"/><text x=\"%d\" y=\"%d\">%s</text>%n", WIDTH - RIGHT + 14, legend - 5,
			colour, WIDTH - RIGHT + 34, legend, Html.text(predictor));
	}
}
