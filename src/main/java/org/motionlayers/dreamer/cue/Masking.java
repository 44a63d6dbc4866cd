package org.motionlayers.dreamer.cue;

import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.motionlayers.predict.Cues;

/**
 * Hides a part of the instance flow, so that a network learns to reason it (Motion Dreamer, Eq. 9).
 *
 * @param by what is hidden as one
 * @param part probability p that it is
 */
public record Masking(By by, double part) {

	/** What is hidden as one. */
	public enum By {
		/** A whole object, both components: what is left tells nothing of it. The default. */
		INSTANCE,
		/** Every component of every pixel alone, the paper's Eq. 9: neighbours give it away. */
		ELEMENT
	}

	/** Half of the objects. */
	public static final Masking DEFAULT = new Masking(By.INSTANCE, .5);

	/** In this part of the clips every object is shown, in as many none. */
	private static final double ALL = .1;

	/** Checks the probability. */
	public Masking {
		if (!(part >= 0 && part <= 1)) throw new IllegalArgumentException("Part " + part + " of the instance flow cannot be hidden; 0 to 1 can.");
	}

	/**
	 * Chooses the objects that are shown: all of them in 10 % of the clips, none in another 10 %, else each with probability 1 - p; all
	 * where p is 0 or components are hidden one by one.
	 *
	 * @param all an arrow for every object
	 * @param random source of the choice
	 * @return the arrows that are left
	 */
	public Cues shown(final Cues all, final SplittableRandom random) {
		final double kind = random.nextDouble();
		if (by == By.ELEMENT || part == 0 || kind < ALL) return all;
		final SortedMap<Integer, double[]> left = new TreeMap<>();
		if (kind < 1 - ALL) all.velocities().forEach((label, velocity) -> {
			if (random.nextDouble() >= part) left.put(label, velocity);
		});
		return new Cues(left);
	}

	/** @return the field with components hidden one by one (Eq. 9), or the field itself where whole objects are hidden */
	public CueField hide(final CueField field, final SplittableRandom random) {
		if (by == By.INSTANCE) return field;
		final int pixels = field.known().length;
		final float[] flow = field.flow().clone(), known = new float[pixels];
		for (int p = 0; p < pixels; p++) for (int d = 0; d < 2; d++) {
			if (random.nextDouble() < part) flow[d * pixels + p] = 0;
			else known[p] += field.known()[p] / 2;
		}
		return new CueField(flow, known);
	}
}
