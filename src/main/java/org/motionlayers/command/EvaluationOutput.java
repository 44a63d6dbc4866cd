package org.motionlayers.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.motionlayers.evaluate.Table;
import org.motionlayers.evaluate.comparison.Comparison;
import org.motionlayers.evaluate.paper.LineChart;
import org.motionlayers.io.Digests;
import org.motionlayers.io.OutputFolder;
import org.motionlayers.io.RunRecord;
import org.motionlayers.scene.Progress;
import org.motionlayers.ui.PlotWindow;
import org.motionlayers.ui.TableWindow;

/** What becomes of a comparison: files, and windows where there is a desktop. */
final class EvaluationOutput {

	private final Comparison comparison;
	private final EvaluationInput input;

	EvaluationOutput(final Comparison comparison, final EvaluationInput input) {
		this.comparison = comparison;
		this.input = input;
	}

	private Table byFrame() {
		return comparison.byFrame(k -> input.predicted().skip() + k, k -> input.first() + k);
	}

	/** Writes metrics.csv, summary.csv and a plot a measure into a folder that is not committed yet. */
	void write(final OutputFolder out) {
		out.write("metrics.csv", path -> Files.writeString(path, byFrame().csv()));
		out.write("summary.csv", path -> Files.writeString(path, comparison.overall().csv()));
		ReportOutput.write(out, comparison.charts());
	}

	/** Adds what was read and found to a record. */
	RunRecord complete(final RunRecord record, final double range, final Progress progress) throws IOException {
		source(record, "image", input.predicted().image(), progress);
		source(record, "truth", input.truth(), progress);
		record.finding("compared frames", input.count()).finding("first true frame", input.first()).finding("range of values", range);
		record.remark(input.pairing());
		comparison.remarks().forEach(record::remark);
		return record;
	}

	private static void source(final RunRecord record, final String name, final ImageInput image, final Progress progress) throws IOException {
		final boolean file = image.path().map(Files::exists).orElse(false);
		record.input(name, image.path().map(Path::toString).orElse(image.movie().title()), image.reader(), file ? Digests.sha256(image.path()
			.get(), progress) : "");
	}

	/** Shows tables and plots. */
	void show(final String title, final boolean tables, final boolean plots) {
		if (tables) {
			TableWindow.show("Metrics of " + title, byFrame().columns(), byFrame().rows());
			TableWindow.show("Evaluation of " + title, comparison.overall().columns(), comparison.overall().rows());
		}
		if (plots) for (final LineChart chart : comparison.charts()) {
			final PlotWindow window = new PlotWindow(chart.title() + " of " + title, chart.xAxis(), chart.yAxis());
			for (final LineChart.Line line : chart.lines()) window.with(line.name(), line.x(), line.y());
			window.show();
		}
	}
}
