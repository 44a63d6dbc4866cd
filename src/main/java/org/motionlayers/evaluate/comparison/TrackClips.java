package org.motionlayers.evaluate.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

import org.motionlayers.evaluate.comparison.Metric.Better;
import org.motionlayers.evaluate.distribution.FrechetDistance;
import org.motionlayers.evaluate.forecast.ObservedCentroids.Sighting;
import org.motionlayers.evaluate.motion.FrechetVideoMotionDistance;
import org.motionlayers.evaluate.motion.MotionHistograms.Acceleration;

/**
 * Objects as the clips that FVMD compares: 25 points, one cell of its grid, move with the object along x and y. A clip lasts as many
 * frames as fit, a multiple of four and 16 at most; only objects seen all the time on both sides count, so that both sides have the same.
 */
final class TrackClips {

	private static final int CELL_FRAMES = 4;
	private static final int LONGEST = 16;
	private static final int CELL_POINTS = 25;

	private final List<double[][][]> real = new ArrayList<>();
	private final List<double[][][]> generated = new ArrayList<>();

	/** Gathers the clips of two sequences that have positions. */
	TrackClips(final Sequence truth, final Sequence sequence) {
		final List<SortedMap<Integer, Sighting>> a = truth.positions().orElseThrow(), b = sequence.positions().orElseThrow();
		final int length = Math.min(LONGEST, a.size() / CELL_FRAMES * CELL_FRAMES);
		if (length == 0) return;
		for (int first = 0; first + length <= a.size(); first += length) for (final int label : new TreeSet<>(a.get(first).keySet())) {
			if (!seen(a, label, first, length) || !seen(b, label, first, length)) continue;
			real.add(clip(a, label, first, length));
			generated.add(clip(b, label, first, length));
		}
	}

	private static boolean seen(final List<SortedMap<Integer, Sighting>> frames, final int label, final int first, final int length) {
		return frames.subList(first, first + length).stream().allMatch(frame -> frame.containsKey(label));
	}

	private static double[][][] clip(final List<SortedMap<Integer, Sighting>> frames, final int label, final int first, final int length) {
		final double[][][] clip = new double[length][CELL_POINTS][];
		for (int t = 0; t < length; t++) Arrays.fill(clip[t], Arrays.copyOf(frames.get(first + t).get(label).position(), 2));
		return clip;
	}

	/** @return number of clips on either side */
	int count() {
		return real.size();
	}

	/** @return the distance, of at least two clips */
	FrechetDistance distance(final Acceleration acceleration, final long seed) {
		return FrechetVideoMotionDistance.of(real.toArray(double[][][][]::new), generated.toArray(double[][][][]::new), acceleration, seed);
	}

	/** @return what is measured, with accelerations as the paper or as the released program has them */
	static Metric metric(final boolean upstream) {
		return new Metric("FVMD on object tracks", "1", Better.LOW, "clips", "Liu et al. 2024: Frechet distance of histograms of velocity and " +
			"acceleration, here of object tracks instead of tracked grid points" + (upstream ? "; accelerations are differences of positions, as in the " +
				"released program" : "; accelerations are differences of velocities"));
	}
}
