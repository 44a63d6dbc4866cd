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
		final int terms = kind.terms(dimensions);
		final int models = kind == Kind.NONE ? bank.size() : bank.straight();
		IntStream.range(0, bank.size()).parallel().forEach(j -> {
			coefficients[j] = new double[terms * dimensions];
			logEvidence[j] = j < models ? (terms == 0 ? 0 : fit(j, tracks, scale, terms, dimensions)) : Double.NEGATIVE_INFINITY;
			for (int i = 0; j < models && i < tracks.size(); i++) logEvidence[j] += tracks.get(i).logLikelihood(j, coefficients[j], scale);
		});
		this.best = Arrays.stream(logEvidence).max().orElseThrow();
	}

	/** @return what the coefficients cost: the prior and the volume they exclude */
	private double fit(final int j, final List<TrackEvidence> tracks, final ScalePrior scale, final int terms, final int dimensions) {
		final double prior = scale.meanSquare();
		Solution solution = null;
		for (int round = 0; round < ROUNDS; round++) {
			final double[] variances = tracks.stream().mapToDouble(track -> scale.variance(track.residual(j, coefficients[j]), track
				.innovations())).toArray();
			solution = solve(j, tracks, variances, prior, terms, dimensions);
			coefficients[j] = solution.coefficients();
		}
		double cost = -0.5 * dimensions * (solution.logDeterminant() + terms * Math.log(prior));
		for (final double b : coefficients[j]) cost -= 0.5 * b * b / prior;
		return cost;
	}

	/**
	 * A fitted field.
	 *
	 * @param coefficients terms x dimensions
	 * @param logDeterminant of the precision of the coefficients along one dimension
	 */
	record Solution(double[] coefficients, double logDeterminant) {}

	/** Generalised least squares: every track's innovations explained by its filtered terms, weighed by its variance. */
	static Solution solve(final int j, final List<TrackEvidence> tracks, final double[] variances, final double priorVariance,
		final int terms, final int dimensions)
	{
		final RealMatrix precision = new Array2DRowRealMatrix(terms, terms), right = new Array2DRowRealMatrix(terms, dimensions);
		for (int p = 0; p < terms; p++) precision.setEntry(p, p, 1 / priorVariance);
		for (int i = 0; i < variances.length; i++) add(tracks.get(i), j, 1 / variances[i], precision, right);
		final CholeskyDecomposition cholesky = new CholeskyDecomposition(precision, SYMMETRY, Double.MIN_NORMAL);
		final RealMatrix found = cholesky.getSolver().solve(right);
		final double[] coefficients = new double[terms * dimensions];
		for (int p = 0; p < terms; p++) for (int d = 0; d < dimensions; d++) coefficients[p * dimensions + d] = found.getEntry(p, d);
		return new Solution(coefficients, logDeterminant(cholesky, terms));
	}

	private static double logDeterminant(final CholeskyDecomposition cholesky, final int terms) {
		double log = 0;
		for (int p = 0; p < terms; p++) log += 2 * Math.log(cholesky.getL().getEntry(p, p));
		return log;
	}

	private static void add(final TrackEvidence track, final int j, final double weight, final RealMatrix precision,
		final RealMatrix right)
	{
		final int terms = precision.getRowDimension(), dimensions = right.getColumnDimension();
		final int stride = (int) Math.round(Math.sqrt(track.termProducts(j).length));
		for (int p = 0; p < terms; p++) {
			for (int q = 0; q < terms; q++) precision.addToEntry(p, q, weight * (track.termProducts(j)[p * stride + q] + track.termProducts(j)[q *
				stride + p]) / 2); // exactly symmetric, whatever the rounding
			for (int d = 0; d < dimensions; d++) right.addToEntry(p, d, weight * track.innovationProducts(j)[p * dimensions + d]);
		}
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
