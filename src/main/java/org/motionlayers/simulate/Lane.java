package org.motionlayers.simulate;

import java.util.SplittableRandom;

import org.motionlayers.scene.InputException;
import org.motionlayers.simulate.body.Outline;

/** One lane of {@link Traffic}: vehicle 0 leads, the others follow it. Positions are centres along the lane, pixels. */
final class Lane {

	/** Distance kept at rest, pixels. */
	private static final double REST_GAP = 2;

	/** Time kept to the vehicle ahead, frames. */
	private static final double HEADWAY = 1.5;

	/** Parts of the wished speed per frame: how hard a vehicle speeds up, brakes at ease, and at most; and how the first one brakes. */
	private static final double PUSH = .15, EASY_BRAKE = .25, HARDEST_BRAKE = 2, LEADING_BRAKE = .25;

	/** Length of vehicles in widths of one. */
	private static final double SHORTEST = 1.4, LONGEST = 2.4;

	/** Vehicles fill no more than this part of a lane, unless they would be shorter than wide. */
	private static final double LARGEST_SHARE = .6;

	private final double wished;
	private final double brakeAt;
	private final double[] positions;
	private final double[] speeds;
	private final Outline.Box[] outlines;

	/**
	 * @param options number of vehicles, speed, frames
	 * @param length of the road, pixels
	 * @param width of the lane, pixels
	 * @param brakes whether the first vehicle brakes to a stop
	 * @param random source of sizes, distances and the time of braking
	 */
	Lane(final TrafficOptions options, final double length, final double width, final boolean brakes, final SplittableRandom random) {
		final int n = options.vehicles();
		wished = options.speed() * random.nextDouble(.7, 1);
		brakeAt = brakes ? random.nextDouble(0, options.frames() * .5) : Double.POSITIVE_INFINITY;
		positions = new double[n];
		speeds = new double[n];
		outlines = new Outline.Box[n];
		double space = length;
		for (int i = 0; i < n; i++) {
			final double wide = width * random.nextDouble(.45, .65);
			final double most = Math.max(wide, LARGEST_SHARE * length / n);
			outlines[i] = new Outline.Box(Math.min(most, wide * random.nextDouble(SHORTEST, LONGEST)), wide);
			space -= outlines[i].length() + REST_GAP + 1;
		}
		if (space < 0) throw new InputException(n + " vehicles do not fit into a lane of " + Math.round(length) +
			" pixels; fewer vehicles or more lanes, which are narrower, are needed.");
		// The last vehicle starts at the near end; what space is left goes between them and before the first.
		double back = random.nextDouble(0, space / (n + 1) + 1e-9);
		for (int i = n - 1; i >= 0; i--) {
			positions[i] = back + outlines[i].length() / 2;
			speeds[i] = wished * random.nextDouble(.6, 1);
			back += outlines[i].length() + REST_GAP + 1 + random.nextDouble(0, space / (n + 1) + 1e-9);
		}
	}

	Outline.Box outline(final int vehicle) {
		return outlines[vehicle];
	}

	double position(final int vehicle) {
		return positions[vehicle];
	}

	double speed(final int vehicle) {
		return speeds[vehicle];
	}

	/** Lets a part of a frame pass. */
	void step(final double time, final double duration) {
		final double[] changes = new double[speeds.length];
		for (int i = 0; i < changes.length; i++) changes[i] = acceleration(i, time);
		for (int i = 0; i < changes.length; i++) {
			speeds[i] = Math.max(0, speeds[i] + changes[i] * duration);
			positions[i] += speeds[i] * duration;
		}
	}

	/** The Intelligent Driver Model: a (1 - (v / v0)^4 - (s* / s)^2), s* = s0 + v T + v dv / (2 sqrt(a b)). */
	private double acceleration(final int i, final double time) {
		if (i == 0 && time >= brakeAt) return -LEADING_BRAKE * wished;
		final double a = PUSH * wished, free = 1 - Math.pow(speeds[i] / wished, 4);
		if (i == 0) return a * free;
		final double gap = Math.max(1e-3, positions[i - 1] - outlines[i - 1].length() / 2 - positions[i] - outlines[i].length() / 2);
		final double closing = speeds[i] - speeds[i - 1];
		final double kept = REST_GAP + Math.max(0, speeds[i] * HEADWAY + speeds[i] * closing / (2 * wished * Math.sqrt(PUSH * EASY_BRAKE)));
		return Math.max(-HARDEST_BRAKE * wished, a * (free - kept * kept / (gap * gap)));
	}
}
