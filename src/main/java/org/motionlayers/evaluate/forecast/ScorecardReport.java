package org.motionlayers.evaluate.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;

import org.motionlayers.evaluate.Table;
import org.motionlayers.evaluate.forecast.ForecastErrors.Fates;
import org.motionlayers.evaluate.forecast.ForecastErrors.Selection;

/** A scorecard to read: one page of HTML that needs no other file, and tables as comma-separated values. */
public final class ScorecardReport {

	private static final String STYLE = """
		body{font:15px/1.5 system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#222}
		h1{font-size:1.5em}h2{font-size:1.15em;margin-top:2em}
		table{border-collapse:collapse;font-variant-numeric:tabular-nums}
		th,td{padding:.25em .7em;text-align:right;border-bottom:1px solid #ddd}
		table+table{margin-top:1.5em}th:first-child,td:first-child{text-align:left}td.best{font-weight:bold;background:#eef6ee}
		.verdict{background:#f3f6fa;border-left:4px solid #0072b2;padding:.7em 1em;font-size:1.1em}
		.note{color:#555}small{color:#666}svg{max-width:100%;height:auto}
		svg text{font:12px system-ui,sans-serif;fill:#333}svg .grid{stroke:#ddd}
		""";

	private final Scorecard card;
	private final ForecastErrors errors;

	/** @param card what is reported */
	public ScorecardReport(final Scorecard card) {
		this.card = card;
		this.errors = card.errors();
	}

	/** @return errors: predictor, horizon, selection, samples, mean, median, lower and upper end of the 95 % interval, pixels */
	public Table errors() {
		final List<List<Object>> rows = new ArrayList<>();
		for (final String predictor : errors.predictors()) for (final int h : errors.horizons()) for (final Selection selection : Selection
			.values())
		{
			final ErrorSummary s = errors.summary(predictor, h, selection);
			rows.add(List.of(predictor, h, selection.name().toLowerCase(Locale.ROOT), s.count(), s.mean(), s.median(), s.low(), s.high()));
		}
		return new Table(List.of("predictor", "horizon", "selection", "samples", "mean", "median", "low", "high"), rows);
	}

	/** @return pictures: predictor, horizon, frames, PSNR, PSNR in masks (dB), SSIM */
	public Table pictures() {
		final List<List<Object>> rows = new ArrayList<>();
		for (final PictureScore p : card.pictures()) rows.add(List.of(p.predictor(), p.horizon(), p.count(), p.psnr(), p.maskPsnr(), p.ssim()));
		return new Table(List.of("predictor", "horizon", "frames", "psnr", "psnr in masks", "ssim"), rows);
	}

	/** @return the page */
	public String html() {
		final StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n<title>Scorecard: ");
		page.append(Html.text(card.title())).append("</title>\n<style>").append(STYLE).append("</style></head><body>\n<h1>Scorecard: ").append(
			Html.text(card.title())).append("</h1>\n<p class=\"verdict\">").append(Html.text(card.recommendation().sentence())).append("</p>\n");
		page.append("<p class=\"note\">The later frames of this movie were hidden and predicted from the earlier ones, again and again. " +
			"The error is the distance of the predicted from the true centroid of an object's mask, in pixels; brackets hold 95 % bootstrap intervals of the mean.</p>\n");
		section(page, "All objects", Selection.ALL);
		section(page, "Objects that the border never cuts", Selection.INNER);
		pictures(page);
		coverage(page);
		fates(page);
		return page.append("</body></html>\n").toString();
	}

	private void section(final StringBuilder page, final String title, final Selection selection) {
		page.append("<h2>").append(title).append("</h2>\n");
		final String chart = new ErrorChart(errors, selection).svg();
		if (chart.isEmpty()) {
			page.append("<p>There is none.</p>\n");
			return;
		}
		page.append(chart);
		final List<List<String>> rows = new ArrayList<>();
		for (final String predictor : errors.predictors()) {
			final List<String> row = new ArrayList<>(List.of(cellOf("td", "", Html.text(predictor))));
			for (final int h : errors.horizons()) row.add(errorCell(predictor, h, selection));
			rows.add(row);
		}
		final List<String> head = new ArrayList<>(List.of("predictor"));
		for (final int h : errors.horizons()) head.add(h + " ahead <small>(n=" + errors.summary(errors.predictors().get(0), h, selection)
			.count() + ")</small>");
		table(page, head, rows);
	}

	private String errorCell(final String predictor, final int h, final Selection selection) {
		final ErrorSummary s = errors.summary(predictor, h, selection);
		if (s.count() == 0) return cellOf("td", "", "");
		final boolean best = errors.predictors().stream().allMatch(p -> s.mean() <= errors.summary(p, h, selection).mean());
		return cellOf("td", best ? "best" : "", String.format(Locale.ROOT, "%.2f <small>[%.2f, %.2f]</small>", s.mean(), s.low(), s.high()));
	}

	private static String cellOf(final String tag, final String style, final String content) {
		return "<" + tag + (style.isEmpty() ? "" : " class=\"" + style + "\"") + ">" + content + "</" + tag + ">";
	}

	private static void table(final StringBuilder page, final List<String> head, final List<List<String>> rows) {
		page.append("<table><tr>");
		for (final String cell : head) page.append(cellOf("th", "", cell));
		page.append("</tr>\n");
		for (final List<String> row : rows) page.append("<tr>").append(String.join("", row)).append("</tr>\n");
		page.append("</table>\n");
	}

	private void pictures(final StringBuilder page) {
		if (card.pictures().isEmpty()) return;
		page.append("<h2>Composited frames against the real ones</h2>\n<p class=\"note\">Frames made of the moved layers, compared with the " +
			"frames that then came. \"").append(PictureScore.LAST_FRAME).append("\" shows the reference frame again: the picture to beat.</p>\n");
		pictures(page, "PSNR in masks (dB)", 2, PictureScore::maskPsnr);
		pictures(page, "PSNR (dB)", 2, PictureScore::psnr);
		pictures(page, "SSIM", 3, PictureScore::ssim);
	}

	/** One measure, a row a predictor, a column a horizon. */
	private void pictures(final StringBuilder page, final String measure, final int digits, final ToDoubleFunction<PictureScore> value) {
		final List<String> predictors = card.pictures().stream().map(PictureScore::predictor).distinct().toList();
		final List<Integer> horizons = card.pictures().stream().map(PictureScore::horizon).distinct().sorted().toList();
		final List<List<String>> rows = new ArrayList<>();
		for (final String predictor : predictors) {
			final List<String> row = new ArrayList<>(List.of(cellOf("td", "", Html.text(predictor))));
			for (final int h : horizons) {
				final double best = card.pictures().stream().filter(p -> p.horizon() == h).mapToDouble(value).max().orElse(Double.NaN);
				row.add(card.pictures().stream().filter(p -> p.horizon() == h && p.predictor().equals(predictor)).mapToDouble(value).mapToObj(
					v -> cellOf("td", v == best ? "best" : "", number(v, digits))).findFirst().orElse(cellOf("td", "", "")));
			}
			rows.add(row);
		}
		final List<String> head = new ArrayList<>(List.of(measure));
		for (final int h : horizons) head.add(h + " ahead <small>(n=" + card.pictures().stream().filter(p -> p.horizon() == h).mapToInt(
			PictureScore::count).max().orElse(0) + ")</small>");
		table(page, head, rows);
	}

	private static String number(final double value, final int digits) {
		return Double.isNaN(value) ? "" : Double.isInfinite(value) ? "&infin;" : String.format(Locale.ROOT, "%." + digits + "f", value);
	}

	private void coverage(final StringBuilder page) {
		if (card.coverage().isEmpty()) return;
		page.append("<h2>Uncertainty</h2>\n<p class=\"note\">Share of true positions that lay in the region said to hold ").append(Math.round(
			100 * Scorecard.REGION)).append(" % of all futures.</p>\n");
		final List<List<String>> rows = new ArrayList<>();
		for (final Map.Entry<String, SortedMap<Integer, Double>> entry : card.coverage().entrySet()) {
			final List<String> row = new ArrayList<>(List.of(cellOf("td", "", Html.text(entry.getKey()))));
			for (final int h : errors.horizons()) row.add(cellOf("td", "", entry.getValue().containsKey(h) ? Math.round(100 * entry.getValue().get(
				h)) + " %" : ""));
			rows.add(row);
		}
		final List<String> head = new ArrayList<>(List.of("predictor"));
		errors.horizons().forEach(h -> head.add(h + " ahead"));
		table(page, head, rows);
	}

	private void fates(final StringBuilder page) {
		page.append("<h2>What became of the objects</h2>\n<p class=\"note\">An object can be scored only where it is there to be found.</p>\n");
		final List<List<String>> rows = new ArrayList<>();
		errors.fates().forEach((h, f) -> rows.add(fate(h, f)));
		table(page, List.of("ahead", "scored", "divided", "left over the border", "lost inside"), rows);
	}

	private static List<String> fate(final int horizon, final Fates f) {
		return List.of(cellOf("td", "", "" + horizon), cellOf("td", "", "" + f.scored()), cellOf("td", "", "" + f.divided()), cellOf("td", "", "" +
			f.left()), cellOf("td", "", "" + f.lost()));
	}
}
