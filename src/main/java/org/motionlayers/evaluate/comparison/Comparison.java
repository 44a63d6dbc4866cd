package org.motionlayers.evaluate.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntUnaryOperator;

import org.motionlayers.evaluate.Table;
import org.motionlayers.evaluate.paper.LineChart;

/**
 * A prediction compared with what then came.
 *
 * @param frames measures of every compared frame
 * @param summary measures of all frames together
 * @param remarks what the user should know, one line each
 */
public record Comparison(List<Scores> frames, Scores summary, List<String> remarks) {

	/** Copies the lists. */
	public Comparison {
		frames = List.copyOf(frames);
		remarks = List.copyOf(remarks);
	}

	/**
	 * Measures by frame.
	 *
	 * @param predictedFrame the number of compared frame k among the predicted frames, from 0
	 * @param trueFrame its number among the true frames, from 0
	 */
	public Table byFrame(final IntUnaryOperator predictedFrame, final IntUnaryOperator trueFrame) {
		final Set<Metric> metrics = new LinkedHashSet<>();
		frames.forEach(scores -> metrics.addAll(scores.metrics()));
		final List<String> columns = new ArrayList<>(List.of("frames ahead", "predicted frame", "true frame"));
		for (final Metric metric : metrics) for (final Side side : sides(metric)) columns.add(metric.column() + (side == Side.PREDICTED ? "" : ", " +
			side.title()));
		final List<List<Object>> rows = new ArrayList<>();
		for (int k = 0; k < frames.size(); k++) {
			final List<Object> row = new ArrayList<>(List.of(k + 1, predictedFrame.applyAsInt(k), trueFrame.applyAsInt(k)));
			for (final Metric metric : metrics) for (final Side side : sides(metric)) row.add(frames.get(k).get(metric, side).value());
			rows.add(row);
		}
		return new Table(columns, rows);
	}

	private List<Side> sides(final Metric metric) {
		final List<Side> sides = new ArrayList<>();
		for (final Side side : Side.values()) if (frames.stream().anyMatch(scores -> scores.get(metric, side).count() > 0)) sides.add(side);
		return sides;
	}

	/** @return measures of all frames together, each with its unit, number of samples and definition */
	public Table overall() {
		final List<List<Object>> rows = new ArrayList<>();
		for (final Metric metric : summary.metrics()) {
			final Sample predicted = summary.get(metric, Side.PREDICTED), truth = summary.get(metric, Side.TRUTH);
			rows.add(List.of(metric.name(), predicted.value(), summary.get(metric, Side.STILL).value(), truth.value(), metric.unit(), Math.max(
				predicted.count(), predicted.count() == 0 ? truth.count() : 0), metric.counted(), metric.better().name().toLowerCase(Locale.ROOT),
				metric.definition()));
		}
		return new Table(List.of("metric", Side.PREDICTED.title(), Side.STILL.title(), Side.TRUTH.title(), "unit", "n", "n counts", "better",
			"definition"), rows);
	}

	/** @return PSNR, position error and overlap over time, each with what the last frame shown again gives; those that were measured */
	public List<LineChart> charts() {
		final List<LineChart> charts = new ArrayList<>();
		for (final Metric metric : List.of(Metrics.PSNR, Metrics.SSIM, Metrics.POSITION, Metrics.OVERLAP, Metrics.BOUNDARY)) {
			final List<LineChart.Line> lines = new ArrayList<>();
			for (final Side side : sides(metric)) lines.add(LineChart.Line.of(side.title(), frames.stream().mapToDouble(scores -> scores.get(metric,
				side).value()).toArray()));
			if (!lines.isEmpty()) charts.add(new LineChart(metric.name().toLowerCase(Locale.ROOT).replace(' ', '-'), metric.name(), "frames ahead",
				metric.column(), LineChart.Scale.LINEAR, lines));
		}
		return charts;
	}

	/** @return the most telling figures in one line */
	public String sentence() {
		final StringBuilder text = new StringBuilder(frames.size() + (frames.size() == 1 ? " frame" : " frames") + " compared");
		for (final Metric metric : List.of(Metrics.PSNR, Metrics.POSITION, Metrics.OVERLAP)) {
			final Sample predicted = summary.get(metric, Side.PREDICTED), still = summary.get(metric, Side.STILL);
			if (predicted.count() == 0) continue;
			text.append(String.format(Locale.ROOT, "; %s %s", metric.name(), number(predicted, metric)));
			if (still.count() > 0) text.append(String.format(Locale.ROOT, " (last frame again: %s)", number(still, metric)));
		}
		return text.append('.').toString();
	}

	private static String number(final Sample sample, final Metric metric) {
		final String unit = metric.unit().equals("1") ? "" : " " + metric.unit();
		return Double.isInfinite(sample.value()) ? "infinite" : String.format(Locale.ROOT, "%.2f", sample.value()) + unit;
	}
}
