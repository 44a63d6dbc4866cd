package org.motionlayers.predict.hierarchical;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How likely every hypothesis (group motion x model) is for one object: by its prior, by the evidence of all other objects, which counts
 * for part because objects differ, and by the object's own.
 */
final class Posterior {

	/** What the evidence of all objects for a kind of group motion counts for. */
	private static final double GROUP = 0.6;

	/** What the evidence of the others for a model counts for: objects are alike, not the same. */
	private static final double OTHERS = 0.3;

	/** What an object's own evidence counts for: real motion is none of the models. */
	private static final double OWN = 0.6;

	/** Hypotheses less likely than the likeliest by more than this factor are left out. */
	private static final double NEGLIGIBLE = 1e-4;

	/**
	 * One hypothesis.
	 *
	 * @param group what the group does
	 * @param model index of the model of own motion
	 * @param weight its probability
	 */
	record Hypothesis(GroupMotion group, int model, double weight) {

		/** @return coefficients of the group's velocity field, pixels per frame */
		double[] coefficients() {
			return group.coefficients(model);
		}
	}

	private final TrackEvidence track;
	private final List<Hypothesis> hypotheses;

	/**
	 * @param bank the models
	 * @param groups the group motions that are possible
	 * @param track the object's evidence; null for one that was never seen to move
	 * @param scale what is known of the size of displacements
	 */
	Posterior(final ModelBank bank, final List<GroupMotion> groups, final TrackEvidence track, final ScalePrior scale) {
		this.track = track;
		final List<Hypothesis> logs = new ArrayList<>();
		double highest = Double.NEGATIVE_INFINITY;
		for (final GroupMotion group : groups) for (int j = 0; j < bank.size(); j++) {
			if (group.logEvidence(j) == Double.NEGATIVE_INFINITY) continue;
			final double own = track == null ? 0 : track.logLikelihood(j, group.coefficients(j), scale);
			final double others = group.logEvidence(j) - group.best() - own;
			final double log = group.kind().logPrior() + GROUP * group.best() + bank.model(j).logPrior() + OTHERS * others + OWN * own;
			logs.add(new Hypothesis(group, j, log));
			highest = Math.max(highest, log);
		}
		this.hypotheses = normalised(logs, highest);
	}

	private static List<Hypothesis> normalised(final List<Hypothesis> logs, final double highest) {
		double sum = 0;
		for (final Hypothesis h : logs) if (h.weight() > highest + Math.log(NEGLIGIBLE)) sum += Math.exp(h.weight() - highest);
		final List<Hypothesis> kept = new ArrayList<>();
		for (final Hypothesis h : logs) if (h.weight() > highest + Math.log(NEGLIGIBLE)) kept.add(new Hypothesis(h.group(), h.model(), Math.exp(h
			.weight() - highest) / sum));
		kept.sort(Comparator.comparingDouble(Hypothesis::weight).reversed());
		return kept;
	}

	/** @return the object's evidence; null where it was never seen to move */
	TrackEvidence track() {
		return track;
	}

	/** @return hypotheses that matter, the likeliest first; their weights sum to 1 */
	List<Hypothesis> hypotheses() {
		return hypotheses;
	}
}
