package org.motionlayers.segmentation.link;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which object every label of every frame is. An object keeps the label of the first frame it is seen in, unless an earlier object has
 * it; then it gets a number that no label has.
 */
public final class Identities {

	private final List<Regions> frames;
	private final int[][] tracks;
	private final List<Integer> parents;
	private final int[] numbers;

	private Identities(final List<Regions> frames, final int[][] tracks, final List<Integer> parents) {
		this.frames = frames;
		this.tracks = tracks;
		this.parents = parents;
		this.numbers = number();
	}

	static Identities of(final List<Regions> frames, final int[][] tracks, final List<Integer> parents) {
		return new Identities(frames, tracks, parents);
	}

	private int[] number() {
		final int[] chosen = new int[parents.size()];
		final Set<Integer> used = new HashSet<>(), all = new HashSet<>();
		for (final Regions frame : frames) for (int i = 0; i < frame.count(); i++) all.add(frame.label(i));
		int next = 1;
		for (final int label : all) next = Math.max(next, label == Integer.MAX_VALUE ? 1 : label + 1);
		for (int t = 0; t < tracks.length; t++) for (int i = 0; i < tracks[t].length; i++) {
			if (chosen[tracks[t][i]] != 0) continue;
			int number = frames.get(t).label(i);
			if (!used.add(number)) {
				while (all.contains(next) || !used.add(next)) next = next == Integer.MAX_VALUE ? 1 : next + 1;
				number = next;
			}
			chosen[tracks[t][i]] = number;
		}
		return chosen;
	}

	/** @return number of different objects */
	public int count() {
		return numbers.length;
	}

	/** @return number of objects that came out of a division, two for each */
	public int daughters() {
		return (int) parents.stream().filter(parent -> parent >= 0).count();
	}

	/** @return the parent's identity by the daughter's */
	public Map<Integer, Integer> parents() {
		final Map<Integer, Integer> found = new HashMap<>();
		for (int k = 0; k < numbers.length; k++) if (parents.get(k) >= 0) found.put(numbers[k], numbers[parents.get(k)]);
		return found;
	}

	/** @return the identity of an object of frame t */
	public int identity(final int t, final int object) {
		return numbers[tracks[t][object]];
	}

	/**
	 * Replaces the labels of a frame by identities.
	 *
	 * @param labels of frame t; not changed
	 * @param t the frame
	 * @return identities
	 */
	public int[] relabel(final int[] labels, final int t) {
		final Regions regions = frames.get(t);
		final int[] result = new int[labels.length];
		int last = 0, identity = 0;
		for (int p = 0; p < labels.length; p++) {
			if (labels[p] == 0) continue;
			if (labels[p] != last) {
				last = labels[p];
				identity = identity(t, regions.indexOf(last));
			}
			result[p] = identity;
		}
		return result;
	}

	@Override
	public String toString() {
		return count() + " objects in " + frames.size() + " frames: " + Arrays.toString(numbers);
	}
}
