package org.motionlayers.evaluate.dreamer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.motionlayers.diffusion.Drawing;
import org.motionlayers.dreamer.Reasoner;
import org.motionlayers.predict.Cues;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Tracks;

/**
 * No reasoning between objects: the same network is shown one object at a time, as if it were alone in its scene. For requests of
 * one observed frame.
 *
 * @param reasoner draws the motion of each; closed with this
 */
record Alone(Reasoner reasoner) implements Reasoner {

	@Override
	public List<Motion> draw(final PredictionRequest request, final int samples, final Drawing drawing, final Progress progress) {
		final int n = request.scene().objects(), dimensions = request.scene().shape().dimensions();
		final double[][] displacements = new double[samples][request.frames() * n * dimensions];
		for (int i = 0; i < n; i++) {
			final List<Motion> draws = reasoner.draw(alone(request, i), samples, drawing, progress);
			for (int s = 0; s < samples; s++) for (int t = 1; t <= request.frames(); t++) for (int d = 0; d < dimensions; d++)
				displacements[s][((t - 1) * n + i) * dimensions + d] = draws.get(s).displacement(t, 0, d);
		}
		final List<Motion> motions = new ArrayList<>();
		for (final double[] all : displacements) motions.add(new Motion(request.scene().labels(), request.frames(), dimensions, all,
			new double[0], new double[0], new Motion.Provenance("alone", request.seed(), Map.of())));
		return motions;
	}

	/** @return the request of an object alone, of one observed frame */
	private static PredictionRequest alone(final PredictionRequest request, final int object) {
		final Scene scene = request.scene();
		final ObjectLayer layer = scene.layers().get(object);
		final Segmentation labels = request.labels();
		final int last = labels.frames() - 1;
		final int[] own = labels.labels(last).clone();
		for (int p = 0; p < own.length; p++) if (own[p] != layer.label()) own[p] = 0;
		final TreeMap<Integer, double[]> arrows = new TreeMap<>(request.cues().velocities());
		arrows.keySet().retainAll(List.of(layer.label()));
		return new PredictionRequest(scene.withLayers(List.of(layer)), request.observed(), Segmentation.of(labels.shape(), own), tracks(
			request.tracks(), object), new Cues(arrows), request.frames(), request.seed());
	}

	/** The last observed frame of one object. */
	private static Tracks tracks(final Tracks tracks, final int object) {
		final int last = tracks.frames() - 1;
		final double[] position = new double[tracks.dimensions()];
		for (int d = 0; d < position.length; d++) position[d] = tracks.position(last, object, d);
		return new Tracks(new int[] { tracks.label(object) }, 1, position.length, position, new boolean[] { tracks.cut(last, object) },
			new double[position.length]);
	}

	@Override
	public void close() {
		reasoner.close();
	}
}
