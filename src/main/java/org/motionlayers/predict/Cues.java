package org.motionlayers.predict;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the user says of the motion: instance flow, one arrow an object (Motion Dreamer, Eq. 4), in pixels per frame.
 *
 * @param velocities by label: displacement per frame along x, y(, z), pixels
 */
public record Cues(SortedMap<Integer, double[]> velocities) {

	/** The user says nothing. */
	public static final Cues NONE = new Cues(Collections.emptySortedMap());

	/** Copies the map. */
	public Cues {
		velocities = Collections.unmodifiableSortedMap(new TreeMap<>(velocities));
	}

	/** @return whether the user says nothing */
	public boolean isEmpty() {
		return velocities.isEmpty();
	}
}
