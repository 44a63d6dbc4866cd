package org.motionlayers.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures the camera's motion (stage drift): the shift of the background against the reference frame. Frames are taken backwards from
 * the reference frame, each searched for around the shift that the ones before let expect: on a coarse image everywhere within reach,
 * then up the pyramid by steps of one pixel. A shift counts where it is more than one pixel along some axis and blocks all over the
 * image agree that it fits better than none; when no frame has one, the camera stands still and all shifts are exactly 0. When one has,
 * shifts are refined below the pixel.
 */
final class CameraMeasurer {

	/** How far to search at the coarsest level along x, y and z, in its pixels. */
	private static final int[] REACH_2D = { 8, 8, 0 };
	private static final int[] REACH_3D = { 5, 5, 2 };

	private static final int COARSE_BLOCKS = 64;
	private static final int FINE_BLOCKS = 256;
	private static final int CLIMB_STEPS = 8;
	private static final int AXES = 3;

	/** Jitter of the stage up to here is left in the objects' motion. */
	private static final int STILL = 1;

	/** Fewer blocks tell nothing. */
	private static final int LEAST_BLOCKS = 24;

	/** Mean gain in correlation over its standard error; the largest of a thousand chance shifts stays below. */
	private static final double SIGNIFICANT = 4;

	private final List<BackgroundImage> reference;
	private final List<int[]> factors = new ArrayList<>();
	private final int[] reach;

	/** @param reference background of the reference frame */
	CameraMeasurer(final BackgroundImage reference) {
		this.reference = pyramid(reference);
		this.reach = reference.size(2) > 1 ? REACH_3D : REACH_2D;
		for (final BackgroundImage level : this.reference) factors.add(new int[] { level.factor(0), level.factor(1), level.factor(2) });
	}

	private static List<BackgroundImage> pyramid(final BackgroundImage finest) {
		final List<BackgroundImage> levels = new ArrayList<>(List.of(finest));
		while (levels.get(levels.size() - 1).canBeHalved()) levels.add(levels.get(levels.size() - 1).halved());
		return levels;
	}

	/**
	 * The shift of one frame's background.
	 *
	 * @param whole pixels along x, y, z
	 * @param exact refined below the pixel
	 * @param certain whether the blocks agree that it is right, or that there is none
	 */
	record Shift(int[] whole, double[] exact, boolean certain) {

		/** @return whether it is more than jitter and right */
		boolean moved() {
			return certain && Arrays.stream(whole).anyMatch(s -> Math.abs(s) > STILL);
		}
	}

	/**
	 * Measures one frame.
	 *
	 * @param background of the frame
	 * @param expected the shift to search around, pixels along x, y, z
	 */
	Shift measure(final BackgroundImage background, final double[] expected) {
		final List<BackgroundImage> levels = pyramid(background);
		final int top = levels.size() - 1;
		int[] shift = start(top, expected);
		shift = search(background, new BlockCorrelation(reference.get(top), levels.get(top), COARSE_BLOCKS), shift, top);
		for (int level = top; level >= 0; level--) {
			if (level < top) for (int axis = 0; axis < AXES; axis++) shift[axis] *= factors.get(level)[axis];
			shift = climb(background, new BlockCorrelation(reference.get(level), levels.get(level), FINE_BLOCKS), shift);
		}
		return judge(new BlockCorrelation(reference.get(0), background, FINE_BLOCKS), shift);
	}

	/** The expected shift in pixels of the coarsest level. */
	private int[] start(final int top, final double[] expected) {
		final int[] shift = new int[AXES];
		for (int axis = 0; axis < AXES; axis++) {
			double scale = 1;
			for (int level = 0; level < top; level++) scale *= factors.get(level)[axis];
			shift[axis] = (int) Math.rint(expected[axis] / scale);
		}
		return shift;
	}

	/** The best shift within reach of another. */
	private int[] search(final BackgroundImage background, final BlockCorrelation correlation, final int[] centre, final int top) {
		final int[] limit = new int[AXES];
		for (int axis = 0; axis < AXES; axis++) limit[axis] = Math.min(reach[axis], reference.get(top).size(axis) / 4);
		int[] best = centre;
		double bestScore = Double.NEGATIVE_INFINITY;
		for (int z = -limit[2]; z <= limit[2]; z++) for (int y = -limit[1]; y <= limit[1]; y++) for (int x = -limit[0]; x <= limit[0]; x++) {
			background.stopIfCanceled();
			final int[] shift = { centre[0] + x, centre[1] + y, centre[2] + z };
			final double score = BlockCorrelation.mean(correlation.at(shift));
			if (score > bestScore) {
				bestScore = score;
				best = shift;
			}
		}
		return best;
	}

	/** Goes to the best neighbour until none is better. */
	private int[] climb(final BackgroundImage background, final BlockCorrelation correlation, final int[] start) {
		final int rz = reference.get(0).size(2) > 1 ? 1 : 0;
		int[] best = start;
		double bestScore = BlockCorrelation.mean(correlation.at(start));
		for (int step = 0; step < CLIMB_STEPS; step++) {
			final int[] centre = best;
			for (int z = -rz; z <= rz; z++) for (int y = -1; y <= 1; y++) for (int x = -1; x <= 1; x++) {
				background.stopIfCanceled();
				final int[] shift = { centre[0] + x, centre[1] + y, centre[2] + z };
				final double score = BlockCorrelation.mean(correlation.at(shift));
				if (score > bestScore) {
					bestScore = score;
					best = shift;
				}
			}
			if (best == centre) break;
		}
		return best;
	}

	/** Whether blocks all over the image prefer a shift to none. */
	private Shift judge(final BlockCorrelation correlation, final int[] shift) {
		final double[] here = correlation.at(shift), none = correlation.at(0, 0, 0);
		double sum = 0, squares = 0;
		int n = 0;
		for (int b = 0; b < here.length; b++) {
			final double gain = here[b] - none[b];
			if (Double.isNaN(gain)) continue;
			n++;
			sum += gain;
			squares += gain * gain;
		}
		final double mean = sum / n, error = Math.sqrt(Math.max(0, squares / n - mean * mean) / n);
		final boolean certain = n >= LEAST_BLOCKS && (Arrays.stream(shift).allMatch(s -> s == 0) || mean > SIGNIFICANT * error && mean > 0);
		return new Shift(shift, refine(correlation, shift), certain);
	}

	/** The top of the parabola through the scores of the neighbours along every axis. */
	private double[] refine(final BlockCorrelation correlation, final int[] shift) {
		final double[] exact = new double[AXES];
		final double here = BlockCorrelation.mean(correlation.at(shift));
		for (int axis = 0; axis < AXES; axis++) {
			final int[] before = shift.clone(), after = shift.clone();
			before[axis]--;
			after[axis]++;
			exact[axis] = shift[axis] + Parabola.top(BlockCorrelation.mean(correlation.at(before)), here, BlockCorrelation.mean(correlation.at(
				after)));
		}
		return exact;
	}
}
