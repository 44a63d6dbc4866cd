package org.motionlayers.predict.hierarchical;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Which objects may meet, found without looking at all pairs: space is cut into cells, every object lies in all cells that it may reach, and
 * two that reach the same place share a cell. Cells are kept in a hash table; different ones that fall together only give neighbours too many.
 */
final class Vicinity {

	/** Cells a side to every object a side, at most: however far one object reaches, it lies in few cells an object. */
	private static final int FINEST = 4;

	/** Slack for rounding. */
	private static final double SLACK = 1 + 1e-9;

	/** Odd factors that spread cells over the table, one a dimension. */
	private static final int[] SPREAD = { 0x9e3779b1, 0x85ebca77, 0xc2b2ae3d };

	private static final int AXES = 3;

	private final double[][] at;
	private final double[] reach;
	private final double[] least = new double[AXES];
	private final double[] most = new double[AXES];
	private final double side;
	/** By hashed cell: its latest entry, 0 for none; by entry: its object and the entry before it in the same place. */
	private final int[] latest;
	private int[] objects;
	private int[] before;
	private int entries = 1;

	/**
	 * @param at where every object is, pixels; null for one that meets nobody
	 * @param reach how far from there it may touch something, pixels
	 */
	Vicinity(final double[][] at, final double[] reach) {
		this.at = at;
		this.reach = new double[at.length];
		Arrays.fill(this.reach, -1);
		Arrays.fill(least, Double.POSITIVE_INFINITY);
		Arrays.fill(most, Double.NEGATIVE_INFINITY);
		final int count = (int) Arrays.stream(at).filter(Objects::nonNull).count();
		for (final double[] place : at) for (int d = 0; place != null && d < place.length; d++) {
			least[d] = Math.min(least[d], place[d]);
			most[d] = Math.max(most[d], place[d]);
		}
		side = side(reach, count);
		latest = new int[8 * Integer.highestOneBit(Math.max(1, count))];
		objects = new int[8 * (count + 1)];
		before = new int[objects.length];
		for (int i = 0; i < at.length; i++) if (at[i] != null) widen(i, reach[i]);
	}

	/** Twice the mean reach, or where objects are few and far between a part of the way between them. */
	private double side(final double[] reaches, final int count) {
		double sum = 0, extent = 0;
		int dimensions = 0;
		for (int i = 0; i < at.length; i++) if (at[i] != null) sum += reaches[i];
		for (; dimensions < AXES && most[dimensions] >= least[dimensions]; dimensions++) extent = Math.max(extent, most[dimensions] -
			least[dimensions]);
		return Math.max(2 * sum / Math.max(1, count), Math.max(Double.MIN_NORMAL, extent / FINEST / Math.pow(count, 1.0 / Math.max(1,
			dimensions))));
	}

	/** Lets an object reach farther than it did. */
	void widen(final int object, final double farther) {
		if (farther <= reach[object]) return;
		reach[object] = farther;
		forCells(object, slot -> {
			if (entries == objects.length) {
				objects = Arrays.copyOf(objects, 2 * entries);
				before = Arrays.copyOf(before, 2 * entries);
			}
			objects[entries] = object;
			before[entries] = latest[slot];
			latest[slot] = entries++;
		});
	}

	/** @return the objects after {@code after} that may reach a place that an object reaches, ascending; perhaps some that may not */
	int[] near(final int object, final int after) {
		final IntStream.Builder found = IntStream.builder();
		forCells(object, slot -> {
			for (int e = latest[slot]; e != 0; e = before[e]) if (objects[e] > after) found.add(objects[e]);
		});
		return found.build().sorted().distinct().toArray();
	}

	private void forCells(final int object, final IntConsumer action) {
		final long[] first = new long[AXES], last = new long[AXES];
		for (int d = 0; d < at[object].length; d++) {
			final double r = reach[object] * SLACK;
			// two that reach a common place reach one between them, so that no cell beyond all places is needed
			first[d] = (long) Math.floor((Math.max(at[object][d] - r, least[d]) - least[d]) / side);
			last[d] = (long) Math.floor((Math.min(at[object][d] + r, most[d]) - least[d]) / side);
		}
		for (long z = first[2]; z <= last[2]; z++) for (long y = first[1]; y <= last[1]; y++) for (long x = first[0]; x <= last[0]; x++)
			action.accept(slot(x, y, z));
	}

	private int slot(final long x, final long y, final long z) {
		final int hash = (int) x * SPREAD[0] + (int) y * SPREAD[1] + (int) z * SPREAD[2];
		return (hash ^ hash >>> 15) & latest.length - 1;
	}
}
