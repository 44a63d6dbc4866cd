package org.motionlayers.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.motionlayers.simulate.body.Body;
import org.motionlayers.simulate.body.Contact;
import org.motionlayers.simulate.body.Paths;
import org.motionlayers.simulate.body.Pose;

/**
 * The motion of {@link Cells}: velocities forget themselves over the persistence time and are driven by noise (Ornstein and Uhlenbeck);
 * cells that touch turn away from each other, neighbours align, and none overlap by more than {@link #OVERLAP}. They stay in the dish.
 */
final class Dish {

	/** Steps in a frame. */
	private static final int STEPS = 8;

	/** Overlap of two cells' discs that is left, pixels. */
	private static final double OVERLAP = .1;

	/** How often overlaps are pushed apart in a step, at most. */
	private static final int PASSES = 400;

	/** Neighbours are nearer than this many times the distance at which they would touch. */
	private static final double NEIGHBOUR = 2.5;

	/** How fast a cell turns into the direction of its motion, part of the angle per frame. */
	private static final double TURNING = .1;

	private final CellOptions options;
	private final List<Body> bodies;
	private final SplittableRandom random;
	private final double[] x;
	private final double[] y;
	private final double[] angle;
	private final double[] vx;
	private final double[] vy;
	private final boolean[][] touching;
	private final List<Contact> contacts = new ArrayList<>();

	Dish(final CellOptions options, final List<Body> bodies, final List<Pose> poses, final SplittableRandom random) {
		final int n = bodies.size();
		this.options = options;
		this.bodies = bodies;
		this.random = random;
		x = poses.stream().mapToDouble(Pose::x).toArray();
		y = poses.stream().mapToDouble(Pose::y).toArray();
		angle = poses.stream().mapToDouble(Pose::angle).toArray();
		vx = new double[n];
		vy = new double[n];
		touching = new boolean[n][n];
		for (int i = 0; i < n; i++) {
			vx[i] = spread() * random.nextGaussian();
			vy[i] = spread() * random.nextGaussian();
		}
	}

	/** @return standard deviation of a velocity along one axis */
	private double spread() {
		return options.speed() / Math.sqrt(2);
	}

	/**
	 * Lets time pass.
	 *
	 * @param camera displacement of the image per frame, x and y, pixels
	 */
	Paths run(final double[] camera) {
		final int frames = options.frames(), n = bodies.size();
		final Pose[][] poses = new Pose[frames][n];
		final double[][] velocities = new double[frames][2 * n], shifts = new double[frames][];
		for (int t = 0; t < frames; t++) {
			shifts[t] = new double[] { t * camera[0], t * camera[1] };
			for (int i = 0; i < n; i++) {
				poses[t][i] = new Pose(x[i], y[i], angle[i]);
				velocities[t][2 * i] = vx[i];
				velocities[t][2 * i + 1] = vy[i];
			}
			if (t < frames - 1) for (int s = 0; s < STEPS; s++) step(t + (s + 1.0) / STEPS);
		}
		return new Paths(bodies, poses, velocities, shifts, contacts);
	}

	private void step(final double time) {
		final double dt = 1.0 / STEPS, kept = Math.exp(-dt / options.persistence()), kick = spread() * Math.sqrt(1 - kept * kept);
		final double[] ax = new double[x.length], ay = new double[x.length];
		interact(ax, ay);
		for (int i = 0; i < x.length; i++) {
			vx[i] = kept * vx[i] + kick * random.nextGaussian() + dt * ax[i];
			vy[i] = kept * vy[i] + kick * random.nextGaussian() + dt * ay[i];
			limit(i);
			x[i] += dt * vx[i];
			y[i] += dt * vy[i];
			if (Math.hypot(vx[i], vy[i]) > 1e-9) angle[i] += dt * TURNING * Math.IEEEremainder(Math.atan2(vy[i], vx[i]) - angle[i], Math.PI);
		}
		int pass = 0;
		while (separate() && ++pass < PASSES);
		noteContacts(time);
	}

	/** Interactions can speed a cell up, but not beyond three times what is usual. */
	private void limit(final int i) {
		final double speed = Math.hypot(vx[i], vy[i]), most = 3 * options.speed();
		if (speed <= most) return;
		vx[i] *= most / speed;
		vy[i] *= most / speed;
	}

	private void interact(final double[] ax, final double[] ay) {
		for (int i = 0; i < x.length; i++) {
			double sumX = 0, sumY = 0;
			int neighbours = 0;
			for (int j = 0; j < x.length; j++) {
				if (i == j) continue;
				final double dx = x[i] - x[j], dy = y[i] - y[j], distance = Math.max(1e-9, Math.hypot(dx, dy));
				if (touching[i][j]) {
					// Away from what it touches, as fast as a free cell moves.
					ax[i] += options.inhibition() * options.speed() * dx / distance;
					ay[i] += options.inhibition() * options.speed() * dy / distance;
				}
				if (distance > NEIGHBOUR * (reach(i) + reach(j))) continue;
				sumX += vx[j];
				sumY += vy[j];
				neighbours++;
			}
			if (neighbours == 0) continue;
			ax[i] += options.stream() * (sumX / neighbours - vx[i]);
			ay[i] += options.stream() * (sumY / neighbours - vy[i]);
		}
	}

	private double reach(final int i) {
		return bodies.get(i).outline().reach();
	}

	/** Pushes cells that overlap apart, each by half, and back into the dish. @return whether any overlapped too much */
	private boolean separate() {
		boolean overlapped = false;
		for (int i = 0; i < x.length; i++) for (int j = i + 1; j < x.length; j++) {
			final double dx = x[i] - x[j], dy = y[i] - y[j], distance = Math.max(1e-9, Math.hypot(dx, dy)), excess = reach(i) + reach(j) - distance;
			if (excess <= OVERLAP) continue;
			overlapped = true;
			final double push = (excess - OVERLAP / 2) / 2 / distance;
			x[i] += push * dx;
			y[i] += push * dy;
			x[j] -= push * dx;
			y[j] -= push * dy;
		}
		for (int i = 0; i < x.length; i++) {
			x[i] = Math.max(reach(i) - .5, Math.min(options.width() - .5 - reach(i), x[i]));
			y[i] = Math.max(reach(i) - .5, Math.min(options.height() - .5 - reach(i), y[i]));
		}
		return overlapped;
	}

	private void noteContacts(final double time) {
		for (int i = 0; i < x.length; i++) for (int j = i + 1; j < x.length; j++) {
			final boolean touches = Math.hypot(x[i] - x[j], y[i] - y[j]) <= reach(i) + reach(j) + OVERLAP;
			if (touches && !touching[i][j]) contacts.add(new Contact(time, i + 1, j + 1));
			touching[i][j] = touches;
			touching[j][i] = touches;
		}
	}
}
