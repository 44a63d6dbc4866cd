package org.motionlayers.predict.hierarchical;

import java.util.Arrays;
import java.util.List;

/**
 * What objects do to each other when they meet: pass, or bounce off as elastic discs of equal density. Which of the two this movie shows
 * is weighed on the meetings seen in it; predicted paths are bent by that much. Every object attends to the neighbours it would run into.
 */
final class Contacts {

	/** Logarithm of the odds of bouncing before any meeting was seen. */
	private static final double PRIOR = -2;

	/** Less likely than this, bouncing is left out: paths stay what they are to the bit. */
	private static final double NEGLIGIBLE = 0.2;

	/** Weight of one meeting: a Student distribution of few degrees of freedom, so that no single one decides. */
	private static final double HEAVY_TAIL = 1.5;

	private static final double LEAST_VARIANCE = 1e-3;

	private final double[] radius;
	private final double[] mass;
	private final double[][] place;
	private final int dimensions;
	private final double probability;

	/**
	 * @param tracks the current piece of every object's track up to the reference frame; null for one never seen to move
	 * @param place where objects are in the reference frame, pixels
	 * @param size pixels of every object
	 */
	Contacts(final List<BodyTrack> tracks, final double[][] place, final int[] size) {
		this.place = place;
		this.dimensions = place.length == 0 ? 2 : place[0].length;
		this.radius = Arrays.stream(size).mapToDouble(n -> dimensions == 2 ? Math.sqrt(n / Math.PI) : Math.cbrt(0.75 * n / Math.PI)).toArray();
		this.mass = Arrays.stream(size).asDoubleStream().toArray();
		this.probability = 1 / (1 + Math.exp(-PRIOR - evidence(tracks)));
	}

	/** @return probability that objects bounce */
	double probability() {
		return probability;
	}

	/**
	 * Two objects over one frame: where each goes when it passes the other, and when it bounces off.
	 *
	 * @param from where they are
	 * @param velocity of each, pixels per frame; changed where they bounce
	 * @param next where each goes when it passes; changed where they bounce
	 * @return whether they bounce
	 */
	private boolean bounce(final int i, final int j, final double[][] from, final double[][] velocity, final double[][] next) {
		final double[] atI = from[0], atJ = from[1], speedI = velocity[0], speedJ = velocity[1];
		double distance = 0, apart = 0;
		for (int d = 0; d < dimensions; d++) {
			distance += square(atJ[d] - atI[d]);
			apart += square(atJ[d] + speedJ[d] - atI[d] - speedI[d]);
		}
		distance = Math.sqrt(distance);
		final double touch = radius[i] + radius[j];
		if (Math.sqrt(apart) >= touch || distance == 0) return false;
		final double[] normal = new double[dimensions];
		double speed = 0;
		for (int d = 0; d < dimensions; d++) {
			normal[d] = (atJ[d] - atI[d]) / distance;
			speed += (speedI[d] - speedJ[d]) * normal[d];
		}
		if (speed <= 0) return false;
		final double rest = 1 - Math.max(0, Math.min(1, (distance - touch) / speed));
		for (int d = 0; d < dimensions; d++) {
			final double push = 2 * speed * normal[d] / (mass[i] + mass[j]);
			next[0][d] -= rest * mass[j] * push;
			next[1][d] += rest * mass[i] * push;
			speedI[d] -= mass[j] * push;
			speedJ[d] += mass[i] * push;
		}
		return true;
	}

	/** How far from where it is an object may touch something within a frame, pixels. */
	private double reach(final int object, final double[] velocity) {
		double speed = 0;
		for (final double v : velocity) speed += square(v);
		return radius[object] + Math.sqrt(speed);
	}

	private static double square(final double x) {
		return x * x;
	}

	/** Logarithm of the odds that the meetings seen give: how well bouncing and passing say the frame after. */
	private double evidence(final List<BodyTrack> tracks) {
		final int last = tracks.stream().filter(t -> t != null).mapToInt(BodyTrack::last).max().orElse(0);
		final double persistence = persistence(tracks), variance = variance(tracks, persistence);
		double odds = 0;
		for (int k = 2; k <= last; k++) {
			final double[][] at = new double[tracks.size()][], velocity = new double[tracks.size()][];
			final double[] reach = new double[tracks.size()];
			for (int i = 0; i < at.length; i++) if (seen(tracks.get(i), k)) {
				at[i] = position(i, tracks.get(i), k - 1);
				velocity[i] = new double[dimensions];
				final double[] before = position(i, tracks.get(i), k - 2);
				for (int d = 0; d < dimensions; d++) velocity[i][d] = persistence * (at[i][d] - before[d]);
				reach[i] = reach(i, velocity[i]);
			}
			final Vicinity vicinity = new Vicinity(at, reach);
			for (int i = 0; i < at.length; i++) if (at[i] != null) for (final int j : vicinity.near(i, i))
				odds += meeting(i, j, new double[][] { at[i], at[j] }, new double[][] { velocity[i].clone(), velocity[j].clone() }, new double[][] {
					position(i, tracks.get(i), k), position(j, tracks.get(j), k) }, variance);
		}
		return odds;
	}

	private static boolean seen(final BodyTrack track, final int k) {
		return track != null && track.first() <= k - 2;
	}

	/** Logarithm of the odds that two objects, which may have met, give: where they are, how they move, where they were then. */
	private double meeting(final int i, final int j, final double[][] at, final double[][] velocity, final double[][] then,
		final double variance)
	{
		final double[][] passed = new double[2][dimensions], next = new double[2][dimensions];
		for (int o = 0; o < 2; o++) for (int d = 0; d < dimensions; d++) passed[o][d] = next[o][d] = at[o][d] + velocity[o][d];
		if (!bounce(i, j, at, velocity, next)) return 0;
		double passing = 0, bouncing = 0;
		for (int d = 0; d < dimensions; d++) {
			passing += square(then[0][d] - passed[0][d]) + square(then[1][d] - passed[1][d]);
			bouncing += square(then[0][d] - next[0][d]) + square(then[1][d] - next[1][d]);
		}
		final double values = 2.0 * dimensions;
		return HEAVY_TAIL * (Math.log(variance + passing / values) - Math.log(variance + bouncing / values));
	}

	/** Where an object's body was in an observed frame. */
	private double[] position(final int object, final BodyTrack track, final int k) {
		final double[] position = place[object].clone();
		for (int d = 0; d < dimensions; d++) position[d] += track.path()[k - track.first()][d] - track.path()[track.steps()][d];
		return position;
	}

	/** @return how much of a step the next one repeats, over all objects, 0 to 1 */
	private static double persistence(final List<BodyTrack> tracks) {
		double product = 0, squares = 0;
		for (final BodyTrack t : tracks) for (int k = 2; t != null && k < t.frames(); k++) for (int d = 0; d < t.dimensions(); d++) {
			final double before = t.path()[k - 1][d] - t.path()[k - 2][d];
			product += before * (t.path()[k][d] - t.path()[k - 1][d]);
			squares += before * before;
		}
		return squares == 0 ? 0 : Math.max(0, Math.min(1, product / squares));
	}

	/** @return median squared error per value of saying that a step is repeated so much */
	private static double variance(final List<BodyTrack> tracks, final double persistence) {
		final double[] errors = tracks.stream().filter(t -> t != null).flatMapToDouble(t -> java.util.stream.IntStream.range(2, Math.max(2, t
			.frames())).mapToDouble(k -> {
				double sum = 0;
				for (int d = 0; d < t.dimensions(); d++) sum += square(t.path()[k][d] - t.path()[k - 1][d] - persistence * (t.path()[k - 1][d] - t
					.path()[k - 2][d]));
				return sum / t.dimensions();
			})).sorted().toArray();
		return LEAST_VARIANCE + (errors.length == 0 ? 0 : errors[errors.length / 2]);
	}

	/**
	 * Bends paths where objects run into each other.
	 *
	 * @param paths objects x frames + 1 x dimensions: displacements, pixels; changed
	 */
	void bend(final double[][][] paths) {
		if (probability < NEGLIGIBLE || paths.length < 2) return;
		final double[][] at = new double[paths.length][], kick = new double[paths.length][dimensions];
		for (int i = 0; i < paths.length; i++) {
			at[i] = place[i].clone();
			for (int d = 0; d < dimensions; d++) at[i][d] += paths[i][0][d];
		}
		final double[][][] free = new double[paths.length][][];
		for (int i = 0; i < paths.length; i++) free[i] = Arrays.stream(paths[i]).map(double[]::clone).toArray(double[][]::new);
		for (int t = 1; t < paths[0].length; t++) {
			step(free, t, at, kick);
			for (int i = 0; i < paths.length; i++) for (int d = 0; d < dimensions; d++) paths[i][t][d] += probability * (at[i][d] - place[i][d] -
				free[i][t][d]);
		}
	}

	/** One frame for all: the free step and what earlier bounces added to it, then the bounces of this frame. */
	private void step(final double[][][] free, final int t, final double[][] at, final double[][] kick) {
		final double[][] velocity = new double[at.length][dimensions], next = new double[at.length][dimensions];
		for (int i = 0; i < at.length; i++) for (int d = 0; d < dimensions; d++) {
			velocity[i][d] = free[i][t][d] - free[i][t - 1][d] + kick[i][d];
			next[i][d] = at[i][d] + velocity[i][d];
		}
		bounce(at, velocity, next);
		for (int i = 0; i < at.length; i++) {
			for (int d = 0; d < dimensions; d++) kick[i][d] = velocity[i][d] - (free[i][t][d] - free[i][t - 1][d]);
			at[i] = next[i];
		}
	}

	/** All bounces of a frame, in the order of the objects: one may send an object where it meets the next. */
	private void bounce(final double[][] at, final double[][] velocity, final double[][] next) {
		final double[] reach = new double[at.length];
		for (int i = 0; i < at.length; i++) reach[i] = reach(i, velocity[i]);
		final Vicinity vicinity = new Vicinity(at, reach);
		for (int i = 0; i < at.length; i++) {
			int[] near = vicinity.near(i, i);
			for (int k = 0; k < near.length; k++) {
				final int j = near[k];
				if (!bounce(i, j, new double[][] { at[i], at[j] }, new double[][] { velocity[i], velocity[j] }, new double[][] { next[i], next[j] }))
					continue;
				vicinity.widen(i, reach(i, velocity[i]));
				vicinity.widen(j, reach(j, velocity[j]));
				near = vicinity.near(i, j);
				k = -1;
			}
		}
	}
}
