package org.motionlayers.evaluate.forecast;

import java.util.Locale;

/**
 * Which predictor to take for a movie, and why.
 *
 * @param predictor its name
 * @param beatsStandingStill whether its error is below that of standing still by more than chance
 * @param ratio its error divided by that of standing still, mean over horizons, with a 95 % interval
 */
public record Recommendation(String predictor, boolean beatsStandingStill, ErrorSummary ratio) {

	/**
	 * Chooses the predictor of least error against standing still; standing still itself where no other is better by more than chance.
	 *
	 * @param errors of all predictors
	 * @param still the name that standing still goes by in them
	 * @return the choice
	 */
	public static Recommendation of(final ForecastErrors errors, final String still) {
		String best = still;
		ErrorSummary least = errors.ratio(still, still, ForecastErrors.Selection.ALL);
		for (final String predictor : errors.predictors()) {
			final ErrorSummary ratio = errors.ratio(predictor, still, ForecastErrors.Selection.ALL);
			if (!(ratio.mean() < least.mean())) continue;
			best = predictor;
			least = ratio;
		}
		final boolean beats = !best.equals(still) && least.high() < 1;
		return new Recommendation(beats ? best : still, beats, least);
	}

	/** @return the recommendation in one or two sentences */
	public String sentence() {
		if (ratio.count() == 0) return "No object is seen long enough to say anything.";
		if (!beatsStandingStill) return String.format(Locale.ROOT,
			"Nothing beats standing still by more than chance: the best other error is %.2f times as large (95 %% interval %.2f to %.2f).", ratio.mean(), ratio
				.low(), ratio.high());
		return String.format(Locale.ROOT,
			"Take predictor=%s: its error is %.2f times that of standing still, mean over horizons (95 %% interval %.2f to %.2f).", predictor,
			ratio.mean(), ratio.low(), ratio.high());
	}
}
