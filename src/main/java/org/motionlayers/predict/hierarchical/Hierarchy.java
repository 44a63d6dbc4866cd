package org.motionlayers.predict.hierarchical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Tracks;

/** All that the observed frames say of a scene's motion: hypotheses for every object, the group's velocity field, the camera. */
final class Hierarchy {

	/** Older frames say little of what comes. */
	private static final int HISTORY = FilterGains.STEPS;

	private final Scene scene;
	private final ModelBank bank;
	private final Field field;
	private final ScalePrior scale;
	private final List<GroupMotion> groups = new ArrayList<>();
	private final List<Posterior> posteriors = new ArrayList<>();
	private final List<double[]> places = new ArrayList<>();
	private final Tracks tracks;

	/**
	 * Fits the hierarchy.
	 *
	 * @param request what is known; at least 2 observed frames
	 * @param progress is told and asked
	 */
	Hierarchy(final PredictionRequest request, final Progress progress) {
		this.scene = request.scene();
		this.tracks = request.tracks();
		final int dimensions = scene.shape().dimensions(), last = tracks.frames() - 1;
		this.bank = ModelBank.of(dimensions);
		final List<BodyTrack> pieces = BodyTracks.of(request.labels(), tracks, progress).stream().map(track -> track.recent(HISTORY)).toList();
		this.field = Field.of(pieces, dimensions);
		this.scale = ScalePrior.of(pieces);
		progress.update(0, 2, "weighing hypotheses of motion");
		final List<TrackEvidence> evidence = pieces.parallelStream().filter(track -> track.steps() > 0).map(track -> new TrackEvidence(bank,
			track, field)).toList();
		progress.update(1, 2, "weighing hypotheses of motion");
		final long objects = evidence.stream().mapToInt(e -> e.track().label()).distinct().count();
		for (final GroupMotion.Kind kind : GroupMotion.Kind.values()) if (kind == GroupMotion.Kind.NONE || kind.isPossible((int) objects))
			groups.add(new GroupMotion(kind, bank, evidence, scale, dimensions));
		final Map<Integer, TrackEvidence> current = new HashMap<>();
		for (final TrackEvidence e : evidence) if (e.track().last() == last) current.put(e.track().label(), e);
		for (int i = 0; i < scene.objects(); i++) addObject(i, current.get(scene.layers().get(i).label()));
	}

	private void addObject(final int i, final TrackEvidence evidence) {
		posteriors.add(new Posterior(bank, groups, evidence, scale));
		final double[] place = new double[scene.shape().dimensions()];
		for (int d = 0; d < place.length; d++) place[d] = scene.layers().get(i).centroid(d);
		places.add(place);
	}

	ModelBank bank() {
		return bank;
	}

	ScalePrior scale() {
		return scale;
	}

	Posterior posterior(final int object) {
		return posteriors.get(object);
	}

	/** @return where an object goes from the reference frame on, the camera standing still */
	Rollout rollout(final int object) {
		return new Rollout(bank, field, posteriors.get(object), places.get(object));
	}

	/** @return probability of every kind of group motion, mean over objects */
	Map<GroupMotion.Kind, Double> groupWeights() {
		final Map<GroupMotion.Kind, Double> weights = new EnumMap<>(GroupMotion.Kind.class);
		for (final Posterior p : posteriors) for (final Posterior.Hypothesis h : p.hypotheses()) weights.merge(h.group().kind(), h.weight() /
			posteriors.size(), Double::sum);
		return weights;
	}

	/** @return frames x dimensions: expected displacement of the background; an empty array where the camera stood still */
	double[] camera(final int frames) {
		if (!tracks.cameraMoves()) return new double[0];
		final int dimensions = tracks.dimensions();
		final double[][] path = new double[tracks.frames()][dimensions];
		for (int k = 0; k < path.length; k++) for (int d = 0; d < dimensions; d++) path[k][d] = tracks.camera(k, d) - tracks.camera(0, d);
		final BodyTrack track = new BodyTrack(0, 0, path, path).recent(HISTORY);
		final ScalePrior own = ScalePrior.of(List.of(track));
		final Field nowhere = Field.of(List.of(track), dimensions);
		final TrackEvidence evidence = new TrackEvidence(bank, track, nowhere);
		final GroupMotion alone = new GroupMotion(GroupMotion.Kind.NONE, bank, List.of(evidence), own, dimensions);
		final double[][] mean = new Rollout(bank, nowhere, new Posterior(bank, List.of(alone), evidence, own), track.place()[track.steps()])
			.mean(frames);
		final double[] camera = new double[frames * dimensions];
		for (int t = 1; t <= frames; t++) for (int d = 0; d < dimensions; d++) camera[(t - 1) * dimensions + d] = mean[t][d] - mean[0][d];
		return camera;
	}

	/** @return mean over objects of what their hypotheses say of a property of own motion */
	double mean(final java.util.function.ToDoubleFunction<MotionModel> property) {
		return posteriors.stream().mapToDouble(p -> p.hypotheses().stream().mapToDouble(h -> h.weight() * property.applyAsDouble(bank.model(h
			.model()))).sum()).average().orElse(0);
	}

	/** @return number of objects that were not seen in the frame before the reference frame */
	int withoutHistory() {
		return (int) posteriors.stream().filter(p -> p.track() == null).count();
	}

	@Override
	public String toString() {
		return "Hierarchy of " + posteriors.size() + " objects, group " + groupWeights() + ", centre " + Arrays.toString(field.centre());
	}
}
