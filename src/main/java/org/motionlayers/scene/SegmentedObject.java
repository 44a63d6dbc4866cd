package org.motionlayers.scene;

import java.util.List;

/**
 * What a segmentation file says of one object beside its pixels.
 *
 * @param label the label of its pixels, never 0
 * @param name its name, or an empty string
 * @param score confidence in [0, 1], NaN where the file gives none
 * @param category its class, or an empty string
 * @param parents labels of the objects it came out of by division or merging
 */
public record SegmentedObject(int label, String name, double score, String category, List<Integer> parents) {

	/** Checks the label and copies the list. */
	public SegmentedObject {
		if (label == 0) throw new IllegalArgumentException("Label 0 is background.");
		parents = List.copyOf(parents);
	}

	/** @return an object of which nothing but the label is known */
	public static SegmentedObject of(final int label) {
		return new SegmentedObject(label, "", Double.NaN, "", List.of());
	}

	/** @return the same object with these parents */
	public SegmentedObject withParents(final List<Integer> labels) {
		return new SegmentedObject(label, name, score, category, labels);
	}
}
