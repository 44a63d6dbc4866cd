package org.motionlayers.io.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.RunMask;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Shape;

/** Layers as far as they lie in the frame: a stack shows no more of them. */
final class Clip {

	private Clip() {}

	/** @return the scene without what edits moved out of the frame */
	static Scene of(final Scene scene) {
		final Shape shape = scene.shape();
		if (Stream.concat(scene.layers().stream(), scene.halos().stream()).allMatch(layer -> isInside(layer.bounds(), shape))) return scene;
		final LayerPainter painter = new LayerPainter(shape, scene.type());
		final Scene clipped = scene.withLayers(clip(scene.layers(), scene, painter));
		return clipped.withHalos(clip(scene.halos(), scene, painter).stream().filter(halo -> clipped.has(halo.label())).toList());
	}

	private static List<ObjectLayer> clip(final List<ObjectLayer> layers, final Scene scene, final LayerPainter painter) {
		return layers.stream().flatMap(layer -> clip(layer, scene, painter).stream()).toList();
	}

	private static boolean isInside(final Box box, final Shape shape) {
		return box.x() >= 0 && box.y() >= 0 && box.z() >= 0 && box.x() + box.width() <= shape.width() && box.y() + box.height() <= shape.height() &&
			box.z() + box.depth() <= shape.depth();
	}

	private static Optional<ObjectLayer> clip(final ObjectLayer layer, final Scene scene, final LayerPainter painter) {
		final Shape shape = scene.shape();
		final Box box = layer.bounds();
		if (isInside(box, shape)) return Optional.of(layer);
		final RunMask mask = layer.mask();
		final List<int[]> kept = new ArrayList<>();
		for (int r = 0; r < mask.runs(); r++) {
			final int x = box.x() + mask.x(r), y = box.y() + mask.y(r), z = box.z() + mask.z(r);
			final int from = Math.max(0, x), to = Math.min(shape.width(), x + mask.length(r));
			if (from < to && y >= 0 && y < shape.height() && z >= 0 && z < shape.depth()) kept.add(new int[] { from, y, z, to - from });
		}
		if (kept.isEmpty()) return Optional.empty();
		final Object data = scene.type().newArray(shape.values());
		LayerStack.paint(layer, data, shape);
		return Optional.of(painter.layer(new Frame(scene.type(), shape, data), LayerPainter.columns(kept), layer.object(), true, layer.depth()));
	}
}
