package org.motionlayers.command;

import java.nio.file.Files;
import java.util.List;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

import org.motionlayers.evaluate.paper.FrameStrip;
import org.motionlayers.evaluate.paper.LineChart;
import org.motionlayers.evaluate.paper.PaperReport;
import org.motionlayers.io.OutputFolder;
import org.motionlayers.ui.FrameTable;
import org.motionlayers.ui.LinePlot;

/** Writes a reproduction's report: report.json, report.md and the pictures that it names. */
final class ReportOutput {

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeSpecialFloatingPointValues()
		.create();

	private ReportOutput() {}

	/** Writes the files into a folder that is not committed yet. */
	static void write(final OutputFolder out, final PaperReport report) {
		out.write("report.json", path -> Files.writeString(path, GSON.toJson(report.figures()) + "\n"));
		out.write("report.md", path -> Files.writeString(path, report.markdown()));
		write(out, report.charts());
		for (final FrameStrip strip : report.strips()) out.write(strip.name() + ".png", path -> table(strip).write(path));
	}

	/** Writes charts as pictures of their names. */
	static void write(final OutputFolder out, final List<LineChart> charts) {
		for (final LineChart chart : charts) out.write(chart.name() + ".png", path -> plot(chart).write(path));
	}

	private static LinePlot plot(final LineChart chart) {
		LinePlot plot = new LinePlot(chart.title(), chart.xAxis(), chart.yAxis());
		for (final LineChart.Line line : chart.lines()) plot = line.low().length == 0 ? plot.with(line.name(), line.x(), line.y())
			: plot.with(line.name(), line.x(), line.y(), line.low(), line.high());
		return chart.scale() == LineChart.Scale.LOGARITHMIC ? plot.withLogarithmicY() : plot;
	}

	private static FrameTable table(final FrameStrip strip) {
		FrameTable table = new FrameTable(strip.columns());
		for (final FrameStrip.Row row : strip.rows()) table = table.with(row.caption(), row.frames());
		return table;
	}
}
