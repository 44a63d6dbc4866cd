package org.motionlayers.simulate.caption;

import java.util.SplittableRandom;

import org.motionlayers.simulate.body.Pose;

/**
 * The way of one object through a clip: from a pose to another, in part of the time.
 *
 * @param from pose at the start
 * @param x where it ends, pixels
 * @param y where it ends, pixels
 * @param angle by how much it has turned at the end, radians
 * @param rise how much larger it is seen half way
 * @param begins when it leaves, part of the clip
 * @param ends when it arrives, part of the clip
 */
record Route(Pose from, double x, double y, double angle, double rise, double begins, double ends) {

	/** Distance of a slide that goes on, of one that stops, and between an object and what it is taken to: pixels on a frame of 64. */
	private static final double[] SLIDE = { 9, 16 }, STOPPED = { 6, 10 };

	static final double NEAREST = 7, FARTHEST = 17;

	/** Largest deviation of a slide from its direction, total angle of a rotation, radians. */
	private static final double DEVIATION = .14;

	private static final double[] TURN = { 1.0, 1.9 };

	/** How much larger is seen what is picked up. */
	private static final double RISE = .3;

	/** A rest at both ends of what is taken somewhere, part of the clip. */
	private static final double REST = .07;

	/** When a slide that stops does, part of the clip. */
	private static final double[] STOP = { .45, .6 };

	/** @return the way of what does nothing */
	static Route stay(final Pose from) {
		return new Route(from, from.x(), from.y(), 0, 0, 0, 1);
	}

	static Route move(final Pose from, final Action.Move move, final double unit, final SplittableRandom random) {
		final double length = unit * draw(random, move.stops() ? STOPPED : SLIDE);
		final double direction = Math.atan2(move.direction().y(), move.direction().x()) + random.nextDouble(-DEVIATION, DEVIATION);
		return new Route(from, from.x() + length * Math.cos(direction), from.y() + length * Math.sin(direction), 0, 0, 0, move.stops() ? draw(random,
			STOP) : 1);
	}

	static Route turn(final Pose from, final Action.Turn turn, final SplittableRandom random) {
		return new Route(from, from.x(), from.y(), (turn.clockwise() ? 1 : -1) * draw(random, TURN), 0, 0, 1);
	}

	static Route place(final Pose from, final Pose on) {
		return new Route(from, on.x(), on.y(), 0, RISE, REST, 1 - REST);
	}

	static Route contain(final Pose from, final Pose what) {
		return new Route(from, what.x(), what.y(), 0, 0, REST, 1 - REST);
	}

	private static double draw(final SplittableRandom random, final double[] range) {
		return random.nextDouble(range[0], range[1]);
	}

	/** @return the pose at a time, 0 to 1 */
	Pose at(final double time) {
		final double s = Math.max(0, Math.min(1, (time - begins) / (ends - begins)));
		return new Pose(from.x() + s * (x - from.x()), from.y() + s * (y - from.y()), from.angle() + s * angle, 1 + rise * Math.sin(Math.PI * s));
	}
}
