package org.motionlayers.dreamer.clip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Which object has which of the 8 corners of the cube [-1, 1]^3 as its colour: a label as a number would say that object 7 is more than
 * object 3. Corner 0, (-1, -1, -1), is the background; seven are left for objects.
 */
public final class Palette {

	/** Planes of a colour. */
	public static final int PLANES = 3;

	/** Most objects that have a colour. */
	public static final int MOST = (1 << PLANES) - 1;

	private final int[] labelOfCorner;
	private final Map<Integer, Integer> cornerOfLabel = new LinkedHashMap<>();

	private Palette(final int[] labelOfCorner) {
		this.labelOfCorner = labelOfCorner;
		for (int corner = 1; corner <= MOST; corner++) if (labelOfCorner[corner] != 0 && cornerOfLabel.put(labelOfCorner[corner], corner) != null)
			throw new IllegalArgumentException("Label " + labelOfCorner[corner] + " has two colours.");
	}

	/**
	 * Gives colours to objects in this order.
	 *
	 * @param labels at most {@value #MOST}, none of them 0
	 */
	public static Palette of(final int... labels) {
		if (labels.length > MOST || Arrays.stream(labels).anyMatch(l -> l == 0)) throw new IllegalArgumentException("A palette has colours for " +
			MOST + " objects, not for " + Arrays.toString(labels) + ".");
		final int[] corners = new int[MOST + 1];
		System.arraycopy(labels, 0, corners, 1, labels.length);
		return new Palette(corners);
	}

	/** @return a palette of the objects that a label image shows, the largest first; where there are more than colours, the largest ones alone */
	public static Palette byArea(final int[] labels) {
		final Map<Integer, Integer> areas = new LinkedHashMap<>();
		for (final int label : labels) if (label != 0) areas.merge(label, 1, Integer::sum);
		final List<Integer> order = new ArrayList<>(areas.keySet());
		order.sort((a, b) -> areas.get(a).equals(areas.get(b)) ? Integer.compare(a, b) : Integer.compare(areas.get(b), areas.get(a)));
		return of(order.stream().limit(MOST).mapToInt(l -> l).toArray());
	}

	/** @return the same objects with any of the seven colours each: what a network sees while it is trained */
	public Palette shuffled(final SplittableRandom random) {
		final int[] corners = labelOfCorner.clone();
		for (int i = MOST; i > 1; i--) {
			final int j = 1 + random.nextInt(i), other = corners[i];
			corners[i] = corners[j];
			corners[j] = other;
		}
		return new Palette(corners);
	}

	/** @return the objects that have a colour */
	public int[] labels() {
		return cornerOfLabel.keySet().stream().mapToInt(l -> l).toArray();
	}

	/** @return the corner of a label, 1 to {@value #MOST}; 0 for the background and objects without a colour */
	public int corner(final int label) {
		return cornerOfLabel.getOrDefault(label, 0);
	}

	/** @return coordinate of a corner along an axis of the cube, -1 or 1 */
	static float side(final int corner, final int plane) {
		return (corner >> plane & 1) == 0 ? -1 : 1;
	}

	/** @return the label whose colour is nearest to a point; the background's 0 is one of them */
	public int nearest(final float a, final float b, final float c) {
		int best = 0;
		float closest = -Float.MAX_VALUE;
		for (int corner = 0; corner <= MOST; corner++) if (corner == 0 || labelOfCorner[corner] != 0) {
			// All corners are as long: the nearest has the largest scalar product.
			final float product = a * side(corner, 0) + b * side(corner, 1) + c * side(corner, 2);
			if (product > closest) {
				closest = product;
				best = corner;
			}
		}
		return labelOfCorner[best];
	}
}
