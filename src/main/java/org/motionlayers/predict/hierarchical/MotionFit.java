package org.motionlayers.predict.hierarchical;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tracks say of motion up to some frame: the field, the scale, the group, and hypotheses for every object that is there then. */
final class MotionFit {

	private final ModelBank bank;
	private final Field field;
	private final ScalePrior scale;
	private final List<GroupMotion> groups = new ArrayList<>();
	private final Map<Integer, TrackEvidence> current = new HashMap<>();
	private final int dimensions;

	/**
	 * Fits.
	 *
	 * @param tracks all pieces of all tracks; none goes beyond the last frame
	 * @param last the last frame
	 * @param dimensions 2 or 3
	 */
	MotionFit(final List<BodyTrack> tracks, final int last, final int dimensions) {
		this.dimensions = dimensions;
		this.bank = ModelBank.of(dimensions);
		this.field = Field.of(tracks, dimensions);
		this.scale = ScalePrior.of(tracks);
		final List<TrackEvidence> evidence = tracks.parallelStream().filter(track -> track.steps() > 0).map(track -> new TrackEvidence(bank,
			track, field)).toList();
		final long objects = evidence.stream().mapToInt(e -> e.track().label()).distinct().count();
		for (final GroupMotion.Kind kind : GroupMotion.Kind.values()) if (kind == GroupMotion.Kind.NONE || kind.isPossible((int) objects))
			groups.add(new GroupMotion(kind, bank, evidence, scale, dimensions));
		for (final TrackEvidence e : evidence) if (e.track().last() == last) current.put(e.track().label(), e);
	}

	/** @return whether an object was seen to move up to the last frame */
	boolean knows(final int label) {
		return current.containsKey(label);
	}

	/** @return hypotheses for an object; for one that was not seen before, those of all others */
	Posterior posterior(final int label) {
		return new Posterior(bank, groups, current.get(label), scale);
	}

	/** @return where an object goes from a place */
	Rollout rollout(final Posterior posterior, final double[] place) {
		return new Rollout(bank, field, posterior, place);
	}

	/** @return draws futures of an object */
	FutureSampler sampler(final Posterior posterior, final double[] place, final long seed) {
		return new FutureSampler(bank, scale, posterior, rollout(posterior, place), dimensions, seed);
	}

	MotionModel model(final Posterior.Hypothesis h) {
		return bank.model(h.model());
	}

	/** @return probability of every kind of group motion, mean over objects */
	static Map<GroupMotion.Kind, Double> groupWeights(final List<Posterior> posteriors) {
		final Map<GroupMotion.Kind, Double> weights = new EnumMap<>(GroupMotion.Kind.class);
		for (final Posterior p : posteriors) for (final Posterior.Hypothesis h : p.hypotheses()) weights.merge(h.group().kind(), h.weight() /
			posteriors.size(), Double::sum);
		return weights;
	}
}
