package org.motionlayers.evaluate.forecast;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.motionlayers.decompose.Inpainter;
import org.motionlayers.predict.MotionPredictor;
import org.motionlayers.predict.UncertainPredictor;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;

/**
 * Which predictor foresees this movie best, measured on the movie itself: its later frames are hidden, predicted from the earlier ones,
 * and compared.
 *
 * <pre>{@code
 * Scorecard card = Scorecard.of(movie, labels, predictors, new AutoInpainter(), Scorecard.Options.DEFAULT, Progress.NONE);
 * System.out.println(card.recommendation().sentence());
 * Files.writeString(path, new ScorecardReport(card).html());
 * }</pre>
 *
 * @param title of the movie
 * @param errors of positions, by predictor and horizon
 * @param pictures scores of composited frames
 * @param coverage by predictor that knows its uncertainty: by horizon the share of truths in the region that is to hold 80 % of futures
 * @param recommendation which predictor to take
 */
public record Scorecard(String title, ForecastErrors errors, List<PictureScore> pictures, Map<String, SortedMap<Integer, Double>> coverage,
	Recommendation recommendation)
{

	/** The name that standing still goes by. */
	public static final String STILL = "still";

	/** Share of the futures that a region is asked to hold. */
	public static final double REGION = 0.8;

	private static final int FUTURES = 200;

	/**
	 * How much is done.
	 *
	 * @param horizons frames ahead, ascending
	 * @param references reference frames to predict positions from, at most
	 * @param pictures reference frames to composite from, at most; 0 for none
	 * @param seed of random choices
	 */
	public record Options(List<Integer> horizons, int references, int pictures, long seed) {

		/** Horizons 1, 2, 4, 8; every reference frame up to 60; pictures from 8. */
		public static final Options DEFAULT = new Options(ForecastProtocol.HORIZONS, 60, 8, 1);
	}

	/**
	 * Makes a scorecard.
	 *
	 * @param movie the image
	 * @param labels as many frames of labels, a label naming the same object in all
	 * @param predictors by name, in the order they are shown; standing still must be among them as {@code still}
	 * @param inpainter makes backgrounds for composited frames
	 * @param options how much is done
	 * @param progress is told and asked
	 * @return the scorecard
	 */
	public static Scorecard of(final Movie movie, final Segmentation labels, final Map<String, MotionPredictor> predictors,
		final Inpainter inpainter, final Options options, final Progress progress)
	{
		if (!predictors.containsKey(STILL)) throw new IllegalArgumentException("Standing still is missing among " + predictors.keySet() + ".");
		final ForecastProtocol protocol = new ForecastProtocol(movie, labels, options.horizons(), options.references(), progress);
		final ForecastErrors errors = protocol.run(predictors, options.seed());
		final Map<String, SortedMap<Integer, Double>> coverage = new TreeMap<>();
		predictors.forEach((name, predictor) -> {
			if (predictor instanceof UncertainPredictor uncertain) coverage.put(name, protocol.coverage(uncertain, FUTURES, REGION, options
				.seed()));
		});
		return new Scorecard(movie.title(), errors, pictures(movie, labels, predictors, inpainter, options, progress), Collections
			.unmodifiableMap(coverage), Recommendation.of(errors, STILL));
	}

	private static List<PictureScore> pictures(final Movie movie, final Segmentation labels, final Map<String, MotionPredictor> predictors,
		final Inpainter inpainter, final Options options, final Progress progress)
	{
		if (options.pictures() < 1) return List.of();
		final ForecastProtocol protocol = new ForecastProtocol(movie, labels, options.horizons(), options.pictures(), progress);
		final PictureComparison comparison = new PictureComparison(movie, labels, inpainter);
		for (final int t : protocol.samples().stream().mapToInt(ForecastSample::frame).distinct().toArray()) {
			progress.update(t, movie.frames(), "comparing frames composited from frame " + (t + 1));
			comparison.add(protocol.request(t, options.seed()), predictors, options.horizons());
		}
		return comparison.scores();
	}
}
