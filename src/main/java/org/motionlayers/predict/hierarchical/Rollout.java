package org.motionlayers.predict.hierarchical;

/**
 * Where an object goes from its last position under its hypotheses: the weighted mean of their paths. The group's velocity is read off
 * the field along the path.
 */
final class Rollout {

	private final ModelBank bank;
	private final Field field;
	private final Posterior posterior;
	private final double[] place;
	private final double[] termSums;
	private final int dimensions;

	/**
	 * @param bank the models
	 * @param field coordinates of the group's velocity field
	 * @param posterior the object's hypotheses
	 * @param place where the object was last seen, pixels, the camera's motion taken out
	 */
	Rollout(final ModelBank bank, final Field field, final Posterior posterior, final double[] place) {
		this.bank = bank;
		this.field = field;
		this.posterior = posterior;
		this.place = place.clone();
		this.dimensions = place.length;
		this.termSums = posterior.track() == null ? null : posterior.track().termSums(field);
	}

	/** @return frames + 1 x dimensions: expected displacement of the body at 0 (what smoothing moves it), 1, 2, ... frames, pixels */
	double[][] mean(final int frames) {
		final double[][] mean = new double[frames + 1][dimensions];
		for (final Posterior.Hypothesis h : posterior.hypotheses()) {
			final double[] state = state(h);
			final double[] at = start(h, state);
			for (int t = 0; t <= frames; t++) {
				if (t > 0) step(h, state, at);
				for (int d = 0; d < dimensions; d++) mean[t][d] += h.weight() * (at[d] - place[d]);
			}
		}
		return mean;
	}

	/** @return the object's own motion under a hypothesis: per dimension position, random velocity, steady velocity, its change */
	double[] state(final Posterior.Hypothesis h) {
		final double[] state = new double[dimensions * TrackEvidence.STATES];
		if (posterior.track() == null) return state;
		for (int d = 0; d < dimensions; d++) for (int s = 0; s < TrackEvidence.STATES; s++) state[d * TrackEvidence.STATES + s] = posterior
			.track().state(h.model(), h.coefficients(), d, s);
		return state;
	}

	/** @return where the object is under a hypothesis: what is measured, smoothed */
	double[] start(final Posterior.Hypothesis h, final double[] state) {
		final double[] at = place.clone();
		if (posterior.track() != null) for (int d = 0; d < dimensions; d++) at[d] += posterior.track().offset(h.model(), h.coefficients(), d,
			termSums);
		return at;
	}

	/** Moves an object on by one frame: state and place are changed. */
	void step(final Posterior.Hypothesis h, final double[] state, final double[] at) {
		final MotionModel model = bank.model(h.model());
		turn(model, state);
		final double[] group = new double[dimensions];
		for (int d = 0; d < dimensions; d++) group[d] = field.velocity(h.coefficients(), at, d);
		for (int d = 0; d < dimensions; d++) {
			final int s = d * TrackEvidence.STATES;
			state[s + TrackEvidence.STEADY] += state[s + TrackEvidence.CHANGE];
			at[d] += group[d] + state[s + TrackEvidence.RANDOM] + state[s + TrackEvidence.STEADY];
		}
	}

	private void turn(final MotionModel model, final double[] state) {
		for (int d = 0; d < dimensions; d++) state[d * TrackEvidence.STATES + TrackEvidence.RANDOM] *= model.persistence();
		if (model.turn() == 0) return;
		final double x = state[TrackEvidence.RANDOM], y = state[TrackEvidence.STATES + TrackEvidence.RANDOM], cos = Math.cos(model.turn()),
				sin = Math.sin(model.turn());
		state[TrackEvidence.RANDOM] = cos * x - sin * y;
		state[TrackEvidence.STATES + TrackEvidence.RANDOM] = sin * x + cos * y;
	}
}
