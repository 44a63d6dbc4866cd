package org.motionlayers.predict.hierarchical;

import java.util.Arrays;
import java.util.List;

/**
 * What is known of how large an object's displacements are before it is looked at: an inverse-gamma distribution of their variance whose
 * centre is the median over all objects.
 *
 * @param strength shape of the distribution: how many displacements, halved, the knowledge is worth
 * @param sum its scale, pixels squared
 * @param meanSquare mean squared displacement along one dimension over all objects, pixels squared
 */
record ScalePrior(double strength, double sum, double meanSquare) {

	private static final double STRENGTH = 2;

	/** No movie measures positions better than this, pixels squared. */
	private static final double LEAST = 1e-4;

	/** @return what these tracks say */
	static ScalePrior of(final List<BodyTrack> tracks) {
		final double[] squares = tracks.stream().flatMapToDouble(track -> java.util.stream.IntStream.rangeClosed(1, track.steps())
			.mapToDouble(track::squaredStep)).toArray();
		Arrays.sort(squares);
		final int n = squares.length;
		final double median = n == 0 ? 0 : (squares[(n - 1) / 2] + squares[n / 2]) / 2;
		return new ScalePrior(STRENGTH, STRENGTH * (median + LEAST), Arrays.stream(squares).average().orElse(0) + LEAST);
	}

	/** @return expected variance of the displacements of an object, pixels squared */
	double variance(final double residual, final int innovations) {
		return (sum + 0.5 * residual) / (strength + 0.5 * innovations);
	}
}
