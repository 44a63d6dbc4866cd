package org.motionlayers.evaluate.melomotion;

import java.util.List;
import java.util.function.Function;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * What predictors have to beat: position losses (MeloMotion, Eq. 5) of velocities that need no network.
 *
 * @param zero nothing moves
 * @param mean everything moves with the mean velocity of the training scenes
 * @param leastSquares the linear map from colour to velocity that fits the training scenes best
 */
record Baselines(double zero, double mean, double leastSquares) {

	/** @return the losses over the test lessons */
	static Baselines of(final List<Lesson> training, final List<Lesson> test) {
		final RealMatrix colours = rows(training, Lesson::features, Lesson.COLOURS, true);
		final RealMatrix velocities = rows(training, Lesson::velocities, Lesson.DIMENSIONS, false);
		final RealMatrix map = new QRDecomposition(colours).getSolver().solve(velocities);
		final RealMatrix none = new Array2DRowRealMatrix(map.getRowDimension(), Lesson.DIMENSIONS);
		final RealMatrix constant = none.copy();
		for (int k = 0; k < Lesson.DIMENSIONS; k++) constant.setEntry(Lesson.COLOURS, k, mean(velocities.getColumn(k)));
		return new Baselines(loss(none, test), loss(constant, test), loss(map, test));
	}

	/** One row per object; where asked for, a 1 at its end makes room for an offset. */
	private static RealMatrix rows(final List<Lesson> lessons, final Function<Lesson, float[]> values, final int width,
		final boolean offset)
	{
		final int objects = lessons.get(0).objects();
		final RealMatrix rows = new Array2DRowRealMatrix(lessons.size() * objects, width + (offset ? 1 : 0));
		for (int r = 0; r < rows.getRowDimension(); r++) {
			final float[] all = values.apply(lessons.get(r / objects));
			for (int c = 0; c < width; c++) rows.setEntry(r, c, all[r % objects * width + c]);
			if (offset) rows.setEntry(r, width, 1);
		}
		return rows;
	}

	private static double mean(final double[] values) {
		double sum = 0;
		for (final double value : values) sum += value;
		return sum / values.length;
	}

	private static double loss(final RealMatrix map, final List<Lesson> test) {
		final RealMatrix error = rows(test, Lesson::features, Lesson.COLOURS, true).multiply(map).subtract(rows(test, Lesson::velocities,
			Lesson.DIMENSIONS, false));
		final double norm = error.getFrobeniusNorm();
		return norm * norm / error.getRowDimension();
	}
}
