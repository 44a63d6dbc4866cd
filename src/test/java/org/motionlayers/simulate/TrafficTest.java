package org.motionlayers.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.InputException;
import org.motionlayers.simulate.body.BodySample;
import org.motionlayers.simulate.body.Outline;
import org.motionlayers.simulate.body.Truth;

class TrafficTest {

	private static final int SEEDS = 30;

	private static BodySample sample(final int seed) {
		return new Traffic(TrafficOptions.DEFAULT).sample(seed);
	}

	private static int along(final BodySample sample) {
		return Math.abs(Math.cos(sample.paths().poses()[0][0].angle())) > .5 ? 0 : 1;
	}

	@Test
	void truthAgreesWithItself() {
		for (int seed = 0; seed < 4; seed++) Truth.check(new Traffic(new TrafficOptions(64, 64, 8, 3, 2, 3, 1, seed % 2)).sample(seed));
	}

	@Test
	void vehiclesKeepTheirDistanceAndDirection() {
		for (int seed = 0; seed < SEEDS; seed++) {
			final BodySample sample = sample(seed);
			final int along = along(sample), n = TrafficOptions.DEFAULT.vehicles();
			for (int t = 0; t < sample.frames(); t++) for (int i = 0; i < sample.objects(); i++) {
				final double heading = Math.cos(sample.paths().poses()[t][i].angle()) + Math.sin(sample.paths().poses()[t][i].angle());
				final double speed = sample.paths().velocities()[t][2 * i + along] * Math.signum(heading);
				assertTrue(speed >= 0 && speed <= 3.01, "seed " + seed + ": speed " + speed);
				assertEquals(0, sample.paths().velocities()[t][2 * i + 1 - along]);
				if (i % n == 0) continue;
				final double gap = Math.abs(sample.position(t, i - 1, along) - sample.position(t, i, along)) - length(sample, i) / 2 - length(sample,
					i - 1) / 2;
				assertTrue(gap > .5, "seed " + seed + ", frame " + t + ": a gap of " + gap);
			}
		}
	}

	private static double length(final BodySample sample, final int object) {
		return ((Outline.Box) sample.paths().bodies().get(object).outline()).length();
	}

	@Test
	void followersBrakeWhenTheFirstOneDoes() {
		int stopped = 0, slowed = 0;
		for (int seed = 0; seed < SEEDS; seed++) {
			final BodySample sample = sample(seed);
			final int along = along(sample), n = TrafficOptions.DEFAULT.vehicles(), end = sample.frames() - 1;
			for (int i = 0; i < sample.objects(); i += n) {
				if (sample.paths().velocities()[end][2 * i + along] != 0) continue;
				stopped++;
				// Those behind get slower than those of a lane that flows.
				if (Math.abs(sample.paths().velocities()[end][2 * (i + 1) + along]) < 1.5) slowed++;
			}
		}
		assertTrue(stopped >= SEEDS, stopped + " lanes stopped");
		assertTrue(slowed > .7 * stopped, slowed + " of " + stopped + " second vehicles slowed down");
	}

	@Test
	void sameSeedSameBytes() {
		final BodySample one = sample(3), two = sample(3);
		for (int t = 0; t < one.frames(); t++) assertArrayEquals((byte[]) one.movie().frame(t).data(), (byte[]) two.movie().frame(t).data());
	}

	@Test
	void badOptionsAreRefused() {
		assertThrows(InputException.class, () -> TrafficOptions.DEFAULT.withSize(16, 64, 8));
		assertThrows(InputException.class, () -> TrafficOptions.DEFAULT.withLanes(2, 3, 3));
		assertThrows(InputException.class, () -> new TrafficOptions(64, 64, 8, 2, 2, 9, 1, 0));
		assertThrows(InputException.class, () -> new Traffic(TrafficOptions.DEFAULT.withLanes(2, 12, 1)).sample(1));
	}
}
