package org.motionlayers.dreamer;

import java.util.List;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;

/** One motion for many: not their mean, in which bodies would go where none of them goes, but the one that is nearest to all others. */
public final class TypicalMotion {

	private TypicalMotion() {}

	/**
	 * The medoid.
	 *
	 * @param motions of the same objects and frames, at least one
	 * @return the index of the motion whose distances to the others, sums over objects and frames of pixels, have the least sum; of equal
	 *         ones the first
	 */
	public static int of(final List<Motion> motions) {
		if (motions.isEmpty()) throw new InputException("samples=0: at least one future must be drawn.");
		final double[] sums = new double[motions.size()];
		for (int a = 0; a < sums.length; a++) for (int b = a + 1; b < sums.length; b++) {
			final double distance = distance(motions.get(a), motions.get(b));
			sums[a] += distance;
			sums[b] += distance;
		}
		int best = 0;
		for (int a = 1; a < sums.length; a++) if (sums[a] < sums[best]) best = a;
		return best;
	}

	private static double distance(final Motion a, final Motion b) {
		double sum = 0;
		for (int t = 1; t <= a.frames(); t++) for (int i = 0; i < a.objects(); i++) {
			double square = 0;
			for (int d = 0; d < a.dimensions(); d++) square += Math.pow(a.displacement(t, i, d) - b.displacement(t, i, d), 2);
			sum += Math.sqrt(square);
		}
		return sum;
	}
}
