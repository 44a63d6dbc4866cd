package org.motionlayers.lamd.follow;

import java.util.ArrayList;
import java.util.List;

import org.motionlayers.lamd.clip.VideoClip;

/**
 * Follows the objects of a clip's first frame through its other frames: at every frame, the shift at which what an object looks like differs
 * least from the frame. Differences are clipped, so that a part that is hidden or redrawn costs no more than it is large; of shifts that
 * are as good, the one nearest to going straight on is taken. Between pixels, the cost is taken for a parabola.
 */
public final class ObjectFollowing {

	/** Largest step from one frame to the next beyond going straight on, pixels along an axis. */
	private static final int REACH = 4;

	/** A difference of a value counts as this at most. */
	private static final double CLIPPED = .25;

	/** Cost of a pixel that would lie outside the frame. */
	private static final double OUTSIDE = .15;

	/** Cost of a squared pixel of deviation from going straight on. */
	private static final double STRAIGHT = 2e-4;

	private final VideoClip clip;
	private final int width;
	private final int height;

	/** @param clip whose frames are followed */
	public ObjectFollowing(final VideoClip clip) {
		this.clip = clip;
		this.width = clip.width();
		this.height = clip.height();
	}

	/**
	 * Follows one object.
	 *
	 * @param labels of the first frame, row-major
	 * @param label of the object
	 * @return displacement (x, y) at every frame in pixels of the clip, 0 at the first one; all 0 where the label has no pixels
	 */
	public double[][] displacements(final int[] labels, final int label) {
		if (labels.length != width * height) throw new IllegalArgumentException(labels.length + " labels for frames of " + width + " x " + height +
			" pixels.");
		final List<int[]> mask = mask(labels, label);
		final double[][] path = new double[clip.frames()][2];
		if (mask.isEmpty()) return path;
		double vx = 0, vy = 0;
		for (int t = 1; t < path.length; t++) {
			path[t] = shift(mask, t, path[t - 1][0] + vx, path[t - 1][1] + vy);
			vx = path[t][0] - path[t - 1][0];
			vy = path[t][1] - path[t - 1][1];
		}
		return path;
	}

	private List<int[]> mask(final int[] labels, final int label) {
		final List<int[]> mask = new ArrayList<>();
		for (int p = 0; p < labels.length; p++) if (labels[p] == label) mask.add(new int[] { p % width, p / width });
		return mask;
	}

	private double[] shift(final List<int[]> mask, final int t, final double expectedX, final double expectedY) {
		final int middleX = (int) Math.rint(expectedX), middleY = (int) Math.rint(expectedY), side = 2 * REACH + 1;
		final double[][] costs = new double[side][side];
		double best = Double.POSITIVE_INFINITY;
		int bestX = REACH, bestY = REACH;
		for (int j = 0; j < side; j++) for (int i = 0; i < side; i++) {
			final int dx = middleX + i - REACH, dy = middleY + j - REACH;
			costs[j][i] = cost(mask, t, dx, dy) + STRAIGHT * ((dx - expectedX) * (dx - expectedX) + (dy - expectedY) * (dy - expectedY));
			if (costs[j][i] < best) {
				best = costs[j][i];
				bestX = i;
				bestY = j;
			}
		}
		final double subX = bestX == 0 || bestX == side - 1 ? 0 : vertex(costs[bestY][bestX - 1], costs[bestY][bestX], costs[bestY][bestX + 1]);
		final double subY = bestY == 0 || bestY == side - 1 ? 0 : vertex(costs[bestY - 1][bestX], costs[bestY][bestX], costs[bestY + 1][bestX]);
		return new double[] { middleX + bestX - REACH + subX, middleY + bestY - REACH + subY };
	}

	/** Mean difference of the object's pixels from those of frame t that they would lie on. */
	private double cost(final List<int[]> mask, final int t, final int dx, final int dy) {
		double sum = 0;
		for (final int[] pixel : mask) {
			final int x = pixel[0] + dx, y = pixel[1] + dy;
			if (x < 0 || y < 0 || x >= width || y >= height) {
				sum += OUTSIDE;
				continue;
			}
			double difference = 0;
			for (int c = 0; c < clip.channels(); c++) difference = Math.max(difference, Math.abs(clip.value(c, t, y, x) - clip.value(c, 0, pixel[1],
				pixel[0])));
			sum += Math.min(CLIPPED, difference);
		}
		return sum / mask.size();
	}

	/** @return where between -1/2 and 1/2 a parabola through three costs is least, the middle one being the least of the three */
	private static double vertex(final double before, final double at, final double after) {
		final double curvature = before - 2 * at + after;
		return curvature <= 0 ? 0 : Math.max(-.5, Math.min(.5, (before - after) / (2 * curvature)));
	}
}
