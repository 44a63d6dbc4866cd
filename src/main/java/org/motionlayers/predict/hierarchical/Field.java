package org.motionlayers.predict.hierarchical;

import java.util.List;

/**
 * Normalised coordinates in which a field of velocities is a sum of few terms: 1, and every coordinate about the objects' centre in units
 * of their spread.
 *
 * @param centre mean place of all objects in all frames, pixels
 * @param spread root mean square distance from it along one dimension, plus 1, pixels
 */
record Field(double[] centre, double spread) {

	/** @return coordinates for these tracks */
	static Field of(final List<BodyTrack> tracks, final int dimensions) {
		final double[] centre = new double[dimensions];
		double squares = 0;
		int count = 0;
		for (final BodyTrack track : tracks) for (final double[] place : track.place()) {
			for (int d = 0; d < dimensions; d++) centre[d] += place[d];
			count++;
		}
		for (int d = 0; d < dimensions; d++) centre[d] /= Math.max(1, count);
		for (final BodyTrack track : tracks) for (final double[] place : track.place()) for (int d = 0; d < dimensions; d++)
			squares += (place[d] - centre[d]) * (place[d] - centre[d]);
		return new Field(centre, 1 + Math.sqrt(squares / Math.max(1, count) / dimensions));
	}

	/** @return number of terms: 1 and one a dimension */
	int terms() {
		return 1 + centre.length;
	}

	/** @return the value of a term at a place */
	double term(final int term, final double[] place) {
		return term == 0 ? 1 : (place[term - 1] - centre[term - 1]) / spread;
	}

	/**
	 * Velocity of the group at a place.
	 *
	 * @param coefficients terms x dimensions, pixels per frame; may hold fewer terms
	 * @param place coordinates, pixels
	 * @param dimension along which
	 */
	double velocity(final double[] coefficients, final double[] place, final int dimension) {
		final int dimensions = centre.length;
		double sum = 0;
		for (int term = 0; term * dimensions < coefficients.length; term++) sum += coefficients[term * dimensions + dimension] * term(term,
			place);
		return sum;
	}
}
