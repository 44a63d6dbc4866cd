package org.motionlayers.predict.hierarchical;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A velocity field across objects, fitted per model by weighted least squares with a Gaussian prior about 0 of the size of the
 * displacements: each object weighs by the inverse of its own variance. What the field explains it must pay for by the volume of
 * coefficients it excludes (the determinant in the evidence), so a field that is not there is not found.
 */
final class GroupMotion {

	/** What the group does. */
	enum Kind {
		/** Every object for itself. */
		NONE(1, 0),
		/** One velocity for all: drift. */
		UNIFORM(3, -1),
		/** Velocity linear in the place: rotation, spreading, shear. */
		LINEAR(5, -2);

		private final int leastObjects;
		private final double logPrior;

		Kind(final int leastObjects, final double logPrior) {
			this.leastObjects = leastObjects;
			this.logPrior = logPrior;
		}

		/** @return logarithm of its weight before anything is seen */
		double logPrior() {
			return logPrior;
		}

		/** @return whether so many objects can show it */
		boolean isPossible(final int objects) {
			return objects >= leastObjects;
		}

		private int terms(final int dimensions) {
			return this == NONE ? 0 : this == UNIFORM ? 1 : 1 + dimensions;
		}
	}

	/** The variances of objects depend on the field and the field on them: rounds until both settle. */
	private static final int ROUNDS = 2;

	/** Rounding that sums of products may show between the two halves of a symmetric matrix. */
	private static final double SYMMETRY = 1e-6;

	/** Models that are fitted side by side by one thread: what is summed for them stays in the processor's first cache. */
	private static final int MODELS_AT_ONCE = 48;

	private final Kind kind;
	private final double[][] coefficients;
	private final double[] logEvidence;
	private final double best;

	/**
	 * Fits the field for every straight model.
	 *
	 * @param kind its form
	 * @param bank the models
	 * @param tracks evidence of all tracks
	 * @param scale what is known of the size of displacements
	 * @param dimensions 2 or 3
	 */
	GroupMotion(final Kind kind, final ModelBank bank, final List<TrackEvidence> tracks, final ScalePrior scale, final int dimensions) {
		this.kind = kind;
		this.coefficients = new double[bank.size()][];
		this.logEvidence = new double[bank.size()];
		final int terms = kind.terms(dimensions), models = kind == Kind.NONE ? bank.size() : bank.straight();
		Arrays.fill(logEvidence, models, bank.size(), Double.NEGATIVE_INFINITY);
		for (int j = 0; j < bank.size(); j++) coefficients[j] = new double[terms * dimensions];
		final int parts = (models + MODELS_AT_ONCE - 1) / MODELS_AT_ONCE;
		IntStream.range(0, parts).parallel().forEach(part -> {
			final int from = part * MODELS_AT_ONCE, to = Math.min(models, from + MODELS_AT_ONCE);
			if (terms > 0) fit(from, to, tracks, scale, terms, dimensions);
			for (final TrackEvidence track : tracks) for (int j = from; j < to; j++) logEvidence[j] += track.logLikelihood(j, coefficients[j], scale);
		});
		this.best = Arrays.stream(logEvidence).max().orElseThrow();
	}

	/**
	 * Fits some models side by side, track after track, as they lie in memory; their evidence becomes what the coefficients cost: the prior
	 * and the volume they exclude.
	 */
	private void fit(final int from, final int to, final List<TrackEvidence> tracks, final ScalePrior scale, final int terms,
		final int dimensions)
	{
		final double prior = scale.meanSquare();
		for (int round = 0; round < ROUNDS; round++) {
			final double[][] precision = new double[to - from][terms * terms], right = new double[to - from][terms * dimensions];
			for (final double[] matrix : precision) for (int p = 0; p < terms; p++) matrix[p * terms + p] = 1 / prior;
			for (final TrackEvidence track : tracks) for (int j = from; j < to; j++) {
				final double variance = scale.variance(track.residual(j, coefficients[j]), track.innovations());
				track.addTo(j, 1 / variance, precision[j - from], right[j - from]);
			}
			for (int j = from; j < to; j++) {
				final Solution solution = solve(precision[j - from], right[j - from], terms, dimensions);
				coefficients[j] = solution.coefficients();
				logEvidence[j] = -0.5 * dimensions * (solution.logDeterminant() + terms * Math.log(prior));
				for (final double b : coefficients[j]) logEvidence[j] -= 0.5 * b * b / prior;
			}
		}
	}

	/**
	 * A fitted field.
	 *
	 * @param coefficients terms x dimensions
	 * @param logDeterminant of the precision of the coefficients along one dimension
	 */
	record Solution(double[] coefficients, double logDeterminant) {}

	/**
	 * Generalised least squares: every track's innovations explained by its filtered terms, weighed by its variance.
	 *
	 * @param precision of the prior, and what {@link TrackEvidence#addTo} added for every track
	 * @param right likewise
	 */
	static Solution solve(final double[] precision, final double[] right, final int terms, final int dimensions) {
		final CholeskyDecomposition cholesky = new CholeskyDecomposition(matrix(precision, terms, terms), SYMMETRY, Double.MIN_NORMAL);
		final RealMatrix found = cholesky.getSolver().solve(matrix(right, terms, dimensions));
		final double[] coefficients = new double[terms * dimensions];
		for (int p = 0; p < terms; p++) for (int d = 0; d < dimensions; d++) coefficients[p * dimensions + d] = found.getEntry(p, d);
		return new Solution(coefficients, logDeterminant(cholesky, terms));
	}

	private static RealMatrix matrix(final double[] values, final int rows, final int columns) {
		final RealMatrix matrix = new Array2DRowRealMatrix(rows, columns);
		for (int i = 0; i < values.length; i++) matrix.setEntry(i / columns, i % columns, values[i]);
		return matrix;
	}

	private static double logDeterminant(final CholeskyDecomposition cholesky, final int terms) {
		double log = 0;
		for (int p = 0; p < terms; p++) log += 2 * Math.log(cholesky.getL().getEntry(p, p));
		return log;
	}

	Kind kind() {
		return kind;
	}

	/** @return coefficients of the field under a model: terms x dimensions, pixels per frame */
	double[] coefficients(final int model) {
		return coefficients[model];
	}

	/** @return the highest {@link #logEvidence} of all models */
	double best() {
		return best;
	}

	/** @return logarithm of the probability of all tracks under a model; minus infinity where the kind and the model do not combine */
	double logEvidence(final int model) {
		return logEvidence[model];
	}
}
