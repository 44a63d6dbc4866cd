package org.motionlayers.predict.perobject;

/**
 * What the position loss compares velocities with (MeloMotion, Eq. 5):
 * L = 1/M sum over t and i of |t v_i - d_i(t)|^2 / t^2, over the M pairs of frame and object where the object was seen.
 * Since |t v - d|^2 / t^2 = |v - d/t|^2, one mean velocity per object, its share of the pairs and one constant say the same as all
 * displacements: L = sum over i of share_i |v_i - mean_i|^2 + spread.
 */
public final class PositionTarget {

	private final int dimensions;
	private final float[] mean;
	private final float[] share;
	private final double spread;

	private PositionTarget(final int dimensions, final float[] mean, final float[] share, final double spread) {
		this.dimensions = dimensions;
		this.mean = mean;
		this.share = share;
		this.spread = spread;
	}

	/**
	 * Constant velocities that are known.
	 *
	 * @param velocities objects x dimensions, in the unit that the predictors are to speak
	 * @param dimensions values per object
	 */
	public static PositionTarget ofVelocities(final float[] velocities, final int dimensions) {
		final float[] share = new float[velocities.length / dimensions];
		java.util.Arrays.fill(share, 1f / share.length);
		return new PositionTarget(dimensions, velocities.clone(), share, 0);
	}

	/**
	 * Displacements that were seen.
	 *
	 * @param displacements frames x objects x dimensions, against time 0, in the unit that the predictors are to speak; NaN where an
	 *          object was not seen
	 * @param times time of every frame, in frames; negative for the past; a frame at time 0 says nothing and is left out
	 * @param objects number of objects
	 * @param dimensions values per object
	 */
	public static PositionTarget ofDisplacements(final double[] displacements, final int[] times, final int objects,
		final int dimensions)
	{
		if (displacements.length != times.length * objects * dimensions) throw new IllegalArgumentException(times.length + " frames of " +
			objects + " objects in " + dimensions + " dimensions do not fit " + displacements.length + " displacements.");
		final double[] mean = new double[objects * dimensions], squares = new double[objects];
		final int[] seen = new int[objects];
		long pairs = 0;
		for (int t = 0; t < times.length; t++) for (int i = 0; i < objects; i++) {
			final int at = (t * objects + i) * dimensions;
			if (times[t] == 0 || Double.isNaN(displacements[at])) continue;
			seen[i]++;
			pairs++;
			for (int k = 0; k < dimensions; k++) {
				final double velocity = displacements[at + k] / times[t], before = mean[i * dimensions + k];
				mean[i * dimensions + k] += (velocity - before) / seen[i];
				squares[i] += (velocity - before) * (velocity - mean[i * dimensions + k]);
			}
		}
		return of(dimensions, mean, squares, seen, pairs);
	}

	private static PositionTarget of(final int dimensions, final double[] mean, final double[] squares, final int[] seen,
		final long pairs)
	{
		final float[] velocity = new float[mean.length], share = new float[seen.length];
		double spread = 0;
		for (int k = 0; k < mean.length; k++) velocity[k] = (float) mean[k];
		for (int i = 0; i < seen.length; i++) {
			share[i] = pairs == 0 ? 0 : (float) seen[i] / pairs;
			spread += pairs == 0 ? 0 : squares[i] / pairs;
		}
		return new PositionTarget(dimensions, velocity, share, spread);
	}

	/** @return number of objects */
	public int objects() {
		return share.length;
	}

	/** @return values per object */
	public int dimensions() {
		return dimensions;
	}

	/** @return the velocity that makes the loss least: the mean of d(t) / t; 0 for an object never seen */
	public float velocity(final int object, final int dimension) {
		return mean[object * dimensions + dimension];
	}

	/** @return share of the pairs of frame and object that are this object's; 0 for one never seen */
	public float share(final int object) {
		return share[object];
	}

	/** @return the loss at its least: what no constant velocity explains */
	public double spread() {
		return spread;
	}

	/** @return the position loss of these velocities, objects x dimensions (MeloMotion, Eq. 5) */
	public double loss(final float[] velocities) {
		double sum = spread;
		for (int i = 0; i < share.length; i++) sum += share[i] * squaredError(i, velocities, i * dimensions);
		return sum;
	}

	/** @return |v - mean|^2 of one object whose velocity begins at an index */
	double squaredError(final int object, final float[] velocities, final int at) {
		double sum = 0;
		for (int k = 0; k < dimensions; k++) {
			final double d = velocities[at + k] - mean[object * dimensions + k];
			sum += d * d;
		}
		return sum;
	}
}
