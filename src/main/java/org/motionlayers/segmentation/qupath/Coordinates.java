package org.motionlayers.segmentation.qupath;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.motionlayers.segmentation.document.JsonInput;

/**
 * The coordinates of a geometry, read before its type need be known: positions [x, y] in rings, rings in polygons, polygons in a
 * multi-polygon; what they are is told from how deep they lie.
 */
final class Coordinates {

	/** A multi-polygon: polygons of rings of positions of numbers. */
	private static final int DEEPEST = 4;
	private static final int NOTHING = -1;
	private static final int NUMBER = 0;
	private static final int POSITION = 1;
	private static final int RING = 2;
	private static final int POLYGON = 3;
	/** Far more than any outline has, and a bound on memory. */
	private static final int MAX_NUMBERS = 1 << 24;

	private final List<List<double[]>> polygons = new ArrayList<>();
	private List<double[]> rings = new ArrayList<>();
	private double[] ring = new double[16];
	private int size;

	/**
	 * Reads coordinates.
	 *
	 * @param in at the outer array
	 * @throws IOException where reading fails
	 */
	void read(final JsonInput in) throws IOException {
		level(in, 1);
	}

	/** @return 1 for a position, 2 for an array of positions, ..., {@link #NOTHING} for an empty array */
	private int level(final JsonInput in, final int depth) throws IOException {
		if (depth > DEEPEST) throw in.refuse("coordinates are nested more than " + DEEPEST + " deep");
		final int[] below = { NOTHING };
		final double[] position = { Double.NaN, Double.NaN };
		in.array(i -> {
			final int level = in.atArray() ? level(in, depth + 1) : number(in, i, position);
			if (below[0] != NOTHING && level != NOTHING && level != below[0]) throw in.refuse("coordinates of different depth are mixed");
			below[0] = Math.max(below[0], level);
		});
		return below[0] == NOTHING ? NOTHING : close(in, below[0] + 1, position);
	}

	/** A third number is a height, which no plane has. */
	private static int number(final JsonInput in, final int index, final double[] position) throws IOException {
		final double value = in.number();
		if (index < position.length) position[index] = value;
		return NUMBER;
	}

	private int close(final JsonInput in, final int level, final double[] position) {
		if (level == POSITION) append(in, position);
		if (level == RING) {
			rings.add(Arrays.copyOf(ring, size));
			size = 0;
		}
		if (level == POLYGON) {
			polygons.add(rings);
			rings = new ArrayList<>();
		}
		return level;
	}

	private void append(final JsonInput in, final double[] position) {
		if (size == MAX_NUMBERS) throw in.refuse("a ring has more than " + MAX_NUMBERS / 2 + " corners");
		if (size == ring.length) ring = Arrays.copyOf(ring, 2 * size);
		ring[size++] = position[0];
		ring[size++] = position[1];
	}

	/** @return every polygon a list of rings x, y, x, y, ...; empty where the coordinates are those of points or lines */
	List<List<double[]>> polygons() {
		return polygons;
	}
}
