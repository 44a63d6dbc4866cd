package org.motionlayers.evaluate.lamd;

import java.util.ArrayList;
import java.util.List;

/** What an object's surroundings look like in the first frame, by {@link Presence}, to be laid over later frames. */
final class Template {

	/** Pixels around the object that belong to its look: there it ends. */
	private static final double MARGIN = 2;

	/** What it costs where another object's colour is seen in place of this one's: it may be hidden. */
	private static final double HIDDEN = .3;

	/** A cost above this part of that of an object that is not there at all means that it is not seen. */
	private static final double LOST = .75;

	private final double[] u;
	private final double[] v;
	private final double[] expected;
	private final double centreX;
	private final double centreY;
	private final double absent;

	/**
	 * @param presence of the object in the first frame
	 * @param labels of the first frame
	 * @param label of the object
	 * @param width of the frame
	 */
	Template(final float[] presence, final int[] labels, final int label, final int width) {
		double x = 0, y = 0;
		int n = 0;
		for (int p = 0; p < labels.length; p++) if (labels[p] == label) {
			x += p % width;
			y += p / width;
			n++;
		}
		centreX = x / Math.max(1, n);
		centreY = y / Math.max(1, n);
		double reach = 0;
		for (int p = 0; p < labels.length; p++) if (labels[p] == label) reach = Math.max(reach, Math.hypot(p % width - centreX, p / width - centreY));
		final List<Integer> near = new ArrayList<>();
		for (int p = 0; p < labels.length; p++) if (Math.hypot(p % width - centreX, p / width - centreY) <= reach + MARGIN) near.add(p);
		u = near.stream().mapToDouble(p -> p % width - centreX).toArray();
		v = near.stream().mapToDouble(p -> p / width - centreY).toArray();
		expected = near.stream().mapToDouble(p -> labels[p] == label || labels[p] == 0 ? presence[p] : 0).toArray();
		double sum = 0;
		for (final double e : expected) sum += e * e;
		absent = sum / expected.length;
	}

	double centreX() {
		return centreX;
	}

	double centreY() {
		return centreY;
	}

	/** @return whether a cost is that of an object that is not seen */
	boolean lost(final double cost) {
		return cost > LOST * absent;
	}

	/**
	 * How badly a frame fits.
	 *
	 * @param presence of the object in the frame
	 * @param others the largest presence of any other object of another colour
	 * @param width of the frame
	 * @param pose where to look
	 * @return mean square difference, less where another object may hide this one
	 */
	double cost(final float[] presence, final float[] others, final int width, final Spot pose) {
		final double cos = Math.cos(pose.angle()) * pose.scale(), sin = Math.sin(pose.angle()) * pose.scale();
		final int height = presence.length / width;
		double sum = 0;
		for (int k = 0; k < u.length; k++) {
			final double x = Math.max(0, Math.min(width - 1, pose.x() + cos * u[k] - sin * v[k])), y = Math.max(0, Math.min(height - 1, pose.y() + sin *
				u[k] + cos * v[k]));
			final int left = Math.min((int) x, width - 2), top = Math.min((int) y, height - 2), p = top * width + left;
			final double right = x - left, down = y - top;
			final double seen = (1 - down) * ((1 - right) * presence[p] + right * presence[p + 1]) + down * ((1 - right) * presence[p + width] + right *
				presence[p + width + 1]);
			final double lack = expected[k] - seen, square = lack * lack;
			sum += lack > 0 ? square * (1 - (1 - HIDDEN) * others[p]) : square;
		}
		return sum / u.length;
	}
}
