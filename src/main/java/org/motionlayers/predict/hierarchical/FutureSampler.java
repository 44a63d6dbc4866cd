package org.motionlayers.predict.hierarchical;

import java.util.List;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Draws futures of one object: a hypothesis by its probability, the object's scale from its inverse-gamma distribution, the state from the
 * filter's covariance, and then the random walk itself, frame by frame.
 */
final class FutureSampler {

	private final ModelBank bank;
	private final ScalePrior scale;
	private final Posterior posterior;
	private final Rollout rollout;
	private final int dimensions;
	private final RandomGenerator random;

	/**
	 * @param bank the models
	 * @param scale what is known of the size of displacements
	 * @param posterior the object's hypotheses
	 * @param rollout of the same object
	 * @param dimensions 2 or 3
	 * @param seed of the draws
	 */
	FutureSampler(final ModelBank bank, final ScalePrior scale, final Posterior posterior, final Rollout rollout, final int dimensions,
		final long seed)
	{
		this.bank = bank;
		this.scale = scale;
		this.posterior = posterior;
		this.rollout = rollout;
		this.dimensions = dimensions;
		this.random = new MersenneTwister(seed);
	}

	/**
	 * One future.
	 *
	 * @param place where the object is in the reference frame, pixels
	 * @param body frames + 1 x dimensions: receives the displacement of the body, pixels
	 * @return standard deviation of the measurement of a position in this future, pixels
	 */
	double draw(final double[] place, final double[][] body) {
		final Posterior.Hypothesis h = pick(posterior.hypotheses());
		final MotionModel model = bank.model(h.model());
		final double deviation = Math.sqrt(variance(h));
		final double[] state = rollout.state(h), at = rollout.start(h, state);
		perturb(h, model, deviation, state, at);
		final double drive = deviation * Math.sqrt(model.drive());
		for (int t = 1; t < body.length; t++) {
			rollout.step(h, state, at);
			for (int d = 0; d < dimensions; d++) {
				final double kick = drive * random.nextGaussian();
				state[d * TrackEvidence.STATES + TrackEvidence.RANDOM] += kick;
				at[d] += kick;
				body[t][d] = at[d] - place[d];
			}
		}
		return deviation * Math.sqrt(model.measurementVariance());
	}

	/** @return a measurement of something, pixels */
	double measured(final double value, final double deviation) {
		return value + deviation * random.nextGaussian();
	}

	private Posterior.Hypothesis pick(final List<Posterior.Hypothesis> hypotheses) {
		double left = random.nextDouble();
		for (final Posterior.Hypothesis h : hypotheses) {
			left -= h.weight();
			if (left < 0) return h;
		}
		return hypotheses.get(0);
	}

	private double variance(final Posterior.Hypothesis h) {
		final TrackEvidence track = posterior.track();
		final double shape = scale.strength() + (track == null ? 0 : 0.5 * track.innovations());
		final double sum = scale.sum() + (track == null ? 0 : 0.5 * track.residual(h.model(), h.coefficients()));
		return sum / new GammaDistribution(random, shape, 1).sample();
	}

	private void perturb(final Posterior.Hypothesis h, final MotionModel model, final double deviation, final double[] state,
		final double[] at)
	{
		final int steps = posterior.track() == null ? 0 : posterior.track().track().steps();
		final double[][] root = bank.gains(h.model()).root(steps);
		final int axes = model.turn() == 0 ? 1 : 2;
		for (int first = 0; first < dimensions; first += axes) {
			final double[] noise = new double[root.length];
			for (int k = 0; k < noise.length; k++) noise[k] = deviation * random.nextGaussian();
			for (int row = 0; row < root.length; row++) {
				double sum = 0;
				for (int k = 0; k <= row; k++) sum += root[row][k] * noise[k];
				final int d = first + row % axes, s = row / axes;
				state[d * TrackEvidence.STATES + s] += sum;
				if (s == TrackEvidence.POSITION) at[d] += sum;
			}
		}
	}
}
