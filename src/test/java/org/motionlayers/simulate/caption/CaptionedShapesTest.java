package org.motionlayers.simulate.caption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.InputException;
import org.motionlayers.simulate.body.BodySample;
import org.motionlayers.simulate.body.Truth;

/** What captions say is what happens, in frames whose truth agrees with itself. */
class CaptionedShapesTest {

	private static final int SCENES = 400;

	private static CaptionedSample sample(final long seed) {
		return new CaptionedShapes(CaptionOptions.DEFAULT).sample(seed);
	}

	@Test
	void truthAgreesWithItself() {
		for (final CaptionOptions.Surface surface : CaptionOptions.Surface.values()) for (long seed = 0; seed < 6; seed++) Truth.check(
			new CaptionedShapes(CaptionOptions.DEFAULT.withLook(.5, surface)).sample(seed).scene());
		Truth.check(new CaptionedShapes(CaptionOptions.DEFAULT.withSize(96, 128)).sample(1).scene());
	}

	@Test
	void captionsAreReadBackAndNameOneObjectEach() {
		for (long seed = 0; seed < SCENES; seed++) {
			final CaptionedSample made = sample(seed);
			assertEquals(made.caption(), Caption.parse(made.caption().text()));
			assertEquals(made.caption().text(), made.scene().facts().get("caption"));
			assertEquals(made.traits().size(), new HashSet<>(made.traits()).size(), "no two objects are alike");
			final Set<Integer> told = new HashSet<>();
			for (final Caption.Clause clause : made.caption().clauses()) {
				final int i = made.find(clause.who());
				assertTrue(told.add(i));
				assertEquals(clause.action(), made.actions().get(i));
			}
			for (int i = 0; i < made.actions().size(); i++) assertTrue(told.contains(i) || made.actions().get(i) instanceof Action.Stay,
				"every action is told");
		}
	}

	/** By the poses alone: where objects end against where they began. */
	@Test
	void objectsDoWhatIsSaid() {
		for (long seed = 0; seed < SCENES; seed++) {
			final CaptionedSample made = sample(seed);
			final BodySample scene = made.scene();
			final int last = scene.frames() - 1;
			for (int i = 0; i < scene.objects(); i++) {
				final double dx = scene.position(last, i, 0) - scene.position(0, i, 0), dy = scene.position(last, i, 1) - scene.position(0, i, 1);
				final double turned = scene.paths().poses()[last][i].angle() - scene.paths().poses()[0][i].angle();
				final double lastStep = Math.hypot(scene.position(last, i, 0) - scene.position(last - 1, i, 0), scene.position(last, i, 1) - scene
					.position(last - 1, i, 1)), half = scene.paths().poses()[last / 2][i].scale();
				final Action action = made.actions().get(i);
				if (action instanceof Action.Move move) {
					assertTrue(dx * move.direction().x() + dy * move.direction().y() > .98 * Math.hypot(dx, dy) && Math.hypot(dx, dy) > 5);
					assertEquals(move.stops(), lastStep == 0);
				}
				else if (action instanceof Action.Turn turn) assertTrue(turned * (turn.clockwise() ? 1 : -1) >= 1 && dx == 0 && dy == 0);
				else if (action instanceof Action.Place place) {
					assertEquals(0, distance(scene, last, i, 0, made.find(place.on())), 1e-9);
					assertTrue(half > 1.25, "it rises");
				}
				else if (action instanceof Action.Contain contain) {
					assertEquals(0, distance(scene, last, i, 0, made.find(contain.what())), 1e-9);
					assertEquals(1, half);
				}
				else assertTrue(dx == 0 && dy == 0 && turned == 0);
			}
		}
	}

	private static double distance(final BodySample scene, final int t, final int i, final int other, final int j) {
		return Math.hypot(scene.position(t, i, 0) - scene.position(other, j, 0), scene.position(t, i, 1) - scene.position(other, j, 1));
	}

	@Test
	void nothingLeavesOrRunsFasterThanANetworkCanFollow() {
		for (long seed = 0; seed < SCENES; seed++) {
			final BodySample scene = sample(seed).scene();
			for (int t = 1; t < scene.frames(); t++) for (int i = 0; i < scene.objects(); i++) {
				assertTrue(distance(scene, t, i, t - 1, i) < 1.5);
				final double reach = scene.paths().bodies().get(i).outline().reach();
				for (int d = 0; d < 2; d++) assertTrue(scene.position(t, i, d) >= reach - .51 && scene.position(t, i, d) <= 63.51 - reach);
			}
		}
	}

	@Test
	void everyKindOfActionAndNumberOfObjectsIsCommonEnough() {
		final Map<String, Integer> counts = new TreeMap<>();
		for (long seed = 0; seed < SCENES; seed++) {
			final CaptionedSample made = sample(seed);
			made.actions().forEach(action -> counts.merge(action.getClass().getSimpleName(), 1, Integer::sum));
			counts.merge(made.traits().size() + " objects", 1, Integer::sum);
			counts.merge((made.actions().stream().filter(a -> !(a instanceof Action.Stay)).count()) + " act", 1, Integer::sum);
		}
		for (final String kind : new String[] { "Move", "Turn", "Place", "Contain", "3 objects", "8 objects", "1 act", "2 act" }) assertTrue(counts
			.getOrDefault(kind, 0) > SCENES / 20, counts.toString());
		assertEquals(0, counts.getOrDefault("0 act", 0));
	}

	/** An edge pixel is the mean over its area: a disc's sum of brightness is that of its area, not that of its pixels. */
	@Test
	void softEdgesHoldTheAreaOfADisc() {
		final CaptionOptions options = CaptionOptions.DEFAULT.withObjects(1, 1).withLook(0, CaptionOptions.Surface.PLAIN);
		int discs = 0;
		for (long seed = 0; seed < 60; seed++) {
			final CaptionedSample made = new CaptionedShapes(options).sample(seed);
			if (made.traits().get(0).form() != Form.DISC) continue;
			discs++;
			final float[] clip = made.scene().clip();
			final double ground = clip[0], shape = made.traits().get(0).hue().rgb()[0];
			double sum = 0;
			for (int p = 0; p < 64 * 64; p++) sum += (clip[p] - ground) / (shape - ground);
			assertEquals(made.scene().paths().bodies().get(0).outline().area(), sum, .02 * sum + .5);
		}
		assertTrue(discs > 5);
	}

	@Test
	void sameSeedSameBytes() {
		assertArrayEquals(sample(3).scene().clip(), sample(3).scene().clip());
		assertEquals(sample(3).caption(), sample(3).caption());
	}

	@Test
	void refusesWhatCannotBeMade() {
		assertThrows(InputException.class, () -> CaptionOptions.DEFAULT.withSize(16, 16));
		assertThrows(InputException.class, () -> CaptionOptions.DEFAULT.withObjects(3, 9));
		assertThrows(InputException.class, () -> CaptionOptions.DEFAULT.withLook(Double.NaN, CaptionOptions.Surface.PLAIN));
		assertThrows(InputException.class, () -> sample(1).find(new Reference(Size.LARGE, Hue.RED, Form.DISC).names(sample(1).traits().get(0))
			? new Reference(Size.SMALL, Hue.WHITE, Form.RING) : absent(sample(1))));
	}

	private static Reference absent(final CaptionedSample made) {
		for (final Hue hue : Hue.values()) {
			final Reference reference = new Reference(Size.LARGE, hue, Form.RING);
			if (reference.named(made.traits()).isEmpty()) return reference;
		}
		throw new AssertionError("rings of all colours");
	}
}
