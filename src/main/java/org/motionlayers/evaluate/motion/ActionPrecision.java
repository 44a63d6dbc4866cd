package org.motionlayers.evaluate.motion;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.motionlayers.scene.Motion;

/**
 * How often the motion that was asked for is the motion that was made: the two precisions that LaMD reports of text-guided videos
 * (after Hu et al. 2023), on object tracks.
 * <p>
 * Action precision P_act: the share of described actions whose object ends within the tolerance of where the action takes it.
 * Referring precision P_re: the share of moving objects that some description named; standing ones count as neither.
 *
 * @param action P_act, 0 to 1; NaN where nothing was described
 * @param referring P_re, 0 to 1; NaN where nothing moves
 * @param described number of described actions
 * @param moving number of objects that moved
 */
public record ActionPrecision(double action, double referring, int described, int moving) {

	/**
	 * One action asked for.
	 *
	 * @param displacement where the object is to be at the last frame against the first, pixels, x, y(, z); all 0 to stand still
	 */
	public record Action(double... displacement) {

		/** @return length of the displacement, pixels */
		double length() {
			double sum = 0;
			for (final double d : displacement) sum += d * d;
			return Math.sqrt(sum);
		}
	}

	/**
	 * Judges a generated motion.
	 *
	 * @param generated the motion made
	 * @param actions what was asked for, by label
	 * @param share tolerance as a share of the action's length, such as 0.25
	 * @param least smallest tolerance, and the displacement from which an object counts as moving, pixels
	 * @return both precisions
	 */
	public static ActionPrecision of(final Motion generated, final Map<Integer, Action> actions, final double share, final double least) {
		final SortedMap<Integer, Action> open = new TreeMap<>(actions);
		int right = 0, moving = 0, named = 0;
		for (int o = 0; o < generated.objects(); o++) {
			final Action action = open.remove(generated.label(o));
			final boolean asked = action != null;
			if (asked && distance(generated, o, action) <= Math.max(least, share * action.length())) right++;
			if (distance(generated, o, new Action()) <= least) continue;
			moving++;
			if (asked && action.length() > least) named++;
		}
		return new ActionPrecision(ratio(right, actions.size()), ratio(named, moving), actions.size(), moving);
	}

	private static double ratio(final int part, final int whole) {
		return whole == 0 ? Double.NaN : (double) part / whole;
	}

	private static double distance(final Motion motion, final int object, final Action action) {
		double sum = 0;
		for (int k = 0; k < motion.dimensions(); k++) {
			final double asked = k < action.displacement().length ? action.displacement()[k] : 0;
			final double d = motion.displacement(motion.frames(), object, k) - asked;
			sum += d * d;
		}
		return Math.sqrt(sum);
	}
}
