package org.motionlayers.evaluate.forecast;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.motionlayers.predict.KalmanPredictor;
import org.motionlayers.predict.MotionPredictor;
import org.motionlayers.predict.StillPredictor;
import org.motionlayers.predict.VelocityPredictor;
import org.motionlayers.predict.hierarchical.HierarchicalPredictor;
import org.motionlayers.scene.Progress;

/**
 * Prints mean errors on the four real movies, and those of the hierarchical predictor against the targets.
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.motionlayers.evaluate.forecast.ForecastFigures
 * </pre>
 */
public final class ForecastFigures {

	private ForecastFigures() {}

	static Map<String, MotionPredictor> predictors() {
		final Map<String, MotionPredictor> predictors = new LinkedHashMap<>();
		predictors.put(StillPredictor.NAME, new StillPredictor());
		predictors.put(LastStepPredictor.NAME, new LastStepPredictor());
		predictors.put(VelocityPredictor.NAME, new VelocityPredictor());
		predictors.put(KalmanPredictor.NAME, new KalmanPredictor());
		predictors.put(HierarchicalPredictor.NAME, new HierarchicalPredictor());
		return predictors;
	}

	/** @param sets names of the sets; all without */
	public static void main(final String[] sets) {
		double total = 0;
		final List<String> names = sets.length == 0 ? SharedData.SETS : List.of(sets);
		for (final String name : names) {
			final SharedData.Set set = SharedData.read(name);
			final long start = System.nanoTime();
			final ForecastProtocol protocol = new ForecastProtocol(set.movie(), set.labels(), ForecastProtocol.HORIZONS, Progress.NONE);
			final ForecastErrors errors = protocol.run(predictors(), 1);
			System.out.printf("%s  (%.1f s)%n", name, (System.nanoTime() - start) * 1e-9);
			for (final String predictor : errors.predictors()) {
				System.out.printf("  %-14s", predictor);
				for (final int h : errors.horizons()) System.out.printf(" %8.3f", errors.summary(predictor, h, ForecastErrors.Selection.ALL).mean());
				System.out.println();
			}
			total += compare(errors) / names.size();
			System.out.print("  covered by the 80 % region:");
			protocol.coverage(new HierarchicalPredictor(), 200, 0.8, 1).forEach((h, share) -> System.out.printf(" %.3f", share));
			System.out.println();
		}
		System.out.printf("mean over sets of hierarchical / best baseline with hindsight: %.4f%n", total);
	}

	private static double compare(final ForecastErrors errors) {
		final List<String> baselines = errors.predictors().subList(0, errors.predictors().size() - 1);
		final List<Integer> horizons = errors.horizons();
		final double[][] means = new double[errors.predictors().size()][horizons.size()];
		for (int p = 0; p < means.length; p++) for (int h = 0; h < horizons.size(); h++) means[p][h] = errors.summary(errors.predictors().get(p),
			horizons.get(h), ForecastErrors.Selection.ALL).mean();
		final double[] best = new double[horizons.size()];
		for (int h = 0; h < best.length; h++) {
			best[h] = Double.POSITIVE_INFINITY;
			for (int p = 0; p < baselines.size(); p++) best[h] = Math.min(best[h], means[p][h]);
		}
		int chosen = 0;
		for (int p = 0; p < baselines.size(); p++) if (ratio(means[p], best) < ratio(means[chosen], best)) chosen = p;
		final double[] ours = means[means.length - 1];
		System.out.print("  to the best at each horizon:");
		for (int h = 0; h < best.length; h++) System.out.printf(" %.3f", ours[h] / best[h]);
		final double ratio = ratio(ours, means[chosen]);
		System.out.printf("; to %s: %.3f%n", baselines.get(chosen), ratio);
		return ratio;
	}

	private static double ratio(final double[] a, final double[] b) {
		double sum = 0;
		for (int h = 0; h < a.length; h++) sum += a[h] / b[h];
		return sum / a.length;
	}
}
