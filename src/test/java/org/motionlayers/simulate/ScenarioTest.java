package org.motionlayers.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.motionlayers.scene.InputException;
import org.motionlayers.simulate.body.BodySample;
import org.motionlayers.simulate.body.Truth;

/** Every scenario keeps what its options ask for, and its truth agrees with itself. */
class ScenarioTest {

	/** Scenes seen by a camera that never moves. */
	private static final Set<Scenario> AT_REST = Set.of(Scenario.CAPTIONS, Scenario.MOTIONS, Scenario.CLOUDS);

	@ParameterizedTest
	@EnumSource(Scenario.class)
	void isTrueAtBothUsualSizes(final Scenario scenario) {
		for (final int size : new int[] { 64, 128 }) for (long seed = 1; seed <= 3; seed++) {
			final ScenarioOptions options = ScenarioOptions.DEFAULT.withSize(size, 8).withCamera(AT_REST.contains(scenario) ? 0 : .5);
			final BodySample scene = scenario.sample(options, seed);
			assertEquals(size, scene.shape().width());
			assertEquals(8, scene.frames());
			Truth.check(scene);
			final BodySample again = scenario.sample(options, seed);
			assertArrayEquals(scene.labels().labels(7), again.labels().labels(7));
			assertArrayEquals((byte[]) scene.movie().frame(7).data(), (byte[]) again.movie().frame(7).data());
		}
	}

	/** The floats of a clip are those of the frames, whichever of them are drawn first. */
	@ParameterizedTest
	@EnumSource(Scenario.class)
	void clipsAreTheFrames(final Scenario scenario) {
		final BodySample scene = scenario.sample(ScenarioOptions.DEFAULT.withSize(64, 6), 4), again = scenario.sample(ScenarioOptions.DEFAULT
			.withSize(64, 6), 4);
		final float[] clip = scene.clip();
		final int channels = scene.shape().channels(), plane = scene.shape().planeSize();
		assertEquals(channels * 6 * plane, clip.length);
		for (int t = 5; t >= 0; t--) {
			final byte[] frame = (byte[]) again.movie().frame(t).data();
			for (int c = 0; c < channels; c++) for (int p = 0; p < plane; p++) assertEquals((frame[c * plane + p] & 0xff) / 255f, clip[(c * 6 + t) * plane +
				p]);
		}
	}

	@ParameterizedTest
	@EnumSource(value = Scenario.class, mode = EnumSource.Mode.EXCLUDE, names = "CLOUDS")
	void hasAsManyObjectsAsAsked(final Scenario scenario) {
		for (final int objects : new int[] { 1, 4, 6 }) assertEquals(objects, scenario.sample(ScenarioOptions.DEFAULT.withSize(128, 4)
			.withObjects(objects), 1).objects(), scenario + " of " + objects);
	}

	@Test
	void contactsAreAsElasticAsAsked() {
		for (long seed = 1; seed <= 20; seed++) {
			final double elastic = energyKept(1, seed), inelastic = energyKept(0, seed);
			assertEquals(1, elastic, 1e-3, "seed " + seed);
			assertTrue(inelastic <= 1 + 1e-6, "seed " + seed + ": " + inelastic);
		}
		assertTrue(energyKept(0, firstContactSeed()) < .9, "an inelastic contact takes energy");
	}

	/** Kinetic energy of discs that do not turn, at the end as part of that at the start; no walls are needed, they are elastic too. */
	private static double energyKept(final double restitution, final long seed) {
		final BodySample scene = new Collisions(CollisionOptions.DEFAULT.withBodies(5, CollisionOptions.Bodies.DISCS, 1).withContacts(restitution,
			0)).sample(seed);
		return energy(scene, scene.frames() - 1) / energy(scene, 0);
	}

	private static double energy(final BodySample scene, final int t) {
		double sum = 0;
		for (int i = 0; i < scene.objects(); i++) sum += scene.paths().bodies().get(i).mass() * (Math.pow(scene.paths().velocities()[t][2 * i], 2) +
			Math.pow(scene.paths().velocities()[t][2 * i + 1], 2));
		return sum;
	}

	private static long firstContactSeed() {
		for (long seed = 1; seed < 100; seed++) if (new Collisions(CollisionOptions.DEFAULT.withBodies(5, CollisionOptions.Bodies.DISCS, 1)
			.withContacts(0, 0)).sample(seed).contacts().stream().anyMatch(c -> c.second() != 0)) return seed;
		throw new AssertionError("no contact in a hundred scenes");
	}

	@Test
	void refusesWhatHasNoMeaning() {
		for (final Scenario scenario : AT_REST) {
			assertThrows(InputException.class, () -> scenario.sample(ScenarioOptions.DEFAULT.withCamera(1), 1));
			assertThrows(InputException.class, () -> scenario.sample(ScenarioOptions.DEFAULT.withContacts(2, 1), 1));
			assertThrows(InputException.class, () -> scenario.sample(ScenarioOptions.DEFAULT.withObjects(13), 1));
		}
		assertThrows(InputException.class, () -> ScenarioOptions.DEFAULT.withSize(16, 8));
		assertThrows(InputException.class, () -> ScenarioOptions.DEFAULT.withSize(64, 1));
		assertThrows(InputException.class, () -> ScenarioOptions.DEFAULT.withObjects(-1));
		assertThrows(InputException.class, () -> ScenarioOptions.DEFAULT.withContacts(1, 1.5));
		assertThrows(InputException.class, () -> ScenarioOptions.DEFAULT.withCamera(Double.NaN));
		assertThrows(InputException.class, () -> Scenario.CELLS.sample(ScenarioOptions.DEFAULT.withContacts(1, .5), 1));
		assertThrows(InputException.class, () -> Scenario.TRAFFIC.sample(ScenarioOptions.DEFAULT.withContacts(2, 1), 1));
		assertThrows(InputException.class, () -> Scenario.COLLISIONS.sample(ScenarioOptions.DEFAULT.withObjects(2).withContacts(3, 1), 1));
		assertThrows(InputException.class, () -> Scenario.DOMINOES.sample(ScenarioOptions.DEFAULT.withObjects(100), 1));
	}
}
