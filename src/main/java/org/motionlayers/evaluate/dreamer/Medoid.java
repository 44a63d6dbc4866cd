package org.motionlayers.evaluate.dreamer;

import java.util.List;

import org.motionlayers.scene.Motion;

/** The typical one of several motions: the one whose distances to all others sum to the least. */
final class Medoid {

	private Medoid() {}

	/** @return the medoid; the first of equal ones */
	static Motion of(final List<Motion> motions) {
		Motion best = motions.get(0);
		double least = Double.POSITIVE_INFINITY;
		for (final Motion motion : motions) {
			double sum = 0;
			for (final Motion other : motions) sum += distance(motion, other);
			if (sum < least) {
				least = sum;
				best = motion;
			}
		}
		return best;
	}

	/** @return mean distance between the positions of an object over all objects and frames, pixels */
	private static double distance(final Motion a, final Motion b) {
		double sum = 0;
		for (int t = 1; t <= a.frames(); t++) for (int i = 0; i < a.objects(); i++) {
			double square = 0;
			for (int d = 0; d < a.dimensions(); d++) square += Math.pow(a.displacement(t, i, d) - b.displacement(t, i, d), 2);
			sum += Math.sqrt(square);
		}
		return sum / (a.frames() * a.objects());
	}
}
