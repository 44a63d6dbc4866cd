package org.motionlayers.composite;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.RunMask;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Shape;

/**
 * All layers of a scene, and after them their halos, packed for painting: their runs in one array and their patches in one array a channel, neighbours in the frame
 * being neighbours in the arrays, so that painting a band of the frame reads memory in order. A run is a triple: index of its first pixel
 * in a frame against the first pixel of the layer's box, number of pixels, index of its first value in the patches.
 */
final class SpriteSheet {

	/** Ints that one run takes. */
	static final int STRIDE = 3;

	private final Shape shape;
	private final List<ObjectLayer> layers;
	private final int solid;
	private final Box[] boxes;
	private final int[] runs;
	private final int[] firstRuns;
	private final int[] endRuns;
	private final int[] firstValues;
	private final Object[] patches;

	/** @param scene the layers, and the size of the frames that they are painted into */
	SpriteSheet(final Scene scene) {
		shape = scene.shape();
		layers = Stream.concat(scene.layers().stream(), scene.halos().stream()).toList();
		solid = scene.objects();
		boxes = layers.stream().map(ObjectLayer::bounds).toArray(Box[]::new);
		firstRuns = new int[boxes.length];
		endRuns = new int[boxes.length];
		firstValues = new int[boxes.length];
		runs = new int[Math.toIntExact(STRIDE * layers.stream().mapToLong(layer -> layer.mask().runs()).sum())];
		final int values = Math.toIntExact(layers.stream().mapToLong(ObjectLayer::area).sum());
		patches = new Object[shape.channels()];
		for (int c = 0; c < patches.length; c++) patches[c] = scene.type().newArray(values);
		pack();
	}

	private void pack() {
		final Comparator<Integer> byPlace = Comparator.<Integer>comparingInt(i -> boxes[i].z()).thenComparingInt(i -> boxes[i].y());
		int run = 0, value = 0;
		for (final int object : IntStream.range(0, boxes.length).boxed().sorted(byPlace).mapToInt(i -> i).toArray()) {
			final ObjectLayer layer = layers.get(object);
			final RunMask mask = layer.mask();
			firstRuns[object] = run;
			firstValues[object] = value;
			for (int r = 0; r < mask.runs(); r++, run += STRIDE) {
				runs[run] = shape.index(mask.x(r), mask.y(r), mask.z(r));
				runs[run + 1] = mask.length(r);
				runs[run + 2] = value + mask.offset(r);
			}
			endRuns[object] = run;
			for (int c = 0; c < patches.length; c++) System.arraycopy(layer.patch(c), 0, patches[c], value, layer.area());
			value += layer.area();
		}
	}

	/** @return size of the frames */
	Shape shape() {
		return shape;
	}

	/** @return number of objects and halos */
	int sprites() {
		return boxes.length;
	}

	/** @return number of objects; halos come after them */
	int objects() {
		return solid;
	}

	/** @return the layer of an object, or a halo */
	ObjectLayer layer(final int object) {
		return layers.get(object);
	}

	/** @return the box of an object in the reference frame */
	Box box(final int object) {
		return boxes[object];
	}

	/** @return the runs of all objects as triples */
	int[] runs() {
		return runs;
	}

	/** @return where the triples of an object start */
	int firstRun(final int object) {
		return firstRuns[object];
	}

	/** @return where the triples of an object end */
	int endRun(final int object) {
		return endRuns[object];
	}

	/** @return index of the first value of an object in the patches */
	int firstValue(final int object) {
		return firstValues[object];
	}

	/** @return the patches of one channel: byte[], short[] or float[] */
	Object patches(final int channel) {
		return patches[channel];
	}
}
