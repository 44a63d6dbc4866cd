package org.motionlayers.command;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.motionlayers.evaluate.Table;
import org.motionlayers.evaluate.forecast.ErrorSummary;
import org.motionlayers.evaluate.forecast.ForecastErrors;
import org.motionlayers.evaluate.forecast.ForecastErrors.Selection;
import org.motionlayers.evaluate.forecast.Scorecard;
import org.motionlayers.evaluate.forecast.ScorecardReport;
import org.motionlayers.ui.PlotWindow;
import org.motionlayers.ui.TableWindow;

/** A scorecard as a table and plots of ImageJ. */
final class ScorecardWindows {

	private ScorecardWindows() {}

	/** Shows what is wanted: the errors as a table, and a plot of them for all objects and for those that the border never cuts. */
	static void show(final Scorecard card, final boolean table, final boolean plots) {
		if (plots) {
			plot(card, Selection.INNER, "Mean error of " + card.title() + ", objects never cut by the border");
			plot(card, Selection.ALL, "Mean error of " + card.title() + ", all objects");
		}
		if (!table) return;
		final Table errors = new ScorecardReport(card).errors();
		TableWindow.show("Scorecard of " + card.title(), errors.columns(), errors.rows());
	}

	private static void plot(final Scorecard card, final Selection selection, final String title) {
		final ForecastErrors errors = card.errors();
		final int[] horizons = errors.horizons().stream().mapToInt(Integer::intValue).filter(h -> errors.summary(errors.predictors().get(0), h,
			selection).count() > 0).toArray();
		if (horizons.length == 0) return;
		final PlotWindow window = new PlotWindow(title, "frames ahead", "mean error (pixel), 95 % bootstrap interval");
		final double[] x = Arrays.stream(horizons).asDoubleStream().toArray();
		for (final String predictor : errors.predictors()) {
			final List<ErrorSummary> line = Arrays.stream(horizons).mapToObj(h -> errors.summary(predictor, h, selection)).toList();
			window.with(predictor, x, values(line, ErrorSummary::mean), values(line, ErrorSummary::low), values(line, ErrorSummary::high));
		}
		window.show();
	}

	private static double[] values(final List<ErrorSummary> line, final ToDoubleFunction<ErrorSummary> value) {
		return line.stream().mapToDouble(value).toArray();
	}
}
