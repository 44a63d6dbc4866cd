package org.motionlayers.predict.hierarchical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Tracks;

/** All that the observed frames say of a scene's motion: hypotheses for every object, the group's velocity field, the camera. */
final class Hierarchy {

	/** Older frames say little of what comes. */
	private static final int HISTORY = FilterGains.STEPS;

	/** Keeps the draws of different seeds and objects apart. */
	private static final long SEED_FACTOR = 1_000_003L;

	private final Scene scene;
	private final Tracks tracks;
	private final List<BodyTrack> pieces;
	private final MotionFit fit;
	private final List<Posterior> posteriors = new ArrayList<>();
	private final List<double[]> places = new ArrayList<>();
	private final Contacts contacts;

	/**
	 * Fits the hierarchy.
	 *
	 * @param request what is known; at least 2 observed frames
	 * @param progress is told and asked
	 */
	Hierarchy(final PredictionRequest request, final Progress progress) {
		this.scene = request.scene();
		this.tracks = request.tracks();
		this.pieces = BodyTracks.of(request.labels(), tracks, progress).stream().map(track -> track.recent(HISTORY)).toList();
		progress.update(0, 1, "weighing hypotheses of motion");
		this.fit = new MotionFit(pieces, last(), dimensions());
		for (int i = 0; i < scene.objects(); i++) {
			progress.update(i, scene.objects(), "weighing hypotheses of motion");
			posteriors.add(fit.posterior(scene.layers().get(i).label()));
			final double[] place = new double[dimensions()];
			for (int d = 0; d < place.length; d++) place[d] = scene.layers().get(i).centroid(d);
			places.add(place);
		}
		this.contacts = meetings();
	}

	private int last() {
		return tracks.frames() - 1;
	}

	private int dimensions() {
		return scene.shape().dimensions();
	}

	/** @return where an object goes from the reference frame on, the camera standing still */
	Rollout rollout(final int object) {
		return fit.rollout(posteriors.get(object), places.get(object));
	}

	/** @return draws futures of an object, the camera standing still; every object has draws of its own */
	FutureSampler sampler(final int object, final long seed) {
		return fit.sampler(posteriors.get(object), places.get(object), seed * SEED_FACTOR + scene.layers().get(object).label());
	}

	/** @return what objects do when they meet */
	Contacts contacts() {
		return contacts;
	}

	private Contacts meetings() {
		final List<BodyTrack> current = posteriors.stream().map(p -> p.track() == null ? null : p.track().track()).toList();
		return new Contacts(current, places.toArray(double[][]::new), scene.layers().stream().mapToInt(ObjectLayer::area).toArray());
	}

	/** @return objects x frames + 1 x dimensions: expected displacement of the bodies, the camera standing still, meetings considered */
	double[][][] paths(final int frames, final Progress progress) {
		final double[][][] paths = new double[posteriors.size()][][];
		for (int i = 0; i < paths.length; i++) {
			progress.update(i, paths.length, "rolling motion out");
			paths[i] = rollout(i).mean(frames);
		}
		contacts.bend(paths);
		return paths;
	}

	/** @return the predictor tried on the observed frames */
	Backtest backtest(final long seed) {
		return new Backtest(pieces, last(), dimensions(), seed);
	}

	/** @return where an object is in the reference frame, pixels */
	double[] place(final int object) {
		return places.get(object).clone();
	}

	/** @return probability of every kind of group motion, mean over objects */
	Map<GroupMotion.Kind, Double> groupWeights() {
		return MotionFit.groupWeights(posteriors);
	}

	/** @return frames x dimensions: expected displacement of the background; an empty array where the camera stood still */
	double[] camera(final int frames) {
		if (!tracks.cameraMoves()) return new double[0];
		final double[][] path = new double[tracks.frames()][dimensions()];
		for (int k = 0; k < path.length; k++) for (int d = 0; d < dimensions(); d++) path[k][d] = tracks.camera(k, d) - tracks.camera(0, d);
		final BodyTrack track = new BodyTrack(0, 0, path, path).recent(HISTORY);
		final MotionFit alone = new MotionFit(List.of(track), last(), dimensions());
		final double[][] mean = alone.rollout(alone.posterior(0), track.place()[track.steps()]).mean(frames);
		final double[] camera = new double[frames * dimensions()];
		for (int t = 1; t <= frames; t++) for (int d = 0; d < dimensions(); d++) camera[(t - 1) * dimensions() + d] = mean[t][d] - mean[0][d];
		return camera;
	}

	/** @return mean over objects of what their hypotheses say of a property of own motion */
	double mean(final ToDoubleFunction<MotionModel> property) {
		return posteriors.stream().mapToDouble(p -> p.hypotheses().stream().mapToDouble(h -> h.weight() * property.applyAsDouble(fit.model(h)))
			.sum()).average().orElse(0);
	}

	/** @return number of objects that were not seen in the frame before the reference frame */
	int withoutHistory() {
		return (int) posteriors.stream().filter(p -> p.track() == null).count();
	}
}
