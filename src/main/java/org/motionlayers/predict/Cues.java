package org.motionlayers.predict;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Scene;

/**
 * What the user says of the motion: instance flow, one arrow an object (Motion Dreamer, Eq. 4), in pixels per frame.
 *
 * @param velocities by label: displacement per frame along x, y(, z), pixels
 */
public record Cues(SortedMap<Integer, double[]> velocities) {

	private static final int LABELS_NAMED = 8;

	/** The user says nothing. */
	public static final Cues NONE = new Cues(Collections.emptySortedMap());

	/** Copies the map. */
	public Cues {
		velocities = Collections.unmodifiableSortedMap(new TreeMap<>(velocities));
	}

	/** @return whether the user says how an object moves */
	public boolean has(final int label) {
		return velocities.containsKey(label);
	}

	/** @return displacement per frame of an object along a dimension, pixels; 0 along dimensions that its arrow does not name */
	public double velocity(final int label, final int dimension) {
		final double[] velocity = velocities.get(label);
		return dimension < velocity.length ? velocity[dimension] : 0;
	}

	/**
	 * Checks every arrow against the scene.
	 *
	 * @param scene the objects
	 * @throws InputException where an arrow's label names no object, a component is not a finite number, or a 2D scene is given motion
	 *           along z
	 */
	public void check(final Scene scene) {
		velocities.forEach((label, velocity) -> {
			if (!scene.has(label)) throw new InputException("arrows: no object of the reference frame has label " + label + "; there are " + some(
				scene.labels()) + ".");
			for (final double v : velocity) if (!Double.isFinite(v)) throw new InputException("arrows: the arrow of label " + label +
				" has a component " + v + "; components are finite numbers, pixels per frame.");
			if (scene.shape().dimensions() == 2 && velocity.length > 2 && velocity[2] != 0) throw new InputException("arrows: label " + label +
				" moves by " + velocity[2] + " along z, but the image has one plane.");
		});
	}

	/** @return some labels for a message: "1, 2, 3 and 18 more" */
	private static String some(final int[] labels) {
		final String first = Arrays.stream(labels).limit(LABELS_NAMED).mapToObj(Integer::toString).collect(Collectors.joining(", "));
		return labels.length == 0 ? "no objects" : labels.length <= LABELS_NAMED ? first : first + " and " + (labels.length - LABELS_NAMED) +
			" more";
	}

	/** @return whether the user says nothing */
	public boolean isEmpty() {
		return velocities.isEmpty();
	}
}
