package org.motionlayers.decompose;

import java.util.Arrays;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;

/**
 * The pixels just outside the masks that are the object's all the same: its glow, its halo, its shadow, what the segmentation cut off.
 * They belong to no label, but when the object moves and they stay, a ghost of its outline is left behind.
 */
final class Halo {

	private Halo() {}

	/** @return whether pixels close to the masks differ from those farther out */
	static boolean shows(final Frame reference, final int[] labels) {
		return new Plate(reference, labels).clearance() > 0;
	}

	/** @return the labels, every one grown by {@link Plate#RIM} pixels into what has none; computed when asked for */
	static Segmentation grown(final Segmentation labels) {
		return with(labels, "grown " + labels.description(), t -> grown(labels.labels(t), labels.shape()));
	}

	/** @return what has been added to labels by growing them */
	static Segmentation alone(final Segmentation labels, final Segmentation grown) {
		return with(labels, "halos of " + labels.description(), t -> {
			final int[] before = labels.labels(t), rest = grown.labels(t).clone();
			for (int i = 0; i < rest.length; i++) if (before[i] != 0) rest[i] = 0;
			return rest;
		});
	}

	private static Segmentation with(final Segmentation labels, final String description, final IntFunction<int[]> source) {
		return new Segmentation(labels.shape(), labels.frames(), source, Map.of(), labels.identified(), Calibration.NONE, description);
	}

	/**
	 * Grows ring by ring, from pixel to neighbour along x and y, in the first ring along z too, where planes lie farther apart; where two
	 * labels reach a pixel with the same ring, it goes to the one whose pixel comes first in the image.
	 */
	static int[] grown(final int[] labels, final Shape shape) {
		final int[] grown = labels.clone();
		int[] front = IntStream.range(0, labels.length).filter(i -> labels[i] != 0).toArray();
		for (int ring = 0; ring < Plate.RIM; ring++) front = spread(grown, shape, front, ring == 0 && shape.depth() > 1);
		return grown;
	}

	/** Gives the free neighbours of some pixels their labels. */
	private static int[] spread(final int[] labels, final Shape shape, final int[] front, final boolean deep) {
		final int[] reached = new int[labels.length - (int) Arrays.stream(labels).filter(label -> label != 0).count()];
		int count = 0;
		for (final int i : front) {
			final int x = i % shape.width(), y = i / shape.width() % shape.height(), z = i / shape.planeSize();
			if (x > 0 && labels[i - 1] == 0) labels[reached[count++] = i - 1] = labels[i];
			if (x < shape.width() - 1 && labels[i + 1] == 0) labels[reached[count++] = i + 1] = labels[i];
			if (y > 0 && labels[i - shape.width()] == 0) labels[reached[count++] = i - shape.width()] = labels[i];
			if (y < shape.height() - 1 && labels[i + shape.width()] == 0) labels[reached[count++] = i + shape.width()] = labels[i];
			if (deep && z > 0 && labels[i - shape.planeSize()] == 0) labels[reached[count++] = i - shape.planeSize()] = labels[i];
			if (deep && z < shape.depth() - 1 && labels[i + shape.planeSize()] == 0) labels[reached[count++] = i + shape.planeSize()] = labels[i];
		}
		return Arrays.copyOf(reached, count);
	}
}
