package org.motionlayers.simulate.swarm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.motionlayers.scene.InputException;
import org.motionlayers.simulate.body.BodySample;
import org.motionlayers.simulate.body.Truth;

/** Cells move as their class says. */
class SwarmTest {

	private static final int SEEDS = 60;

	private static final Swarm SWARM = new Swarm(SwarmOptions.DEFAULT);

	@ParameterizedTest
	@EnumSource(MotionClass.class)
	void truthAgreesWithItself(final MotionClass kind) {
		for (long seed = 0; seed < 3; seed++) Truth.check(SWARM.sample(kind, seed));
		final BodySample large = new Swarm(SwarmOptions.DEFAULT.withSize(128, 24)).sample(kind, 1);
		Truth.check(large);
		assertEquals(kind.title(), large.facts().get(Swarm.CLASS));
	}

	@ParameterizedTest
	@EnumSource(MotionClass.class)
	void cellsStayApartInTheFrameAndSlowEnough(final MotionClass kind) {
		for (long seed = 0; seed < SEEDS; seed++) {
			final BodySample made = SWARM.sample(kind, seed);
			assertTrue(made.objects() >= 5 && made.objects() <= 12);
			for (int t = 0; t < made.frames(); t++) for (int i = 0; i < made.objects(); i++) {
				final double reach = made.paths().bodies().get(i).outline().reach();
				for (int d = 0; d < 2; d++) assertTrue(made.position(t, i, d) > reach - .5 && made.position(t, i, d) < 63.5 - reach);
				for (int j = 0; j < i; j++) assertTrue(Math.hypot(made.position(t, i, 0) - made.position(t, j, 0), made.position(t, i, 1) - made
					.position(t, j, 1)) > reach + made.paths().bodies().get(j).outline().reach());
				if (t > 0 && kind != MotionClass.BROWNIAN && kind != MotionClass.CONFINED) assertTrue(step(made, t, i) < 1.9, kind + ": " + step(made, t, i));
			}
		}
	}

	private static double step(final BodySample made, final int t, final int i) {
		return Math.hypot(made.position(t, i, 0) - made.position(t - 1, i, 0), made.position(t, i, 1) - made.position(t - 1, i, 1));
	}

	/** Mean square displacement over a lag, all cells and seeds. */
	private static double spread(final MotionClass kind, final int lag) {
		double sum = 0;
		int n = 0;
		for (long seed = 0; seed < SEEDS; seed++) {
			final BodySample made = SWARM.sample(kind, seed);
			for (int t = lag; t < made.frames(); t++) for (int i = 0; i < made.objects(); i++, n++) sum += Math.pow(made.position(t, i, 0) - made
				.position(t - lag, i, 0), 2) + Math.pow(made.position(t, i, 1) - made.position(t - lag, i, 1), 2);
		}
		return sum / n;
	}

	/** 2 d D t for free cells, 2 d s^2 (1 - exp(-t / tau)) for trembling ones (Ornstein and Uhlenbeck), v^2 t^2 for directed ones. */
	@Test
	void spreadsWithTimeAsTheLawsSay() {
		for (final int lag : new int[] { 1, 3 }) assertEquals(2 * .75 * .75 * lag, spread(MotionClass.BROWNIAN, lag), .08 * 2 * .75 * .75 * lag);
		for (final int lag : new int[] { 1, 3, 8 }) assertEquals(4 * .75 * .75 * (1 - Math.exp(-lag / 1.2)), spread(MotionClass.CONFINED, lag), .12 * 4 *
			.75 * .75);
		assertEquals(64, spread(MotionClass.DIRECTED, 8) / spread(MotionClass.DIRECTED, 1), 3);
		assertEquals(0, spread(MotionClass.STILL, 15));
	}

	/** Distances to the middle of all cells grow, shrink, or stay while all turn one way. */
	@Test
	void collectiveMotionsAreThat() {
		for (long seed = 0; seed < SEEDS; seed++) {
			assertTrue(growth(SWARM.sample(MotionClass.DIVERGENCE, seed)) > 1.2);
			assertTrue(growth(SWARM.sample(MotionClass.CONVERGENCE, seed)) < .85);
			assertEquals(1, growth(SWARM.sample(MotionClass.ROTATION, seed)), .1);
			assertEquals(1, growth(SWARM.sample(MotionClass.DRIFT, seed)), .1);
		}
	}

	private static double growth(final BodySample made) {
		return radius(made, made.frames() - 1) / radius(made, 0);
	}

	private static double radius(final BodySample made, final int t) {
		double x = 0, y = 0, sum = 0;
		for (int i = 0; i < made.objects(); i++) {
			x += made.position(t, i, 0) / made.objects();
			y += made.position(t, i, 1) / made.objects();
		}
		for (int i = 0; i < made.objects(); i++) sum += Math.pow(made.position(t, i, 0) - x, 2) + Math.pow(made.position(t, i, 1) - y, 2);
		return Math.sqrt(sum / made.objects());
	}

	@Test
	void sameSeedSameBytesAndAllClassesAreDrawn() {
		final int[] counts = new int[MotionClass.values().length];
		for (long seed = 0; seed < 400; seed++) counts[MotionClass.of(SWARM.sample(seed).facts().get(Swarm.CLASS)).ordinal()]++;
		for (final int count : counts) assertTrue(count > 25);
		assertArrayEquals(SWARM.sample(7).clip(), SWARM.sample(7).clip());
	}

	@Test
	void refusesWhatCannotBeMade() {
		assertEquals("class=spiral: one of directed, confined, brownian, rotation, divergence, convergence, drift, still is needed.", assertThrows(
			InputException.class, () -> MotionClass.of("spiral")).getMessage());
		assertThrows(InputException.class, () -> SwarmOptions.DEFAULT.withCells(3, 20));
		assertThrows(InputException.class, () -> SwarmOptions.DEFAULT.withSize(8, 8));
	}
}
