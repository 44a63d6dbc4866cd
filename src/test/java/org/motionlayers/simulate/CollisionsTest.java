package org.motionlayers.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motionlayers.scene.InputException;
import org.motionlayers.simulate.CollisionOptions.Bodies;
import org.motionlayers.simulate.CollisionOptions.Walls;
import org.motionlayers.simulate.body.Body;
import org.motionlayers.simulate.body.BodySample;
import org.motionlayers.simulate.body.Contact;
import org.motionlayers.simulate.body.Outline;
import org.motionlayers.simulate.body.Pose;
import org.motionlayers.simulate.body.Truth;

class CollisionsTest {

	private static final int SEEDS = 12;

	private static CollisionOptions of(final Bodies bodies) {
		return bodies == Bodies.DOMINOES ? CollisionOptions.DEFAULT.withSize(128, 128, 16).withBodies(7, bodies, 1).withWalls(Walls.NONE)
			: CollisionOptions.DEFAULT.withBodies(5, bodies, 2);
	}

	private static double[] momentum(final BodySample sample, final int t) {
		final double[] sum = new double[2];
		for (int i = 0; i < sample.objects(); i++) for (int d = 0; d < 2; d++) sum[d] += sample.paths().bodies().get(i).mass() * sample
			.paths().velocities()[t][2 * i + d];
		return sum;
	}

	private static double energy(final BodySample sample, final int t) {
		double sum = 0;
		for (int i = 0; i < sample.objects(); i++) for (int d = 0; d < 2; d++) sum += sample.paths().bodies().get(i).mass() * Math.pow(sample
			.paths().velocities()[t][2 * i + d], 2) / 2;
		return sum;
	}

	@ParameterizedTest
	@EnumSource(Bodies.class)
	void truthAgreesWithItself(final Bodies bodies) {
		for (int seed = 0; seed < 4; seed++) Truth.check(new Collisions(of(bodies).withCamera(seed % 2)).sample(seed));
	}

	@ParameterizedTest
	@EnumSource(Bodies.class)
	void theSamePushLeadsToTheSameAndAnotherOneElsewhere(final Bodies bodies) {
		final Collisions collisions = new Collisions(of(bodies));
		final BodySample sample = collisions.sample(3);
		final double[] pushes = sample.paths().velocities()[0].clone();
		final BodySample same = collisions.again(sample, pushes);
		for (int t = 0; t < sample.frames(); t++) assertArrayEquals(sample.paths().poses()[t], same.paths().poses()[t], "frame " + t);
		final int pushed = java.util.stream.IntStream.range(0, sample.objects()).filter(i -> pushes[2 * i] != 0).findFirst().orElseThrow();
		final double[] other = collisions.push(sample, pushed, new java.util.SplittableRandom(1));
		final double speed = Math.hypot(other[0], other[1]);
		assertTrue(speed >= 1.5 && speed <= 4, "speed " + speed);
		System.arraycopy(other, 0, pushes, 2 * pushed, 2);
		final BodySample elsewhere = collisions.again(sample, pushes);
		assertArrayEquals(sample.paths().poses()[0], elsewhere.paths().poses()[0]);
		assertEquals(speed, Math.hypot(elsewhere.paths().poses()[1][pushed].x() - sample.paths().poses()[0][pushed].x(), elsewhere.paths()
			.poses()[1][pushed].y() - sample.paths().poses()[0][pushed].y()), .05 * speed);
	}

	@ParameterizedTest
	@EnumSource(Bodies.class)
	void momentumIsCarriedOn(final Bodies bodies) {
		for (final double restitution : new double[] { 0, .5, 1 }) for (int seed = 0; seed < SEEDS; seed++) {
			final BodySample sample = new Collisions(of(bodies).withWalls(Walls.NONE).withContacts(restitution, 0)).sample(seed);
			for (int t = 1; t < sample.frames(); t++) assertArrayEquals(momentum(sample, 0), momentum(sample, t), 1e-6 * Math.abs(momentum(
				sample, 0)[0]) + 1e-6 * Math.abs(momentum(sample, 0)[1]) + 1e-9, "seed " + seed + ", frame " + t);
		}
	}

	@Test
	void discsKeepTheirEnergyInElasticContacts() {
		for (int seed = 0; seed < SEEDS; seed++) {
			final BodySample sample = new Collisions(of(Bodies.DISCS)).sample(seed);
			for (int t = 1; t < sample.frames(); t++) assertEquals(energy(sample, 0), energy(sample, t), .02 * energy(sample, 0), "seed " + seed);
		}
	}

	@Test
	void energyIsLostInOtherContactsAndBySliding() {
		double kept = 0, slid = 0;
		for (int seed = 0; seed < SEEDS; seed++) {
			final BodySample soft = new Collisions(of(Bodies.DISCS).withContacts(.2, 0)).sample(seed);
			kept += energy(soft, 15) / energy(soft, 0) / SEEDS;
			final BodySample slow = new Collisions(of(Bodies.DISCS).withContacts(1, .1)).sample(seed);
			slid += energy(slow, 15) / energy(slow, 0) / SEEDS;
		}
		assertTrue(kept < .8, "kept " + kept);
		// 10 % of the speed lost in each of 15 frames.
		assertEquals(Math.pow(.9, 30), slid, .01);
	}

	@Test
	void discsDoNotOverlapByHalfAPixel() {
		for (int seed = 0; seed < SEEDS; seed++) {
			final BodySample sample = new Collisions(of(Bodies.DISCS)).sample(seed);
			for (int t = 0; t < sample.frames(); t++) for (int i = 0; i < sample.objects(); i++) for (int j = 0; j < i; j++) {
				final Pose a = sample.paths().poses()[t][i], b = sample.paths().poses()[t][j];
				final double overlap = reach(sample, i) + reach(sample, j) - Math.hypot(a.x() - b.x(), a.y() - b.y());
				assertTrue(overlap < .5, "seed " + seed + ", frame " + t + ": overlap of " + overlap);
			}
		}
	}

	private static double reach(final BodySample sample, final int object) {
		return sample.paths().bodies().get(object).outline().reach();
	}

	/** By separating axes, independent of the physics library. */
	@ParameterizedTest
	@EnumSource(value = Bodies.class, names = { "BOXES", "DOMINOES" })
	void boxesDoNotOverlapByHalfAPixel(final Bodies bodies) {
		for (int seed = 0; seed < SEEDS; seed++) {
			final BodySample sample = new Collisions(of(bodies)).sample(seed);
			for (int t = 0; t < sample.frames(); t++) for (int i = 0; i < sample.objects(); i++) for (int j = 0; j < i; j++) {
				final double overlap = overlap(sample, t, i, j);
				assertTrue(overlap < .5, "seed " + seed + ", frame " + t + ": overlap of " + overlap);
			}
		}
	}

	private static double overlap(final BodySample sample, final int t, final int i, final int j) {
		double least = Double.POSITIVE_INFINITY;
		for (final int k : new int[] { i, j }) for (int axis = 0; axis < 2; axis++) {
			final double angle = sample.paths().poses()[t][k].angle() + axis * Math.PI / 2;
			final double distance = Math.abs(Math.cos(angle) * (sample.position(t, i, 0) - sample.position(t, j, 0)) + Math.sin(angle) * (sample
				.position(t, i, 1) - sample.position(t, j, 1)));
			least = Math.min(least, extent(sample, t, i, angle) + extent(sample, t, j, angle) - distance);
		}
		return least;
	}

	/** Half of what a box covers along a direction. */
	private static double extent(final BodySample sample, final int t, final int object, final double direction) {
		final Outline.Box box = (Outline.Box) sample.paths().bodies().get(object).outline();
		final double turn = direction - sample.paths().poses()[t][object].angle();
		return Math.abs(Math.cos(turn)) * box.length() / 2 + Math.abs(Math.sin(turn)) * box.width() / 2;
	}

	@Test
	void wallsKeepBodiesInTheFrame() {
		for (int seed = 0; seed < SEEDS; seed++) {
			final BodySample sample = new Collisions(of(Bodies.DISCS)).sample(seed);
			for (int t = 0; t < sample.frames(); t++) for (int i = 0; i < sample.objects(); i++) for (int d = 0; d < 2; d++) {
				final double p = sample.position(t, i, d);
				assertTrue(p - reach(sample, i) > -1 && p + reach(sample, i) < 64, "seed " + seed + ": a disc at " + p);
			}
		}
	}

	@Test
	void restingBodiesMoveOnlyOnceHit() {
		int hit = 0;
		for (int seed = 0; seed < SEEDS; seed++) {
			final BodySample sample = new Collisions(CollisionOptions.DEFAULT).sample(seed);
			for (int i = 0; i < sample.objects(); i++) {
				final int label = i + 1;
				final double first = sample.contacts().stream().filter(c -> c.first() == label || c.second() == label).mapToDouble(Contact::time)
					.findFirst().orElse(Double.POSITIVE_INFINITY);
				if (sample.paths().velocities()[0][2 * i] != 0) continue;
				for (int t = 1; t < sample.frames(); t++) if (t <= first) assertEquals(sample.position(0, i, 0), sample.position(t, i, 0), 1e-12);
				if (first < sample.frames()) hit++;
			}
		}
		assertTrue(hit >= SEEDS, "only " + hit + " resting bodies were hit in " + SEEDS + " scenes");
	}

	@Test
	void dominoesPassThePushOn() {
		final BodySample sample = new Collisions(of(Bodies.DOMINOES).withContacts(.9, 0)).sample(3);
		double last = -1;
		for (int i = 1; i < 4; i++) {
			final int a = i, b = i + 1;
			final double time = sample.contacts().stream().filter(c -> c.first() == a && c.second() == b).mapToDouble(Contact::time).findFirst()
				.orElse(Double.POSITIVE_INFINITY);
			assertTrue(time > last && time < sample.frames(), "dominoes " + a + " and " + b + " met at " + time + ", the two before at " + last);
			last = time;
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2 })
	void sameSeedSameBytes(final long seed) {
		final Collisions collisions = new Collisions(CollisionOptions.DEFAULT.withBodies(8, Bodies.MIXED, 3));
		final BodySample one = collisions.sample(seed), two = collisions.sample(seed), other = collisions.sample(seed + 10);
		for (int t = 0; t < one.frames(); t++) {
			assertArrayEquals((byte[]) one.movie().frame(t).data(), (byte[]) two.movie().frame(t).data());
			assertArrayEquals(one.flow(t), two.flow(t));
		}
		assertFalse(Arrays.equals((byte[]) one.movie().frame(3).data(), (byte[]) other.movie().frame(3).data()));
	}

	@Test
	void sameSeedSameBytesInAnotherProcess() {
		// As in a run before; a physics library that walks hash sets of objects would change it from run to run.
		final BodySample sample = new Collisions(CollisionOptions.DEFAULT.withBodies(8, Bodies.MIXED, 3)).sample(5);
		double sum = 0;
		for (int i = 0; i < sample.objects(); i++) for (final Body body : sample.paths().bodies()) sum += body.label() * sample.position(15, i,
			0) - i * sample.position(15, i, 1);
		assertEquals(2243.333450986348, sum, 1e-3);
	}

	@Test
	void badOptionsAreRefused() {
		assertThrows(InputException.class, () -> CollisionOptions.DEFAULT.withSize(8, 64, 16));
		assertThrows(InputException.class, () -> CollisionOptions.DEFAULT.withBodies(2, Bodies.DISCS, 3));
		assertThrows(InputException.class, () -> CollisionOptions.DEFAULT.withContacts(1.5, 0));
		assertThrows(InputException.class, () -> CollisionOptions.DEFAULT.withContacts(1, 1));
		assertThrows(InputException.class, () -> new CollisionOptions(64, 64, 8, 3, Bodies.DISCS, 1, 2, 1, 1, 0, Walls.NONE, 0));
		assertThrows(InputException.class, () -> new Collisions(CollisionOptions.DEFAULT.withBodies(200, Bodies.DISCS, 1)).sample(1));
		assertThrows(InputException.class, () -> new Collisions(CollisionOptions.DEFAULT.withBodies(60, Bodies.DOMINOES, 1)).sample(1));
	}
}
