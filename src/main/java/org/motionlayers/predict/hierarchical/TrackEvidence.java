package org.motionlayers.predict.hierarchical;

/**
 * What one track says of every model: its filter run over the track, each position predicted from those before it. Beside the positions
 * the terms of the group's velocity field run through the same filter, so that the field can be fitted afterwards by least squares: an
 * innovation is e - sum of coefficient x filtered term.
 */
final class TrackEvidence {

	static final int POSITION = 0, RANDOM = 1, STEADY = 2, CHANGE = 3, STATES = 4;

	private final BodyTrack track;
	private final int dimensions;
	private final int terms;
	private final int channels;

	/** Per model: states of all channels after the last frame; positions first, then terms. */
	private final double[][] states;

	/** Per model: sum of squared innovations over their variance, and of the logarithms of the variances. */
	private final double[] squares;
	private final double[] logVariances;

	/**
	 * Per straight model: sums of term x term, and of term x innovation, over the variance. All models lie side by side: a fit goes through
	 * thousands of tracks, and every jump in memory would cost more than the sums.
	 */
	private final double[] termProducts;
	private final double[] innovationProducts;

	/**
	 * @param bank the models
	 * @param track the positions
	 * @param field the terms of the group's velocity field
	 */
	TrackEvidence(final ModelBank bank, final BodyTrack track, final Field field) {
		this.track = track;
		this.dimensions = track.dimensions();
		this.terms = field.terms();
		this.channels = dimensions + terms;
		this.states = new double[bank.size()][];
		this.squares = new double[bank.size()];
		this.logVariances = new double[bank.size()];
		this.termProducts = new double[bank.straight() * terms * terms];
		this.innovationProducts = new double[bank.straight() * terms * dimensions];
		final double[][] series = series(field);
		for (int j = 0; j < bank.straight(); j++) filterStraight(j, bank.model(j), bank.gains(j), series);
		for (int j = bank.straight(); j < bank.size(); j++) filterTurning(j, bank.model(j), bank.gains(j));
	}

	/** Positions, and sums over time of the terms: what a group velocity of one in a term alone would have moved the object. */
	private double[][] series(final Field field) {
		final double[][] series = new double[track.frames()][channels];
		for (int k = 1; k < track.frames(); k++) {
			System.arraycopy(track.path()[k], 0, series[k], 0, dimensions);
			for (int term = 0; term < terms; term++) series[k][dimensions + term] = series[k - 1][dimensions + term] + field.term(term, track
				.place()[k - 1]);
		}
		return series;
	}

	private void filterStraight(final int j, final MotionModel model, final FilterGains gains, final double[][] series) {
		final double[] state = new double[channels * STATES], innovation = new double[channels];
		for (int k = 1; k < series.length; k++) {
			final double variance = gains.variance(k), g0 = gains.straight(k, POSITION), g1 = gains.straight(k, RANDOM), g2 = gains.straight(k,
				STEADY), g3 = gains.straight(k, CHANGE);
			for (int c = 0; c < channels; c++) {
				final int at = c * STATES;
				final double v = model.persistence() * state[at + RANDOM], m = state[at + STEADY] + state[at + CHANGE];
				final double x = state[at] + v + m, e = series[k][c] - x;
				state[at] = x + g0 * e;
				state[at + RANDOM] = v + g1 * e;
				state[at + STEADY] = m + g2 * e;
				state[at + CHANGE] += g3 * e;
				innovation[c] = e;
			}
			accumulate(j, innovation, variance);
		}
		states[j] = state;
	}

	private void accumulate(final int j, final double[] innovation, final double variance) {
		for (int d = 0; d < dimensions; d++) squares[j] += innovation[d] * innovation[d] / variance;
		logVariances[j] += dimensions * Math.log(variance);
		for (int p = 0; p < terms; p++) {
			final double scaled = innovation[dimensions + p] / variance;
			for (int q = 0; q < terms; q++) termProducts[(j * terms + p) * terms + q] += scaled * innovation[dimensions + q];
			for (int d = 0; d < dimensions; d++) innovationProducts[(j * terms + p) * dimensions + d] += scaled * innovation[d];
		}
	}

	private void filterTurning(final int j, final MotionModel model, final FilterGains gains) {
		final double[] state = new double[2 * STATES], e = new double[2];
		final double along = model.persistence() * Math.cos(model.turn()), aside = model.persistence() * Math.sin(model.turn());
		for (int k = 1; k < track.frames(); k++) {
			final double vx = along * state[RANDOM] - aside * state[STATES + RANDOM], vy = aside * state[RANDOM] + along * state[STATES + RANDOM];
			state[RANDOM] = vx;
			state[STATES + RANDOM] = vy;
			for (int d = 0; d < 2; d++) {
				state[d * STATES] += state[d * STATES + RANDOM] + state[d * STATES + STEADY];
				e[d] = track.path()[k][d] - state[d * STATES];
			}
			for (int s = 0; s < CHANGE; s++) {
				state[s] += gains.straight(k, s) * e[0] - gains.across(k, s) * e[1];
				state[STATES + s] += gains.across(k, s) * e[0] + gains.straight(k, s) * e[1];
			}
			squares[j] += (e[0] * e[0] + e[1] * e[1]) / gains.variance(k);
			logVariances[j] += 2 * Math.log(gains.variance(k));
		}
		states[j] = state;
	}

	BodyTrack track() {
		return track;
	}

	/** @return number of innovations: steps x dimensions */
	int innovations() {
		return track.steps() * dimensions;
	}

	/**
	 * Adds what the track says of the first terms of the group's velocity under a straight model to the equations of least squares.
	 *
	 * @param model index of the model
	 * @param weight of the track
	 * @param precision terms x terms, exactly symmetric whatever the rounding
	 * @param right terms x dimensions
	 */
	void addTo(final int model, final double weight, final double[] precision, final double[] right) {
		final int used = right.length / dimensions, first = model * terms;
		for (int p = 0; p < used; p++) {
			for (int q = 0; q < used; q++) precision[p * used + q] += weight * (termProducts[(first + p) * terms + q] + termProducts[(first + q) *
				terms + p]) / 2;
			for (int d = 0; d < dimensions; d++) right[p * dimensions + d] += weight * innovationProducts[(first + p) * dimensions + d];
		}
	}

	/** @return sum of squared innovations over their variance that is left when the group moves with these coefficients */
	double residual(final int model, final double[] coefficients) {
		double sum = squares[model];
		final int used = coefficients.length / dimensions;
		for (int p = 0; p < used; p++) for (int d = 0; d < dimensions; d++) {
			double product = -2 * innovationProducts[(model * terms + p) * dimensions + d];
			for (int q = 0; q < used; q++) product += termProducts[(model * terms + p) * terms + q] * coefficients[q * dimensions + d];
			sum += coefficients[p * dimensions + d] * product;
		}
		return Math.max(0, sum);
	}

	/**
	 * Logarithm of the probability of the track, up to a constant that is the same for all models: every position given those before it,
	 * Gaussian with a scale that is inverse-gamma distributed and integrated out.
	 *
	 * @param model index of the model
	 * @param coefficients of the group's velocity
	 * @param scale what is known of the scale from all objects
	 */
	double logLikelihood(final int model, final double[] coefficients, final ScalePrior scale) {
		return -0.5 * logVariances[model] - (scale.strength() + 0.5 * innovations()) * Math.log(scale.sum() + 0.5 * residual(model,
			coefficients));
	}

	/** @return state of the object's own motion along a dimension after the last frame: what is left when the group's part is taken out */
	double state(final int model, final double[] coefficients, final int dimension, final int state) {
		double own = states[model][dimension * STATES + state];
		for (int p = 0; p * dimensions < coefficients.length; p++) own -= coefficients[p * dimensions + dimension] * states[model][(dimensions +
			p) * STATES + state];
		return own;
	}

	/**
	 * How far the filtered position lies from the measured one after the last frame; the group's part of the path is in both and falls out
	 * but for what the filter smoothed away.
	 */
	double offset(final int model, final double[] coefficients, final int dimension, final double[] termSums) {
		double filtered = state(model, coefficients, dimension, POSITION);
		for (int p = 0; p * dimensions < coefficients.length; p++) filtered += coefficients[p * dimensions + dimension] * termSums[p];
		return filtered - track.path()[track.steps()][dimension];
	}

	/** @return sums over time of the terms of the field, up to the last frame */
	double[] termSums(final Field field) {
		final double[] sums = new double[terms];
		for (int k = 0; k < track.steps(); k++) for (int p = 0; p < terms; p++) sums[p] += field.term(p, track.place()[k]);
		return sums;
	}
}
