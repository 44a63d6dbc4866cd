package org.motionlayers.scene.edit;

import java.util.ArrayList;
import java.util.List;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Shape;

/** Layers that are like others but for one thing; their pixels are shared, not copied. */
final class Layers {

	private Layers() {}

	/** @return the layer elsewhere, whole even where it lies outside the frame: what its motion brings back is then seen */
	static ObjectLayer moved(final ObjectLayer layer, final Offset by, final Shape shape) {
		final Box old = layer.bounds();
		final Box box = new Box(old.x() + by.x(), old.y() + by.y(), old.z() + by.z(), old.width(), old.height(), old.depth());
		final double[] centroid = { layer.centroid(0) + by.x(), layer.centroid(1) + by.y(), layer.centroid(2) + by.z() };
		// an object that the border cut is still not whole where it lies now
		final boolean touches = layer.touchesBorder() || box.touchesBorder(shape);
		return new ObjectLayer(layer.object(), box, layer.mask(), layer.type(), patches(layer), centroid, means(layer), touches, layer.depth());
	}

	/** @return the layer with another label; it has no parents */
	static ObjectLayer labelled(final ObjectLayer layer, final int label) {
		final SegmentedObject old = layer.object();
		return new ObjectLayer(new SegmentedObject(label, old.name(), old.score(), old.category(), List.of()), layer.bounds(), layer.mask(),
			layer.type(), patches(layer), centroid(layer), means(layer), layer.touchesBorder(), layer.depth());
	}

	private static List<Object> patches(final ObjectLayer layer) {
		final List<Object> patches = new ArrayList<>();
		for (int c = 0; c < layer.channels(); c++) patches.add(layer.patch(c));
		return patches;
	}

	private static double[] centroid(final ObjectLayer layer) {
		return new double[] { layer.centroid(0), layer.centroid(1), layer.centroid(2) };
	}

	private static double[] means(final ObjectLayer layer) {
		final double[] means = new double[layer.channels()];
		for (int c = 0; c < means.length; c++) means[c] = layer.meanValue(c);
		return means;
	}
}
