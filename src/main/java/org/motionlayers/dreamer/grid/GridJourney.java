package org.motionlayers.dreamer.grid;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.motionlayers.dreamer.clip.MotionReduction;
import org.motionlayers.dreamer.clip.Palette;
import org.motionlayers.network.Network;
import org.motionlayers.predict.Cues;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.predict.StabilizedTracks;
import org.motionlayers.scene.DenseMotion;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Scene;

/** One future of a request on its way, leg after leg of as many frames as the network dreams at once; everything on the grid until the end. */
final class GridJourney {

	/** An object that goes on at less than this, pixels of the grid per frame, may as well be at rest: nothing is said of it. */
	private static final double SLOW = .25;

	private final PredictionRequest request;
	private final GridScene scene;
	private final GridOptions options;
	private final int sample;
	private final double[] camera;
	private final double[][][] paths;
	private final int[] done;

	/**
	 * @param request what is asked
	 * @param scene its reference frame on the grid
	 * @param options of the network
	 * @param sample number of this future
	 */
	GridJourney(final PredictionRequest request, final GridScene scene, final GridOptions options, final int sample) {
		this.request = request;
		this.scene = scene;
		this.options = options;
		this.sample = sample;
		final double[] velocity = new StabilizedTracks(request.tracks()).cameraVelocity();
		this.camera = new double[] { velocity.length == 0 ? 0 : velocity[0] * scale(), velocity.length == 0 ? 0 : velocity[1] * scale() };
		this.paths = new double[request.frames()][request.scene().objects()][2];
		this.done = new int[scene.groups().size()];
	}

	private double scale() {
		return scene.canvas().scale();
	}

	/** @return seed of the noise of the next leg of a group */
	long seed(final int group) {
		return Network.mix(request.seed(), ((long) sample << 32) + (long) group * request.frames() + done[group]);
	}

	/** @return what is known at the start of the next leg of a group */
	GridCase next(final int group) {
		final int[] labels = scene.groups().get(group);
		final double[][] here = new double[labels.length][];
		for (int i = 0; i < labels.length; i++) here[i] = at(done[group], index(labels[i]));
		final GridScene.View view = scene.view(labels, here);
		return GridCase.of(options, view.rgb(), view.labels(), view.depth(), Palette.of(labels), cues(labels, done[group]), camera);
	}

	private int index(final int label) {
		return request.scene().indexOf(label);
	}

	/** Displacement on the grid after some frames. */
	private double[] at(final int frames, final int object) {
		return frames == 0 ? new double[2] : paths[frames - 1][object];
	}

	/** Arrows: of what the user said, what is left of it; later on, of others that move, how they did. */
	private Cues cues(final int[] labels, final int before) {
		final SortedMap<Integer, double[]> cues = new TreeMap<>();
		for (final int label : labels) {
			final double[] here = at(before, index(label)), velocity = new double[2];
			if (request.cues().has(label)) for (int d = 0; d < 2; d++) velocity[d] = (request.frames() * request.cues().velocity(label, d) * scale() -
				here[d]) / (request.frames() - before);
			else if (before == 0) continue;
			else for (int d = 0; d < 2; d++) velocity[d] = here[d] - at(before - 1, index(label))[d];
			if (request.cues().has(label) || Math.hypot(velocity[0] - camera[0], velocity[1] - camera[1]) > SLOW) cues.put(label, velocity);
		}
		return new Cues(cues);
	}

	/** Adds a leg to a group's paths. */
	void add(final int group, final GridCase start, final DenseMotion dream) {
		final MotionReduction reduction = new MotionReduction(start.labels(), options.side(), options.content().flow(), options.content()
			.segmentation());
		final int from = done[group], count = Math.min(options.frames(), request.frames() - from);
		for (final int label : scene.groups().get(group)) {
			final int object = index(label);
			final double[] here = at(from, object);
			final double[][] path = reduction.path(dream, label);
			for (int t = 0; t < count; t++) for (int d = 0; d < 2; d++) paths[from + t][object][d] = here[d] + path[t][d];
		}
		done[group] += count;
	}

	/** @return the whole future in pixels of the image; objects with an arrow arrive where it says */
	Motion motion(final String name, final Map<String, String> said) {
		final Scene of = request.scene();
		final List<Integer> labels = of.layers().stream().map(l -> l.label()).toList();
		final int frames = request.frames(), objects = of.objects();
		final double[] displacements = new double[frames * objects * 2], shifts = new double[camera[0] == 0 && camera[1] == 0 ? 0 : frames * 2];
		for (int t = 1; t <= frames; t++) for (int d = 0; d < 2; d++) {
			for (int i = 0; i < objects; i++) {
				double value = paths[t - 1][i][d] / scale();
				// Arrows mean the displacement per frame over all frames: what the flow misses of it is spread over them.
				if (request.cues().has(labels.get(i))) value += t * (request.cues().velocity(labels.get(i), d) - paths[frames - 1][i][d] / scale() / frames);
				displacements[((t - 1) * objects + i) * 2 + d] = value;
			}
			if (shifts.length > 0) shifts[(t - 1) * 2 + d] = t * camera[d] / scale();
		}
		return new Motion(of.labels(), frames, 2, displacements, new double[0], shifts, new Motion.Provenance(name, request.seed(), said));
	}
}
