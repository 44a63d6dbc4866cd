package org.motionlayers.evaluate.forecast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.motionlayers.decompose.Decomposer;
import org.motionlayers.predict.Cues;
import org.motionlayers.predict.MotionPredictor;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.predict.UncertainPredictor;
import org.motionlayers.scene.Futures;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Tracks;

/**
 * Hides the later frames of a movie and asks predictors for the positions in them, from every reference frame that leaves enough. A sample
 * is an object seen in the last four observed frames without a gap, and again in the frame asked for; every predictor answers the same
 * samples. The truth is the centroid of the label, which is that of the visible part where the border cuts an object. A track that
 * divides ends there, and so does the forecast. The predictor is given the observed frames alone; the camera counts as standing still.
 */
public final class ForecastProtocol {

	/** Horizons of the reference numbers. */
	public static final List<Integer> HORIZONS = List.of(1, 2, 4, 8);

	/** Frames in which an object must be seen: the reference frame and those just before. */
	public static final int HISTORY = 4;

	private final Movie movie;
	private final Segmentation labels;
	private final List<Integer> horizons;
	private final ObservedCentroids centroids;
	private final Progress progress;
	private final int references;

	/**
	 * Predicts from every reference frame.
	 *
	 * @param movie the image
	 * @param labels as many frames of labels, a label naming the same object in all
	 * @param horizons frames ahead, ascending
	 * @param progress is told and asked
	 */
	public ForecastProtocol(final Movie movie, final Segmentation labels, final List<Integer> horizons, final Progress progress) {
		this(movie, labels, horizons, Integer.MAX_VALUE, progress);
	}

	/**
	 * Predicts from some reference frames, evenly spread.
	 *
	 * @param movie the image
	 * @param labels as many frames of labels, a label naming the same object in all
	 * @param horizons frames ahead, ascending
	 * @param references how many reference frames at most
	 * @param progress is told and asked
	 */
	public ForecastProtocol(final Movie movie, final Segmentation labels, final List<Integer> horizons, final int references,
		final Progress progress)
	{
		if (labels.frames() != movie.frames()) throw new InputException("A scorecard needs labels for every frame: the image has " + movie
			.frames() + " frames, the labels have " + labels.frames() + ".");
		if (!labels.identified()) throw new InputException(
			"A scorecard needs labels that name the same object in every frame; these are numbered afresh in each: link them first.");
		if (movie.frames() < HISTORY + horizons.get(0)) throw new InputException("A scorecard needs at least " + (HISTORY + horizons.get(0)) +
			" frames, " + HISTORY + " to observe and " + horizons.get(0) + " to predict; the image has " + movie.frames() + ".");
		this.movie = movie;
		this.labels = labels;
		this.horizons = List.copyOf(horizons);
		this.references = references;
		this.centroids = new ObservedCentroids(labels, progress);
		this.progress = progress;
	}

	/**
	 * Asks predictors.
	 *
	 * @param predictors by the name they go by in the result, in the order wanted there
	 * @param seed of their random choices
	 * @return their errors
	 */
	public ForecastErrors run(final Map<String, MotionPredictor> predictors, final long seed) {
		final List<ForecastSample> samples = samples();
		final Map<String, double[]> errors = new LinkedHashMap<>();
		predictors.keySet().forEach(name -> errors.put(name, new double[samples.size()]));
		for (int first = 0, t; first < samples.size(); first = end(samples, first)) {
			t = samples.get(first).frame();
			progress.update(t, movie.frames(), "forecasting from frame " + (t + 1));
			final PredictionRequest request = request(t, seed);
			for (final Map.Entry<String, MotionPredictor> predictor : predictors.entrySet()) {
				final Motion motion = predictor.getValue().predict(request, Progress.NONE);
				for (int s = first; s < end(samples, first); s++) errors.get(predictor.getKey())[s] = error(samples.get(s), request.scene(),
					motion);
			}
		}
		return new ForecastErrors(samples, errors, fates());
	}

	/**
	 * How often the truth lies in the region that a predictor says holds a share of all futures.
	 *
	 * @param predictor the predictor
	 * @param futures how many it draws
	 * @param share of the futures that the region holds, such as 0.8
	 * @param seed of the draws
	 * @return share of the samples whose truth lies in the region, by horizon
	 */
	public SortedMap<Integer, Double> coverage(final UncertainPredictor predictor, final int futures, final double share, final long seed) {
		final SortedMap<Integer, int[]> counts = new TreeMap<>();
		final List<ForecastSample> samples = samples();
		for (int first = 0; first < samples.size(); first = end(samples, first)) {
			final int t = samples.get(first).frame();
			progress.update(t, movie.frames(), "drawing futures from frame " + (t + 1));
			final PredictionRequest request = request(t, seed);
			final Futures drawn = predictor.futures(request, futures, Progress.NONE);
			int label = 0;
			Futures.Paths paths = null;
			for (final ForecastSample sample : samples.subList(first, end(samples, first))) {
				final int object = request.scene().indexOf(sample.label());
				if (paths == null || label != sample.label()) paths = drawn.paths(object);
				label = sample.label();
				final int[] count = counts.computeIfAbsent(sample.horizon(), h -> new int[2]);
				count[0]++;
				if (error(sample, request.scene(), drawn.expected()) <= drawn.radius(paths, object, sample.horizon(), share)) count[1]++;
			}
		}
		final SortedMap<Integer, Double> coverage = new TreeMap<>();
		counts.forEach((h, count) -> coverage.put(h, (double) count[1] / count[0]));
		return coverage;
	}

	private static int end(final List<ForecastSample> samples, final int first) {
		int end = first;
		while (end < samples.size() && samples.get(end).frame() == samples.get(first).frame()) end++;
		return end;
	}

	/** @return frames that leave at least one to predict, evenly spread where there are more than wanted */
	private int[] references() {
		final int first = HISTORY - 1, count = centroids.frames() - horizons.get(0) - first;
		if (count <= references) return IntStream.range(first, first + count).toArray();
		return IntStream.range(0, references).map(k -> first + (int) ((long) k * (count - 1) / Math.max(1, references - 1))).toArray();
	}

	/** @return all samples, by frame, then label, then horizon */
	public List<ForecastSample> samples() {
		final List<ForecastSample> samples = new ArrayList<>();
		for (final int t : references()) for (final int label : centroids.frame(t).keySet()) {
			if (!centroids.seen(label, t - HISTORY + 1, t)) continue;
			for (final int h : horizons) if (centroids.seen(label, t + h, t + h)) samples.add(new ForecastSample(label, t, h, !centroids.cut(label,
				t - HISTORY + 1, t) && !centroids.cut(label, t + h, t + h)));
		}
		return samples;
	}

	/**
	 * What a predictor is given: no frame after the reference frame can be reached through it.
	 *
	 * @param t the reference frame, 0-based
	 * @param seed of random choices
	 */
	public PredictionRequest request(final int t, final long seed) {
		final Movie observed = movie.head(t + 1);
		final Segmentation seen = labels.head(t + 1);
		final List<ObjectLayer> layers = Decomposer.layers(observed.frame(t), seen, t, Optional.empty(), Progress.NONE);
		final Scene scene = new Scene(movie.title(), observed.frame(t), layers, movie.calibration(), movie.display());
		return new PredictionRequest(scene, observed, seen, tracks(scene, t), Cues.NONE, horizons.get(horizons.size() - 1), seed);
	}

	private Tracks tracks(final Scene scene, final int t) {
		final int[] objects = scene.labels();
		final int dimensions = scene.shape().dimensions(), frames = t + 1;
		final double[] positions = new double[frames * objects.length * dimensions];
		final boolean[] cut = new boolean[frames * objects.length];
		for (int k = 0; k < frames; k++) for (int i = 0; i < objects.length; i++) {
			final ObservedCentroids.Sighting sighting = centroids.frame(k).get(objects[i]);
			cut[k * objects.length + i] = sighting != null && sighting.cut();
			for (int d = 0; d < dimensions; d++) positions[(k * objects.length + i) * dimensions + d] = sighting == null ? Double.NaN : sighting
				.position()[d];
		}
		return new Tracks(objects, frames, dimensions, positions, cut, new double[frames * dimensions]);
	}

	private double error(final ForecastSample sample, final Scene scene, final Motion motion) {
		final int object = scene.indexOf(sample.label());
		final double[] from = centroids.frame(sample.frame()).get(sample.label()).position();
		final double[] truth = centroids.frame(sample.frame() + sample.horizon()).get(sample.label()).position();
		double sum = 0;
		for (int d = 0; d < truth.length; d++) {
			final double difference = from[d] + motion.displacement(sample.horizon(), object, d) - truth[d];
			sum += difference * difference;
		}
		return Math.sqrt(sum);
	}

	private SortedMap<Integer, ForecastErrors.Fates> fates() {
		final SortedMap<Integer, ForecastErrors.Fates> fates = new TreeMap<>();
		for (final int h : horizons) {
			final int[] counts = new int[4];
			for (final int t : references()) for (final int label : centroids.frame(t).keySet()) if (t + h < centroids.frames() &&
				centroids.seen(label, t - HISTORY + 1, t)) counts[fate(label, t, h)]++;
			fates.put(h, new ForecastErrors.Fates(counts[0], counts[1], counts[2], counts[3]));
		}
		return fates;
	}

	private int fate(final int label, final int t, final int horizon) {
		if (centroids.seen(label, t + horizon, t + horizon)) return 0;
		int last = t + horizon;
		while (!centroids.seen(label, last, last)) last--;
		final boolean divided = labels.objects().values().stream().anyMatch(object -> object.parents().contains(label));
		return divided ? 1 : centroids.cut(label, last, last) ? 2 : 3;
	}
}
