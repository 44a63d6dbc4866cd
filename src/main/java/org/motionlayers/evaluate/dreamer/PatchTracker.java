package org.motionlayers.evaluate.dreamer;

import java.util.List;
import java.util.Map;

import org.motionlayers.predict.Parabola;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.RunMask;
import org.motionlayers.scene.Scene;

/**
 * Measures in frames that a network painted where the objects went: each object's patch of the first frame is laid over every further
 * frame and shifted until its colours fit best, starting from where it was in the frame before. For 2D frames.
 */
final class PatchTracker {

	/** Farthest that an object is looked for from its last place along an axis, pixels; twice the fastest push. */
	private static final int REACH = 8;

	/** Share of the patch that must lie in the frame. */
	private static final double LEAST_INSIDE = 0.5;

	private final Scene scene;

	private PatchTracker(final Scene scene) {
		this.scene = scene;
	}

	/**
	 * Tracks all objects.
	 *
	 * @param scene the first frame taken apart
	 * @param frames from frame 1 on, of its size, channels and value range
	 * @return their displacements
	 */
	static Motion track(final Scene scene, final List<Frame> frames) {
		final PatchTracker tracker = new PatchTracker(scene);
		final int n = scene.objects();
		final double[] displacements = new double[frames.size() * n * 2];
		for (int i = 0; i < n; i++) {
			int[] place = new int[2];
			for (int t = 0; t < frames.size(); t++) {
				place = tracker.best(scene.layers().get(i), frames.get(t), place);
				final double[] exact = tracker.refined(scene.layers().get(i), frames.get(t), place);
				displacements[(t * n + i) * 2] = exact[0];
				displacements[(t * n + i) * 2 + 1] = exact[1];
			}
		}
		return new Motion(scene.labels(), frames.size(), 2, displacements, new double[0], new double[0], new Motion.Provenance(
			"measured in frames", 0, Map.of()));
	}

	/** @return the whole shift at which the patch fits best; of equal ones the nearest to the last place */
	private int[] best(final ObjectLayer layer, final Frame frame, final int[] last) {
		int[] best = last;
		double least = Double.POSITIVE_INFINITY;
		for (int dy = -REACH; dy <= REACH; dy++) for (int dx = -REACH; dx <= REACH; dx++) {
			final int[] shift = { last[0] + dx, last[1] + dy };
			final double cost = cost(layer, frame, shift[0], shift[1]);
			if (cost > least || cost == least && square(shift, last) >= square(best, last)) continue;
			least = cost;
			best = shift;
		}
		return best;
	}

	private static int square(final int[] a, final int[] b) {
		return (a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]);
	}

	private double[] refined(final ObjectLayer layer, final Frame frame, final int[] s) {
		final double here = cost(layer, frame, s[0], s[1]);
		if (here == 0) return new double[] { s[0], s[1] };
		return new double[] { s[0] + Parabola.top(-cost(layer, frame, s[0] - 1, s[1]), -here, -cost(layer, frame, s[0] + 1, s[1])), s[1] +
			Parabola.top(-cost(layer, frame, s[0], s[1] - 1), -here, -cost(layer, frame, s[0], s[1] + 1)) };
	}

	/** Mean difference of the colours under the shifted mask; infinite where less than half of it is in the frame. */
	private double cost(final ObjectLayer layer, final Frame frame, final int dx, final int dy) {
		final RunMask mask = layer.mask();
		double sum = 0;
		int inside = 0, at = 0;
		for (int r = 0; r < mask.runs(); r++) {
			final int y = layer.bounds().y() + mask.y(r) + dy, left = layer.bounds().x() + mask.x(r) + dx;
			for (int k = 0; k < mask.length(r); k++, at++) {
				if (y < 0 || y >= frame.shape().height() || left + k < 0 || left + k >= frame.shape().width()) continue;
				inside++;
				for (int c = 0; c < layer.channels(); c++) sum += Math.abs(frame.value(left + k, y, 0, c) - scene.type().get(layer.patch(c),
					at));
			}
		}
		return inside < LEAST_INSIDE * at ? Double.POSITIVE_INFINITY : sum / inside;
	}
}
