package org.motionlayers.command;

import java.util.Map;
import java.util.TreeMap;

import org.motionlayers.Prediction;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Tracks;
import org.motionlayers.scene.Video;
import org.motionlayers.scene.edit.LayeredMotion;

/** Layers that were composited again, as a prediction whose one observed frame is the reference frame as it would have been. */
final class Recomposition {

	private Recomposition() {}

	/**
	 * @param edited layers and where they go
	 * @param video the frames
	 * @return a prediction; its objects were seen where the layers lie
	 */
	static Prediction of(final LayeredMotion edited, final Video video) {
		final Scene scene = edited.scene();
		final Movie observed = new Movie(scene.title(), scene.type(), scene.shape(), 1, scene.calibration(), scene.display(), t -> video.image(t));
		final Map<Integer, SegmentedObject> objects = new TreeMap<>();
		for (final ObjectLayer layer : scene.layers()) objects.put(layer.label(), layer.object());
		final Segmentation labels = new Segmentation(scene.shape(), 1, video::labels, objects, true, scene.calibration(), scene.objects() +
			" layers of " + scene.title());
		return new Prediction(observed, labels, scene, tracks(scene), edited.motion(), video);
	}

	private static Tracks tracks(final Scene scene) {
		final int dimensions = scene.shape().dimensions(), objects = scene.objects();
		final double[] positions = new double[objects * dimensions];
		final boolean[] cut = new boolean[objects];
		for (int o = 0; o < objects; o++) {
			cut[o] = scene.layers().get(o).touchesBorder();
			for (int d = 0; d < dimensions; d++) positions[o * dimensions + d] = scene.layers().get(o).centroid(d);
		}
		return new Tracks(scene.labels(), 1, dimensions, positions, cut, new double[dimensions]);
	}
}
