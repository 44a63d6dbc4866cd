package org.motionlayers.decompose;

import java.util.Arrays;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.RunMask;
import org.motionlayers.scene.Shape;

/** The runs of every object, collected block by block in any order, and the sums of the pixels under them. */
final class ObjectRuns {

	private static final int FIRST_CAPACITY = 16;

	/** Bits of a run's row and of its first pixel along x in one long, by which runs are sorted. */
	private static final int X_BITS = 32;

	/**
	 * The shape of one object.
	 *
	 * @param box where it lies
	 * @param runs its pixels, in the box
	 * @param centroid their centre, pixels: x, y, z
	 */
	record Mask(Box box, RunMask runs, double[] centroid) {}

	/** What is known of one object so far: runs as row and first pixel in one long, and their lengths. */
	private static final class Tally {

		private long[] places = new long[FIRST_CAPACITY];
		private int[] lengths = new int[FIRST_CAPACITY];
		private int size;
		private final double[] sums;
		private final int[] finite;

		Tally(final int channels) {
			sums = new double[channels];
			finite = new int[channels];
		}

		void add(final int row, final int x, final int length) {
			if (size == places.length) {
				places = Arrays.copyOf(places, 2 * size);
				lengths = Arrays.copyOf(lengths, 2 * size);
			}
			places[size] = (long) row << X_BITS | x;
			lengths[size++] = length;
		}
	}

	private final Shape shape;
	private final LabelIndex index = new LabelIndex();
	private Tally[] tallies = new Tally[FIRST_CAPACITY];

	/** @param shape of the image */
	ObjectRuns(final Shape shape) {
		this.shape = shape;
	}

	/**
	 * Adds what one block holds.
	 *
	 * @param runs of its labels
	 * @param box where it lies
	 * @param image its pixels
	 */
	void add(final LabelRuns runs, final Box box, final Frame image) {
		final Tally[] ofBlock = new Tally[runs.objects()];
		for (int i = 0; i < ofBlock.length; i++) ofBlock[i] = tally(runs.label(i));
		for (int r = 0; r < runs.size(); r++) {
			final int row = runs.start(r) / box.width(), y = row % box.height(), z = row / box.height();
			final Tally tally = ofBlock[runs.object(r)];
			tally.add((box.z() + z) * shape.height() + box.y() + y, box.x() + runs.start(r) - row * box.width(), runs.length(r));
			for (int c = 0; c < shape.channels(); c++) sum(tally, image, c, runs.start(r), runs.length(r));
		}
	}

	private Tally tally(final int label) {
		final int object = index.of(label);
		if (object == tallies.length) tallies = Arrays.copyOf(tallies, 2 * object);
		if (tallies[object] == null) tallies[object] = new Tally(shape.channels());
		return tallies[object];
	}

	private static void sum(final Tally tally, final Frame image, final int channel, final int start, final int length) {
		final int first = channel * image.shape().pixels() + start;
		for (int p = first; p < first + length; p++) {
			final double value = image.type().get(image.data(), p);
			if (!Double.isFinite(value)) continue;
			tally.sums[channel] += value;
			tally.finite[channel]++;
		}
	}

	/** @return the label of an object */
	int label(final int object) {
		return index.label(object);
	}

	/** @return the objects in the order of their labels */
	int[] byLabel() {
		return index.byLabel();
	}

	/** @return mean of the finite values of an object in every channel, 0 where there is none */
	double[] means(final int object) {
		final Tally tally = tallies[object];
		final double[] means = new double[tally.sums.length];
		for (int c = 0; c < means.length; c++) means[c] = tally.finite[c] == 0 ? 0 : tally.sums[c] / tally.finite[c];
		return means;
	}

	/** Joins the runs that the borders of blocks have cut; @return the mask of an object */
	Mask mask(final int object) {
		final Tally tally = tallies[object];
		final Integer[] order = new Integer[tally.size];
		Arrays.setAll(order, r -> r);
		Arrays.sort(order, (a, b) -> Long.compare(tally.places[a], tally.places[b]));
		final int[] x = new int[tally.size], y = new int[tally.size], z = new int[tally.size], length = new int[tally.size];
		int runs = 0;
		long end = -1;
		for (final int r : order) {
			final long place = tally.places[r];
			if (place == end) length[runs - 1] += tally.lengths[r];
			else {
				final int row = (int) (place >>> X_BITS);
				x[runs] = (int) place;
				y[runs] = row % shape.height();
				z[runs] = row / shape.height();
				length[runs++] = tally.lengths[r];
			}
			end = place + tally.lengths[r];
		}
		return mask(Arrays.copyOf(x, runs), Arrays.copyOf(y, runs), Arrays.copyOf(z, runs), Arrays.copyOf(length, runs));
	}

	private static Mask mask(final int[] x, final int[] y, final int[] z, final int[] length) {
		final int[] low = new int[] { Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE }, high = { -1, -1, -1 };
		final double[] sums = new double[3];
		long area = 0;
		for (int r = 0; r < x.length; r++) {
			final int[] first = { x[r], y[r], z[r] }, last = { x[r] + length[r] - 1, y[r], z[r] };
			for (int d = 0; d < 3; d++) {
				low[d] = Math.min(low[d], first[d]);
				high[d] = Math.max(high[d], last[d]);
				sums[d] += (double) length[r] * ((long) first[d] + last[d]) / 2;
			}
			area += length[r];
		}
		for (int r = 0; r < x.length; r++) {
			x[r] -= low[0];
			y[r] -= low[1];
			z[r] -= low[2];
		}
		for (int d = 0; d < 3; d++) sums[d] /= area;
		return new Mask(new Box(low[0], low[1], low[2], high[0] - low[0] + 1, high[1] - low[1] + 1, high[2] - low[2] + 1), new RunMask(x, y, z,
			length), sums);
	}
}
