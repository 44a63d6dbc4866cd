package org.motionlayers.evaluate.dreamer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.motionlayers.decompose.AutoInpainter;
import org.motionlayers.decompose.Decomposer;
import org.motionlayers.predict.Cues;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.predict.TrackMeasurer;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.simulate.CollisionOptions;
import org.motionlayers.simulate.Collisions;
import org.motionlayers.simulate.body.BodySample;

/**
 * One simulated collision that nothing was trained on: its first frame and the arrows of the bodies that are pushed are shown, all else is
 * to be imagined.
 *
 * @param sample the simulation and all that is true of it
 * @param request what is shown: frame 0 taken apart, and one arrow for every body that moves at the start
 * @param truth displacements of all bodies, in the order of the scene's layers
 */
record Trial(BodySample sample, PredictionRequest request, Motion truth) {

	/** Future frames. */
	static final int FRAMES = 8;

	/** What collides: 64 x 64 pixels, five bodies, one pushed. */
	static final CollisionOptions SCENES = CollisionOptions.DEFAULT.withSize(64, 64, FRAMES + 1);

	/** Seeds from here on are never trained on. */
	static final long FIRST_SEED = 1_000_000_000;

	/** So many trials may belong to one seed of the user's. */
	private static final long SEEDS_APART = 10_000;

	/**
	 * Simulates trials.
	 *
	 * @param count how many
	 * @param first how many of the seed's trials are skipped
	 * @param seed of the experiment: another one gives other trials
	 * @param progress is told and asked
	 */
	static List<Trial> of(final int count, final int first, final long seed, final Progress progress) {
		final long start = FIRST_SEED + Math.floorMod(seed, SEEDS_APART) * SEEDS_APART + first;
		final Collisions collisions = new Collisions(SCENES);
		final List<Trial> trials = new ArrayList<>();
		for (int k = 0; k < count; k++) {
			progress.update(k, count, "simulating collisions");
			trials.add(of(collisions.sample(start + k)));
		}
		return trials;
	}

	/** Takes the first frame of a simulation apart, and draws the arrows: mean displacement per frame (Motion Dreamer, Eq. 2). */
	static Trial of(final BodySample sample) {
		final Movie seen = sample.movie().head(1);
		final Segmentation labels = sample.labels().head(1);
		final Frame depth = Frame.of(PixelType.FLOAT32, sample.shape().width(), sample.shape().height(), sample.depth(0));
		final Scene scene = Decomposer.decompose(seen, labels, new AutoInpainter(), Optional.of(depth), 0, Progress.NONE);
		final Motion truth = sample.motion(0);
		final SortedMap<Integer, double[]> arrows = new TreeMap<>();
		for (int i = 0; i < sample.objects(); i++) if (speed(sample, i) > 0) arrows.put(truth.label(i), new double[] { truth.displacement(truth
			.frames(), i, 0) / truth.frames(), truth.displacement(truth.frames(), i, 1) / truth.frames() });
		return new Trial(sample, new PredictionRequest(scene, seen, labels, new TrackMeasurer().measure(seen, labels, scene, Progress.NONE),
			new Cues(arrows), truth.frames(), sample.motion(0).provenance().seed()), truth);
	}

	private static double speed(final BodySample sample, final int object) {
		return Math.hypot(sample.paths().velocities()[0][2 * object], sample.paths().velocities()[0][2 * object + 1]);
	}

	/** @return the frame taken apart */
	Scene scene() {
		return request.scene();
	}

	/** @return number of future frames */
	int frames() {
		return truth.frames();
	}

	/** @return whether an arrow says how an object moves */
	boolean hinted(final int object) {
		return request.cues().has(truth.label(object));
	}

	/** @return the objects with an arrow */
	int[] hinted() {
		return IntStream.range(0, truth.objects()).filter(this::hinted).toArray();
	}

	/** @return the objects without an arrow that another body hits before the last frame: what has to be reasoned */
	int[] hit() {
		return IntStream.range(0, truth.objects()).filter(i -> !hinted(i) && isHit(truth.label(i))).toArray();
	}

	private boolean isHit(final int label) {
		return sample.contacts().stream().anyMatch(c -> c.first() != 0 && c.second() != 0 && (c.first() == label || c.second() == label) && c
			.time() < frames());
	}
}
