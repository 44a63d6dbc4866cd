package org.motionlayers.evaluate.motion;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;

/** How far a predicted motion lies from the true one. Both name the same objects, in any order, and the same number of dimensions. */
public final class MotionError {

	private final Motion predicted;
	private final Motion truth;
	private final int[] predictedIndex;

	/**
	 * @param predicted the prediction, of at least as many frames as the truth
	 * @param truth the true motion
	 * @throws InputException where the prediction lacks an object or a frame of the truth
	 */
	public MotionError(final Motion predicted, final Motion truth) {
		if (predicted.frames() < truth.frames() || predicted.dimensions() != truth.dimensions()) throw new InputException(
			"The prediction has " + predicted.frames() + " frames in " + predicted.dimensions() + "D, the truth " + truth.frames() + " in " +
				truth.dimensions() + "D.");
		this.predicted = predicted;
		this.truth = truth;
		this.predictedIndex = new int[truth.objects()];
		for (int o = 0; o < truth.objects(); o++) predictedIndex[o] = indexOf(predicted, truth.label(o));
	}

	private static int indexOf(final Motion motion, final int label) {
		for (int o = 0; o < motion.objects(); o++) if (motion.label(o) == label) return o;
		throw new InputException("The prediction has no object with label " + label + ".");
	}

	/** @return distance of the predicted from the true position of an object of the truth at frame t, pixels */
	public double position(final int t, final int object) {
		return Math.sqrt(squaredPosition(t, object));
	}

	/** @return mean over objects of {@link #position} at frame t, pixels */
	public double position(final int t) {
		double sum = 0;
		for (int o = 0; o < truth.objects(); o++) sum += position(t, o);
		return sum / truth.objects();
	}

	/**
	 * Velocity error of MeloMotion, Eq. 5: {@code 1 / ((T-1) N) sum_t sum_i |d_i(t) - dgt_i(t)|^2 / t^2} with d_i(t) = t v_i for a constant
	 * velocity, where every term is |v - vgt|^2.
	 *
	 * @param unit length that velocities are given in, pixels: 1 for pixels per frame, the frame's width for the paper's normalised
	 *          coordinates
	 * @return the error, units squared per frame squared
	 */
	public double velocity(final double unit) {
		double sum = 0;
		for (int t = 1; t <= truth.frames(); t++) for (int o = 0; o < truth.objects(); o++) sum += velocityTerm(squaredPosition(t, o), t);
		return sum / truth.frames() / truth.objects() / (unit * unit);
	}

	/** @return one term of Eq. 5: {@code |d_i(t) - dgt_i(t)|^2 / t^2}, from the squared distance of two positions t frames after the reference */
	public static double velocityTerm(final double squaredDistance, final int t) {
		return squaredDistance / ((double) t * t);
	}

	private double squaredPosition(final int t, final int object) {
		double sum = 0;
		for (int k = 0; k < truth.dimensions(); k++) {
			final double d = predicted.displacement(t, predictedIndex[object], k) - truth.displacement(t, object, k);
			sum += d * d;
		}
		return sum;
	}
}
